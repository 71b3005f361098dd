import { atomsOf, inverse, shadowsOf, solve, type Equation } from './atoms';
import { Elimination } from './elimination';

/** A vector modulo the prime, with a 1 in `pivot`. */
interface Column {
  pivot: number;
  values: number[];
}

/**
 * Whether any weighted sum, with whatever weights, that is about fewer than k people can be computed: the groups it is
 * about, or null. This asks for more than `attack`, and takes long where many atoms are small.
 *
 * Such a sum is a vector of the row space that is 0 outside of some atoms, and there is one exactly when the columns of the
 * null space at these atoms depend on each other. k - 1 vectors of the null space, drawn by chance and taken modulo a
 * prime, keep every dependence; one that only chance made is dropped by the exact check.
 */
export function combination(
  sizes: readonly number[],
  equations: readonly Equation[],
  k: number
): number[] | null {
  const atoms = atomsOf(sizes, equations);
  const small = atoms.map((_, atom) => atom).filter((atom) => atoms[atom]!.people < k);
  if (small.length === 0) return null;
  const solved = solve(atoms, equations);
  const { prime, vectors } = shadowsOf(atoms.length, solved, k - 1);

  const extend = (from: number, room: number, chosen: number[], basis: Column[]): number[] | null => {
    for (const [i, atom] of small.entries()) {
      const { people } = atoms[atom]!;
      if (i < from || people > room) continue;
      const support = [...chosen, atom];
      const rest = reduce(
        vectors.map((vector) => vector[atom]!),
        basis,
        prime
      );
      const found = rest ? extend(i + 1, room - people, support, [...basis, rest]) : support;
      if (found && (rest || isDetermined(found, solved))) return found;
    }
    return null;
  };
  return extend(0, k - 1, [], [])?.flatMap((atom) => atoms[atom]!.groups) ?? null;
}

/** What a column has that those of the basis have not; null when that is nothing. */
function reduce(column: number[], basis: readonly Column[], prime: number): Column | null {
  const values = [...column];
  for (const { pivot, values: other } of basis) {
    const factor = values[pivot]!;
    if (factor !== 0)
      other.forEach((value, i) => (values[i] = (values[i]! + (prime - factor) * value) % prime));
  }
  const pivot = values.findIndex((value) => value !== 0);
  if (pivot === -1) return null;
  const factor = inverse(values[pivot]!, prime);
  return { pivot, values: values.map((value) => (value * factor) % prime) };
}

/** Whether solved equations add up, with some weights, to one about nothing but these atoms. */
function isDetermined(support: readonly number[], { rows }: Elimination): boolean {
  const outside = new Elimination();
  return rows
    .filter(({ pivot }) => support.includes(pivot))
    .some(({ row }) => {
      const rest = [...row.coefficients].filter(([unknown]) => !support.includes(unknown));
      return !outside.add(new Map(rest), 0n);
    });
}
