/** A row of whole numbers: what is not there is 0. The sum is what stands on the other side of the equation. */
export interface Row {
  coefficients: Map<number, bigint>;
  sum: bigint;
}

interface Reduced {
  pivot: number;
  row: Row;
}

/**
 * Equations in whole numbers, brought into the form in which every one has an unknown, its pivot, that no other has.
 * Exact: rows are multiplied and divided by whole numbers only, so nothing is ever rounded.
 */
export class Elimination {
  readonly rows: Reduced[] = [];
  readonly #byPivot = new Map<number, Row>();

  /** False for an equation that the earlier ones imply, which is not added. */
  add(coefficients: Map<number, bigint>, sum: bigint): boolean {
    const { row } = this.#reduce({ coefficients: new Map(coefficients), sum });
    const [pivot] = row.coefficients.keys();
    if (pivot === undefined) return false;
    for (const each of this.rows) if (each.row.coefficients.has(pivot)) cancel(each.row, row, pivot);
    this.rows.push({ pivot, row });
    this.#byPivot.set(pivot, row);
    return true;
  }

  /** What the equations say of a sum of unknowns: null when they leave it open. */
  valueOf(unknowns: readonly number[]): { numerator: bigint; denominator: bigint } | null {
    const { row, scale } = this.#reduce({
      coefficients: new Map(unknowns.map((each) => [each, 1n])),
      sum: 0n
    });
    return row.coefficients.size === 0 ? { numerator: -row.sum, denominator: scale } : null;
  }

  /** Takes the pivots out of a row, which is multiplied by `scale` on the way. */
  #reduce(row: Row): { row: Row; scale: bigint } {
    let scale = 1n;
    for (const pivot of [...row.coefficients.keys()]) {
      const by = this.#byPivot.get(pivot);
      if (by && row.coefficients.has(pivot)) scale *= cancel(row, by, pivot, false);
    }
    return { row, scale };
  }
}

/** Takes `pivot` out of a row with the help of another that has it; returns what the row was multiplied by. */
function cancel(row: Row, by: Row, pivot: number, shorten = true): bigint {
  const mine = row.coefficients.get(pivot)!;
  const theirs = by.coefficients.get(pivot)!;
  const common = gcd(mine, theirs);
  const [times, minus] = [theirs / common, mine / common];
  for (const [unknown, coefficient] of row.coefficients) row.coefficients.set(unknown, coefficient * times);
  row.sum = row.sum * times - by.sum * minus;
  for (const [unknown, coefficient] of by.coefficients) {
    const left = (row.coefficients.get(unknown) ?? 0n) - coefficient * minus;
    if (left === 0n) row.coefficients.delete(unknown);
    else row.coefficients.set(unknown, left);
  }
  if (shorten) divideByCommon(row);
  return times;
}

function divideByCommon(row: Row): void {
  let common = row.sum;
  for (const coefficient of row.coefficients.values()) {
    common = gcd(common, coefficient);
    if (common === 1n) return;
  }
  if (common === 0n) return;
  for (const [unknown, coefficient] of row.coefficients) row.coefficients.set(unknown, coefficient / common);
  row.sum /= common;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
