import { takeOutLine } from './line';

/** Draws of a series that remembers its past as the one it was made of, and knows nothing of any other. */
export type Surrogates = () => Float64Array;

/**
 * Series with the same memory as a given one: each of its waves keeps its height and is shifted around the circle by a
 * chance of its own. A series alone can be rotated as a whole in as many ways as it has periods only, too few to test
 * several lags: Ebisuzaki, Journal of Climate 10 (1997) 2147-2153. Its straight line is taken out again, as it was of
 * the series.
 *
 * The same array is filled at each draw. Values that are unknown are bridged by a straight line, and unknown again after.
 *
 * @param series NaN where unknown; with at least 3 values
 * @param random draws in [0, 1)
 */
export function phaseSurrogates(series: Float64Array, random: () => number): Surrogates {
  const known = [...series.keys()].filter((at) => !Number.isNaN(series[at]!));
  const first = known[0]!;
  const bridged = bridge(series.subarray(first, known.at(-1)! + 1));
  const heights = heightsOf(bridged);
  const drawn = new Float64Array(series.length).fill(NaN);
  return () => {
    const whole = compose(heights, bridged.length, random);
    takeOutLine(whole);
    for (const at of known) drawn[at] = whole[at - first]!;
    return drawn;
  };
}

function bridge(series: Float64Array): Float64Array {
  const bridged = series.slice();
  let last = 0;
  for (let at = 1; at < bridged.length; at += 1) {
    if (Number.isNaN(bridged[at]!)) continue;
    const slope = (bridged[at]! - bridged[last]!) / (at - last);
    for (let gap = last + 1; gap < at; gap += 1) bridged[gap] = bridged[last]! + slope * (gap - last);
    last = at;
  }
  return bridged;
}

/** Of each wave that goes around the series 1, 2, 3... times; the one of every other value counts for a half. */
function heightsOf(series: Float64Array): number[] {
  const length = series.length;
  return Array.from({ length: Math.floor(length / 2) }, (_, wave) => {
    const turn = (2 * Math.PI * (wave + 1)) / length;
    const along = series.reduce((sum, value, at) => sum + value * Math.cos(turn * at), 0);
    const across = series.reduce((sum, value, at) => sum + value * Math.sin(turn * at), 0);
    return Math.hypot(along, across) * (2 * (wave + 1) === length ? 0.5 : 1);
  });
}

function compose(heights: readonly number[], length: number, random: () => number): Float64Array {
  const composed = new Float64Array(length);
  heights.forEach((height, wave) => {
    const turn = (2 * Math.PI * (wave + 1)) / length;
    // The fastest wave knows only up and down.
    const shift = 2 * (wave + 1) === length ? Math.PI * Math.floor(2 * random()) : 2 * Math.PI * random();
    // Each value is the one before, turned: a cosine for every value would be most of the work.
    const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
    let along = height * Math.cos(shift);
    let across = height * Math.sin(shift);
    for (let at = 0; at < length; at += 1) {
      composed[at] = composed[at]! + along;
      const next = along * cosine - across * sine;
      across = across * cosine + along * sine;
      along = next;
    }
  });
  return composed;
}
