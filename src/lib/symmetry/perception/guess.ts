import { firstDay, lastDay, monthOf, spanOf, type Span } from '../month';
import { addDays } from '$lib/verbatims/period';

/** A leader's own guess of the running quarter. */
export interface OwnGuess {
  quarter: Span;
  /** 0 to 10; null while there is none. */
  value: number | null;
}

/** What became of a guess that was sent: kept, or why not, in the reader's language. */
export type GuessTold = { kept: number } | { refused: string; typed: string };

/** A whole number from 0 to 10; null for anything else. */
export function readGuess(typed: string): number | null {
  return /^(\d|10)$/.test(typed) ? Number(typed) : null;
}

/** The quarter that leaders guess on a day, whose score nobody knows. @param today YYYY-MM-DD */
export function runningQuarter(today: string): Span {
  return spanOf(monthOf(today), 'quarter');
}

/** As the tables name a quarter: its first day, YYYY-MM-DD. */
export function nameOf({ since }: Span): string {
  return firstDay(since);
}

/** The day on which the guesses of a quarter are put together: a day's grace after it is over, as `close_guesses` has it. */
export function toldOn({ until }: Span): string {
  return addDays(lastDay(until), 2);
}
