import { TEAMS } from './company';
import { pickWeighted, seeded } from './random';

/** A text as it was written for the demo, before it has a place and a day. */
export interface DemoText {
  text: string;
  channel: string;
  step: string;
  /** Slug of a team, or '' for any shop. */
  team: string;
  /** Calendar months the text makes sense in, such as `3-5` or `12`; '' for any. */
  months: string;
  story: string;
}

export interface Placed {
  team: string;
  /** YYYY-MM-DD */
  day: string;
  /** ISO 8601 */
  receivedAt: string;
}

/** The months of deliveries that went wrong, YYYY-MM-DD. */
export interface Spring {
  from: string;
  to: string;
}

/** Days of history: two years and a quarter, so that there are eight whole quarters on any day. */
export const HISTORY = 822;
/** In days. */
export const YEAR = 365;
const DAY = 24 * 3600 * 1000;

/** How much customers write, month by month, relative to an ordinary one: Christmas, sales, and a quiet August. */
const SEASON = [1.15, 0.85, 0.9, 1, 1.1, 1, 0.85, 0.6, 1, 1.05, 1.35, 1.6];

/** How much they write on each day of the week, Sunday first. */
const WEEK = [0.8, 0.9, 0.9, 1, 1, 1.2, 1.4];

/**
 * Gives every text a team, a day and an hour within the history before `now`.
 *
 * Volumes grow, follow the seasons and the week; stories keep to their team and their time. Same texts, same `now`,
 * same seed: same placing.
 */
export function place(texts: DemoText[], now: Date, seed = 1): Placed[] {
  const random = seeded(seed);
  const days = Array.from({ length: HISTORY }, (_, age) => calendarDay(now, age));
  const spring = lastSpring(now);
  return texts.map((text) => {
    const fits = days.filter(
      (day) => inMonths(text.months, day.month) && inStory(text.story, day.date, spring)
    );
    const day = pickWeighted(random, fits.length > 0 ? fits : days, (candidate) => candidate.weight);
    return {
      team: text.team || anyTeam(random, text),
      day: day.date,
      receivedAt: hourOf(random, day.date, now)
    };
  });
}

export interface CalendarDay {
  date: string;
  month: number;
  /** How much customers write on such a day, relative to an ordinary one. */
  season: number;
  /** The same, relative to the other days of the demo. */
  weight: number;
}

export function calendarDay(now: Date, age: number): CalendarDay {
  const date = new Date(now.getTime() - age * DAY);
  const month = date.getUTCMonth();
  // More customers are asked every month, and most of all since the walls were hung a month ago; a wall looks back a year.
  const hung = (age < 30 ? 1.5 : 0) + (age < 4 ? 3 : 0) + (Math.abs(age - YEAR) < 4 ? 4 : 0);
  const growth = 1.6 - age / HISTORY + hung;
  const season = (SEASON[month] ?? 1) * (WEEK[date.getUTCDay()] ?? 1);
  return { date: date.toISOString().slice(0, 10), month: month + 1, season, weight: season * growth };
}

/** The spring whose deliveries went wrong in Nantes: the last one that has been over for a month. */
export function lastSpring(now: Date): Spring {
  const year = now.getUTCMonth() >= 6 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
  return { from: `${year}-03-01`, to: `${year}-05-31` };
}

function inMonths(months: string, month: number): boolean {
  if (months === '') return true;
  const [from = 1, to = from] = months.split('-').map(Number);
  return month >= from && month <= to;
}

function inStory(story: string, date: string, spring: Spring): boolean {
  if (story === 'nantes-delivery-bad') return date >= spring.from && date <= spring.to;
  if (story === 'nantes-delivery-mended') return date > spring.to;
  return true;
}

/** A text that names no team came from any shop, or from the people who answer at a distance. */
function anyTeam(random: () => number, text: DemoText): string {
  if (['phone', 'email', 'chat'].includes(text.channel) && ['service', 'refund'].includes(text.step))
    return 'relation-client';
  if (text.step === 'delivery' && random() < 0.6) return 'e-commerce';
  const shops = TEAMS.filter(({ kind }) => kind === 'site');
  return pickWeighted(random, shops, ({ weight }) => weight).slug;
}

/** An hour between eight and ten in the evening, never in the future. */
export function hourOf(random: () => number, date: string, now: Date): string {
  const opening = new Date(`${date}T07:00:00Z`).getTime();
  const closing = Math.min(opening + 13 * 3600 * 1000, now.getTime() - 60_000);
  const at = closing > opening ? opening + random() * (closing - opening) : closing - random() * 3600 * 1000;
  return new Date(at).toISOString();
}
