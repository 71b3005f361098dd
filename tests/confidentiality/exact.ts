/** A fraction: numerator and denominator. */
type Fraction = readonly [bigint, bigint];

/**
 * Whether a vector is a weighted sum of some rows, by plain elimination of a full matrix of fractions. Slow, and shares
 * nothing with the attacker or the audit, so that it can judge both.
 */
export function isInRowSpace(rows: readonly number[][], vector: readonly number[]): boolean {
  return rankOf(rows) === rankOf([...rows, [...vector]]);
}

/** How many of the rows are no weighted sum of the others. */
export function rankOf(rows: readonly number[][]): number {
  const matrix: Fraction[][] = rows.map((row) => row.map((value) => [BigInt(value), 1n] as const));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const found = matrix.findIndex((row, i) => i >= rank && row[column]![0] !== 0n);
    if (found === -1) continue;
    [matrix[rank], matrix[found]] = [matrix[found]!, matrix[rank]!];
    const pivot = matrix[rank]!;
    for (let i = rank + 1; i < matrix.length; i++) {
      const factor = quotient(matrix[i]![column]!, pivot[column]!);
      matrix[i] = matrix[i]!.map((value, j) => minus(value, times(factor, pivot[j]!)));
    }
    rank++;
  }
  return rank;
}

function quotient([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return shortened(a * d, b * c);
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return shortened(a * c, b * d);
}

function minus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return shortened(a * d - c * b, b * d);
}

function shortened(numerator: bigint, denominator: bigint): Fraction {
  let [x, y] = [numerator, denominator];
  while (y !== 0n) [x, y] = [y, x % y];
  return [numerator / x, denominator / x];
}
