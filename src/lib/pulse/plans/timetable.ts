import { addDays } from '$lib/verbatims/period';
import { addMonths, comingRounds, type Rhythm } from '../waves/calendar';
import { isPast, type State } from './state';

/** A wave of the calendar. Days are written YYYY-MM-DD. */
export interface ListedWave {
  id: string;
  name: string;
  state: State;
  opens_on: string;
  closes_on: string;
  /** How many questions it asks. */
  questions: number;
  /** Of everybody who was invited, in percent, rounded to 5; null when it is not published. */
  participation: number | null;
}

/** A plan as far as the calendar shows it. */
export interface ListedPlan extends Rhythm {
  id: string;
  name: string;
  open_days: number;
  paused: boolean;
}

/** A line of the calendar: a wave, or the rounds that a plan will bring in a month. */
export type Line =
  | ({ kind: 'wave' } & ListedWave)
  | { kind: 'rounds'; id: string; name: string; spans: { opens_on: string; closes_on: string }[] };

export interface Month {
  /** The first of it. */
  first: string;
  days: number;
  lines: Line[];
}

export interface Timetable {
  /** Of what is open or to come, the nearest first. */
  coming: Month[];
  /** Of what is behind, the latest first. */
  past: Month[];
}

/** How far ahead the calendar looks, in months. */
const AHEAD = 12;

/** The calendar of past and coming waves, month by month; months without any are left out. */
export function timetable(
  waves: readonly ListedWave[],
  plans: readonly ListedPlan[],
  today: string
): Timetable {
  const coming = new Map<string, Line[]>();
  const past = new Map<string, Line[]>();
  const add = (months: Map<string, Line[]>, day: string, each: Line) => {
    const first = `${day.slice(0, 7)}-01`;
    months.set(first, [...(months.get(first) ?? []), each]);
  };
  for (const wave of waves) add(isPast(wave.state) ? past : coming, wave.opens_on, { kind: 'wave', ...wave });
  for (const plan of plans.filter(({ paused }) => !paused)) {
    for (const [month, days] of byMonth(comingRounds(plan, addMonths(today, AHEAD)))) {
      const spans = days.map((day) => ({ opens_on: day, closes_on: addDays(day, plan.open_days) }));
      add(coming, month, { kind: 'rounds', id: `${plan.id} ${month}`, name: plan.name, spans });
    }
  }
  return { coming: inOrder(coming, 1), past: inOrder(past, -1) };
}

/** The share of a month that lies before a day, and the share that a span covers of it, in percent. */
export function stretch(month: Month, { opens_on, closes_on }: { opens_on: string; closes_on: string }) {
  const next = addMonths(month.first, 1);
  const from = Number(opens_on.slice(8)) - 1;
  const to = closes_on < next ? Number(closes_on.slice(8)) - 1 : month.days;
  return { left: (100 * from) / month.days, width: (100 * Math.max(to - from, 1)) / month.days };
}

function byMonth(days: readonly string[]): Map<string, string[]> {
  const months = new Map<string, string[]>();
  for (const day of days) {
    const first = `${day.slice(0, 7)}-01`;
    months.set(first, [...(months.get(first) ?? []), day]);
  }
  return months;
}

function inOrder(months: ReadonlyMap<string, Line[]>, direction: 1 | -1): Month[] {
  return [...months]
    .sort(([a], [b]) => direction * a.localeCompare(b))
    .map(([first, lines]) => ({
      first,
      days: Number(addDays(addMonths(first, 1), -1).slice(8)),
      lines: lines.sort((a, b) => direction * startOf(a).localeCompare(startOf(b)))
    }));
}

function startOf(line: Line): string {
  return line.kind === 'wave' ? line.opens_on : (line.spans[0]?.opens_on ?? '');
}
