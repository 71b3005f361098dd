import { atomsOf, shadowsOf, solve, type Atom, type Equation } from './atoms';

/** A sum about fewer people than it should be. */
export interface Finding {
  /** The groups it is about. */
  groups: number[];
  people: number;
  /** What the equations say it is. */
  value: number;
}

/** Some atoms, in the order of their indexes. */
interface Part {
  atoms: number[];
  people: number;
  shadow: number;
}

/**
 * Finds every group of fewer than k people whose sum can be computed from the equations, with nothing but algebra: it
 * knows of no tree, no rule and no reason why an equation was published. Groups that contain a smaller one that was found
 * are left out, since what remains of them is found by itself.
 *
 * Why none is missed. People who occur in the same equations cannot be told apart: whatever is computed weighs them alike,
 * so a sum is about all of such an atom or about none of it, and one of fewer than k people holds at most k - 1 atoms. A
 * sum of atoms is determined exactly when its indicator lies in the row space of the equations, that is, when it is
 * orthogonal to their null space. The null space is computed exactly, over the rationals, and one of its vectors, drawn by
 * chance, is taken modulo a prime: what is orthogonal stays so, and nothing that is determined falls through. Every set of
 * atoms of fewer than k people is a first part, one atom, and a last part, both parts of at most half of the people;
 * looking up the last part for each beginning meets them all. What passes is then confirmed, and its value computed, in
 * exact arithmetic, which drops what chance let through.
 *
 * @param sizes how many people each group has; a person may be a group
 */
export function attack(sizes: readonly number[], equations: readonly Equation[], k: number): Finding[] {
  const atoms = atomsOf(sizes, equations);
  if (!atoms.some(({ people }) => people < k)) return [];
  const solved = solve(atoms, equations);
  const { prime, vectors } = shadowsOf(atoms.length, solved, 1);
  const found: number[][] = [];
  const findings: Finding[] = [];
  for (const union of unionsOf(atoms, vectors[0]!, prime, k)) {
    if (found.some((smaller) => smaller.every((atom) => union.includes(atom)))) continue;
    const value = solved.valueOf(union);
    if (!value) continue;
    found.push(union);
    findings.push({
      groups: union.flatMap((atom) => atoms[atom]!.groups),
      people: union.reduce((sum, atom) => sum + atoms[atom]!.people, 0),
      value: Number(value.numerator) / Number(value.denominator)
    });
  }
  return findings;
}

/** Sets of atoms of fewer than k people whose shadows add up to nothing, the smallest first. */
function unionsOf(atoms: readonly Atom[], shadow: readonly number[], prime: number, k: number): number[][] {
  const small = atoms.map((_, atom) => atom).filter((atom) => atoms[atom]!.people < k);
  const alone = small.filter((atom) => shadow[atom] === 0);
  const others = small.filter((atom) => shadow[atom] !== 0);
  const half = Math.floor((k - 1) / 2);
  const parts = partsOf(others, atoms, shadow, prime, half);
  const byShadow = new Map<number, Part[]>();
  for (const part of parts) {
    const alike = byShadow.get(part.shadow);
    if (alike) alike.push(part);
    else byShadow.set(part.shadow, [part]);
  }
  const unions: number[][] = [];
  for (const first of parts) {
    for (const middle of others) {
      const people = first.people + atoms[middle]!.people;
      if (people >= k || middle <= (first.atoms.at(-1) ?? -1)) continue;
      const missing = (2 * prime - first.shadow - shadow[middle]!) % prime;
      for (const last of byShadow.get(missing) ?? []) {
        const begins = last.atoms[0] ?? Infinity;
        // The first part is the longest that is at most half, or all but the last atom: so each set is met once.
        if (begins > middle && people + last.people < k && (people > half || begins === Infinity))
          unions.push([...first.atoms, middle, ...last.atoms]);
      }
    }
  }
  return [...alone.map((atom) => [atom]), ...unions.sort((a, b) => a.length - b.length)];
}

/** All sets of these atoms with at most so many people, the empty one first. */
function partsOf(
  among: readonly number[],
  atoms: readonly Atom[],
  shadow: readonly number[],
  prime: number,
  most: number
): Part[] {
  const parts: Part[] = [{ atoms: [], people: 0, shadow: 0 }];
  for (const atom of among) {
    const { people } = atoms[atom]!;
    for (const part of [...parts])
      if (part.people + people <= most)
        parts.push({
          atoms: [...part.atoms, atom],
          people: part.people + people,
          shadow: (part.shadow + shadow[atom]!) % prime
        });
  }
  return parts;
}
