import type { Panel } from './panel';

/** Series of chance, for tests of what is said of them. */
export interface Simulation {
  /** A draw from the standard normal distribution: Box and Muller, Annals of Mathematical Statistics 29 (1958) 610-611. */
  normal(): number;
  /** A number between two others. */
  between(low: number, high: number): number;
  /** A series of variance 1 of which each value keeps a share of the one before. */
  series(length: number, memory: number): number[];
  /** Units of which x and y have nothing to do with each other. */
  unrelated(units: number, length: number, memory: () => number): Panel;
  /** Units of which y follows x after so many periods, with so strong a correlation and the same memory. */
  following(units: number, length: number, strength: number, lag: number, memory: number): Panel;
}

/** @param random draws in [0, 1) */
export function simulation(random: () => number): Simulation {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const between = (low: number, high: number) => low + (high - low) * random();
  const series = (length: number, memory: number) => {
    let value = normal();
    return Array.from({ length }, () => {
      const now = value;
      value = memory * value + Math.sqrt(1 - memory ** 2) * normal();
      return now;
    });
  };
  const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
  return {
    normal,
    between,
    series,
    unrelated: (units, length, memory) => ({
      x: times(units, () => series(length, memory())),
      y: times(units, () => series(length, memory()))
    }),
    following: (units, length, strength, lag, memory) => {
      const pairs = times(units, () => {
        const ahead = series(length + lag, memory);
        const own = series(length, memory);
        const y = own.map((value, at) => strength * ahead[at]! + Math.sqrt(1 - strength ** 2) * value);
        return { x: ahead.slice(lag), y };
      });
      return { x: pairs.map(({ x }) => x), y: pairs.map(({ y }) => y) };
    }
  };
}
