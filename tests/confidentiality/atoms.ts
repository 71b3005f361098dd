import { seeded } from '../../src/lib/demo/random';
import { Elimination } from './elimination';

/** One published figure, as somebody outside can write it down: these groups of people have this sum together. */
export interface Equation {
  groups: readonly number[];
  sum: number;
}

/** People whom no equation tells apart. */
export interface Atom {
  groups: number[];
  people: number;
}

/** Below 2^26, so that products of two remainders are whole numbers in floating point. */
const PRIMES = [67_108_859, 67_108_837, 67_108_819];

/**
 * Merges groups that occur in the same equations; those that are empty, or in none, are nobody's business.
 *
 * @param sizes how many people each group has
 */
export function atomsOf(sizes: readonly number[], equations: readonly Equation[]): Atom[] {
  const occurrences = sizes.map((): number[] => []);
  equations.forEach(({ groups }, equation) => groups.forEach((group) => occurrences[group]!.push(equation)));
  const atoms = new Map<string, Atom>();
  sizes.forEach((people, group) => {
    if (people === 0 || occurrences[group]!.length === 0) return;
    const key = occurrences[group]!.join(' ');
    const atom = atoms.get(key) ?? { groups: [], people: 0 };
    atom.groups.push(group);
    atom.people += people;
    atoms.set(key, atom);
  });
  return [...atoms.values()];
}

/** The equations between the sums of the atoms, solved as far as they go. */
export function solve(atoms: readonly Atom[], equations: readonly Equation[]): Elimination {
  const atomOf = new Map(atoms.flatMap(({ groups }, atom) => groups.map((group) => [group, atom] as const)));
  const solved = new Elimination();
  // Small ones first, which keeps the rows of nested equations short.
  for (const { groups, sum } of [...equations].sort((a, b) => a.groups.length - b.groups.length)) {
    const unknowns = new Set(groups.map((group) => atomOf.get(group)).filter((atom) => atom !== undefined));
    solved.add(new Map([...unknowns].map((atom) => [atom, 1n])), BigInt(sum));
  }
  return solved;
}

/**
 * Vectors drawn at random from the null space of the equations, modulo a prime, with one number for each atom. What is
 * orthogonal to the null space over the rationals is orthogonal to each of them.
 */
export function shadowsOf(atoms: number, { rows }: Elimination, vectors: number): Shadows {
  const prime = PRIMES.find((each) =>
    rows.every(({ pivot, row }) => row.coefficients.get(pivot)! % BigInt(each) !== 0n)
  );
  if (prime === undefined)
    throw new RangeError('The pivots of these equations are multiples of every prime.');
  const random = seeded(atoms);
  const pivots = new Set(rows.map(({ pivot }) => pivot));
  const drawn = Array.from({ length: vectors }, () => {
    // Free unknowns have numbers by chance, never 0; each equation then says what its pivot is.
    const vector = Array.from({ length: atoms }, (_, atom) =>
      pivots.has(atom) ? 0 : 1 + Math.floor(random() * (prime - 1))
    );
    for (const { pivot, row } of rows) {
      let rest = 0;
      for (const [unknown, coefficient] of row.coefficients)
        if (unknown !== pivot) rest = (rest + remainder(coefficient, prime) * vector[unknown]!) % prime;
      const factor = inverse(remainder(row.coefficients.get(pivot)!, prime), prime);
      vector[pivot] = (((prime - rest) % prime) * factor) % prime;
    }
    return vector;
  });
  return { prime, vectors: drawn };
}

export interface Shadows {
  prime: number;
  vectors: number[][];
}

function remainder(value: bigint, prime: number): number {
  return (Number(value % BigInt(prime)) + prime) % prime;
}

/** Fermat: value ^ (prime - 2). */
export function inverse(value: number, prime: number): number {
  let result = 1;
  let square = value;
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}
