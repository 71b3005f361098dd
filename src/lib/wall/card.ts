/** What the wall shows, and what it is told about it. Pure: shared by the server, the player and the tests. */

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];
export type Counts = Record<Sentiment, number>;

/** One approved verbatim: a row of the view wall_cards. */
export interface Card {
  id: string;
  /** Counts the changes of the verbatim: of two cards with one id, the higher is the newer. */
  revision: number;
  changed_at: string;
  text: string;
  language: string;
  sentiment: Sentiment;
  channel: string | null;
  /** The day it speaks of, `YYYY-MM-DD`: said that day, or received that day when nobody knows. */
  day: string;
  said_on: string | null;
  received_at: string;
  answer: string | null;
  team_id: string | null;
  team: string | null;
  owner: string | null;
  step_id: string | null;
  step_fr: string | null;
  step_en: string | null;
}

export type Period = 'today' | 'week' | 'month' | 'year';

/** How many verbatims of each sentiment a period really had, whether they may be shown or not. */
export interface Share {
  period: Period;
  counts: Counts;
  n: number;
}

export type Change = { card: Card } | { gone: string; revision: number };

export interface Snapshot {
  cards: Card[];
  share: Share;
  /** Everything that changed up to here is in `cards`. */
  cursor: string;
  /** The server's clock, because a TV's is often wrong. */
  at: string;
  /** The first few alone, so that something is seen soon: all of them follow, in another snapshot. */
  partial?: boolean;
}

/** From this age on, in days, a positive is a memory rather than news. */
const MEMORY = 300;
/** Up to this age, in days, a verbatim that was just approved is announced as new. */
const NEWS = 7;

/** Whether somebody took it, or did something about it. */
export function isAnswered(card: Card): boolean {
  return card.answer !== null || card.owner !== null;
}

/** @param today `YYYY-MM-DD` */
export function isMemory(card: Card, today: string): boolean {
  return card.sentiment === 'positive' && daysBetween(card.day, today) >= MEMORY;
}

/** Whether it may be announced as new: an old text that was approved today is still an old text. */
export function isNews(card: Card, today: string): boolean {
  return daysBetween(card.day, today) <= NEWS;
}

/** Sorts the newest first; the id makes the order the same everywhere. */
export function newestFirst(a: Card, b: Card): number {
  return compare(b.day, a.day) || compareInstants(b.received_at, a.received_at) || compare(a.id, b.id);
}

/** Whole days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * Orders two timestamps as Postgres writes them, to the microsecond, which a Date would round to the millisecond.
 *
 * @returns negative, zero or positive, as for `sort`
 */
export function compareInstants(a: string, b: string): number {
  const seconds = Math.floor(Date.parse(a) / 1000) - Math.floor(Date.parse(b) / 1000);
  return seconds || compare(fraction(a), fraction(b));
}

function fraction(instant: string): string {
  return (/\.(\d+)/.exec(instant)?.[1] ?? '').padEnd(6, '0');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
