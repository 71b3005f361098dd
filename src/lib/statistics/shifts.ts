import { takeOutLine } from './line';
import type { Panel } from './panel';
import { phaseSurrogates } from './phases';
import { add, addProducts, coefficient, productsByUnit, standardErrors, SUMS, together } from './products';
import { ranked, type Ranked } from './ranked';

/** A permutation test that is drawn a few at a time, so that a server can do something else in between. */
export interface ShiftTest {
  /** Whether more draws would not change what is said of it. */
  readonly done: boolean;
  /** The probability, in (0, 1], that unrelated series are as strongly correlated at any of the lags; 1 before a draw. */
  readonly p: number;
  /** How many draws it rests on. */
  readonly draws: number;
  /** Draws so many times, or fewer when it is done before. */
  draw(times: number): void;
}

const DRAWS = 999;

/** So many draws as strong as the panel itself, and p is above .05 however the others would turn out. */
const PLAINLY_COMMON = 50;

/**
 * The test of the strongest correlation over all lags against series that are not related.
 *
 *   const test = shiftTest(panel, lags, seeded(1));
 *   while (!test.done) test.draw(50);
 *
 * Takes the panel as measured, and takes out what is usual by itself (within.ts). Each draw rotates the y of every unit
 * around its own time by a chance of its own, missing values with it: that keeps the memory of every series and undoes
 * what there is between x and y (a unit alone: see phases.ts). What counts is the correlation furthest from none in
 * standard errors, so that lags with few pairs do not win by noise. p = (1 + draws at least as strong) / (1 + draws),
 * which stops early where it is plainly large: Besag and Clifford, Biometrika 78 (1991) 301-304.
 *
 * @param lags whole periods, each once
 * @param random draws in [0, 1)
 * @throws RangeError when the two sides do not have the same units and periods
 */
export function shiftTest(panel: Panel, lags: readonly number[], random: () => number): ShiftTest {
  const series = ranked(panel);
  const strength = strongest(together(productsByUnit(series, lags), lags.length), series.worth);
  const unrelated = strength === 0 ? null : drawing(series, lags, random);
  let [draws, asStrong] = [0, 0];
  return {
    get done() {
      return unrelated === null || draws === DRAWS || asStrong === PLAINLY_COMMON;
    },
    get p() {
      return (1 + asStrong) / (1 + draws);
    },
    get draws() {
      return draws;
    },
    draw(times) {
      for (let left = times; left > 0 && unrelated && !this.done; left -= 1) {
        draws += 1;
        if (unrelated() >= strength) asStrong += 1;
      }
    }
  };
}

/** How many standard errors the strongest correlation is from none; 0 where no lag has enough pairs. */
function strongest(sums: Float64Array, worth: number, factor = 1): number {
  let most = 0;
  for (let at = 0; at < sums.length; at += SUMS) {
    const errors = standardErrors(factor * coefficient(sums, at), worth * sums[at]!);
    if (errors > most) most = errors;
  }
  return most;
}

/** The same of a draw, with the variance it has lost by rotating. */
function strongestDrawn(sums: Float64Array, { worth, keptByRotation }: Ranked): number {
  return strongest(sums, worth, 1 / Math.sqrt(keptByRotation));
}

/** Draws the strongest correlation of series that are not related. */
function drawing(series: Ranked, lags: readonly number[], random: () => number): () => number {
  return series.units === 1 ? alone(series, lags, random) : rotations(series, lags, random);
}

function alone(series: Ranked, lags: readonly number[], random: () => number): () => number {
  const draw = phaseSurrogates(series.y, random);
  const sums = new Float64Array(lags.length * SUMS);
  return () => {
    const drawn = { x: series.x, y: draw(), periods: series.periods };
    sums.fill(0);
    lags.forEach((lag, at) => addProducts(drawn, 0, lag, sums, at * SUMS));
    return strongestDrawn(sums, series);
  };
}

/**
 * The strongest correlation after rotating every unit. The sums of a unit are the same each time it is rotated by as
 * much, so that they are made once, when a draw first needs them, and from then on a draw only adds up.
 */
function rotations(series: Ranked, lags: readonly number[], random: () => number): () => number {
  const { units, periods } = series;
  const size = lags.length * SUMS;
  const table = new Float64Array(units * periods * size);
  const isMade = new Uint8Array(units * periods);
  const turning = Array.from({ length: units }, (_, unit) => turningOf(series, unit));
  const sums = new Float64Array(size);
  return () => {
    sums.fill(0);
    for (let unit = 0; unit < units; unit += 1) {
      const turns = turning[unit]!;
      const turn = Math.floor(random() * turns.length);
      const row = unit * periods + turn;
      if (isMade[row] === 0) {
        isMade[row] = 1;
        addRotation(turns, turn, lags, table, row * size);
      }
      add(table, sums, row * size);
    }
    return strongestDrawn(sums, series);
  };
}

/** One unit: its x, its y, and the part of y from its first to its last value, which rotates. */
interface Turning {
  x: Float64Array;
  y: Float64Array;
  periods: number;
  first: number;
  length: number;
}

function turningOf({ x, y, periods }: Ranked, unit: number): Turning {
  const [from, until] = [unit * periods, (unit + 1) * periods];
  const own = y.slice(from, until);
  const first = own.findIndex((value) => !Number.isNaN(value));
  const last = own.findLastIndex((value) => !Number.isNaN(value));
  return { x: x.subarray(from, until), y: own, periods, first, length: last + 1 - first };
}

function addRotation(
  unit: Turning,
  turn: number,
  lags: readonly number[],
  into: Float64Array,
  offset: number
): void {
  const { first, length } = unit;
  const y = unit.y.slice();
  y.set(unit.y.subarray(first + length - turn, first + length), first);
  y.set(unit.y.subarray(first, first + length - turn), first + turn);
  takeOutLine(y);
  lags.forEach((lag, at) => addProducts({ ...unit, y }, 0, lag, into, offset + at * SUMS));
}
