/** One tick of the axis of time. */
interface Tick {
  value: number;
  /** One text a line. */
  label: string[];
}

/** "mars 2026" -> "mars" and "2026" */
const DATED = /^(.*\S)\s+(\d{4})$/;

/**
 * As many moments as there is room to name, the last one among them; the year stands below the first of it.
 *
 * @param days in order, as the axis counts them
 * @param names of the moments, ending with their year where they have one
 * @param room how many names fit beside each other
 */
export function ticksOf(days: number[], names: string[], room: number): Tick[] {
  const step = Math.ceil(days.length / Math.max(1, Math.floor(room)));
  let before: string | undefined;
  return days.flatMap((value, i) => {
    if ((days.length - 1 - i) % step !== 0) return [];
    const name = names[i] ?? '';
    const [, short = name, year] = DATED.exec(name) ?? [];
    const label = year === undefined || year === before ? [short] : [short, year];
    before = year;
    return [{ value, label }];
  });
}

/** Half the usual way from one moment to the next, in days; half a month for a single one. */
export function marginOf(days: number[]): number {
  const steps = days.slice(1).map((day, i) => day - (days[i] ?? 0));
  return steps.length > 0 ? Math.min(...steps) / 2 : 15;
}

/** The places of each row of moments that have a figure, first and last. */
export function runsOf(moments: unknown[]): { first: number; last: number }[] {
  return moments.flatMap((moment, first) => {
    if (moment === null || (first > 0 && moments[first - 1] !== null)) return [];
    const length = moments.slice(first).findIndex((each) => each === null);
    return [{ first, last: length < 0 ? moments.length - 1 : first + length - 1 }];
  });
}
