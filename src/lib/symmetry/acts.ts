import { isDay } from '$lib/verbatims/period';
import type { Targets } from './quadrant';

/** What a form of the page does, and the name of its form action. */
export type Act = 'targets' | 'note' | 'takeBack';

/** Something that happened, as a form notes it. */
export interface NewEvent {
  team_id: string;
  /** YYYY-MM-DD */
  day: string;
  title: string;
}

/** Why a form was not taken, by the field to mend. */
export type Problem = 'cx' | 'ex' | 'title_missing' | 'title_long' | 'day_wrong' | 'day_to_come';

/** An act with the fields of its form. */
export interface Undo {
  act: Act;
  fields: Record<string, string>;
}

/** What a form answered, under the key `symmetry` of the page's form. */
export type Told =
  | { done: Act; undo: Undo }
  | { act: Act; refused: string; problem: Problem | null; typed: Record<string, string> };

/** Characters of a title, as the database counts them. */
export const LONGEST_TITLE = 120;

export const LEAST_TARGET = 1;
export const MOST_TARGET = 99;

/** Reads the cuts that leadership wants: whole numbers, because nobody can mean more. */
export function readTargets(typed: { cx: string; ex: string }): Targets | { problem: Problem } {
  const [cx, ex] = [targetOf(typed.cx), targetOf(typed.ex)];
  if (cx === null) return { problem: 'cx' };
  return ex === null ? { problem: 'ex' } : { cx, ex };
}

function targetOf(text: string): number | null {
  if (!/^\d{1,2}$/.test(text)) return null;
  const target = Number(text);
  return target >= LEAST_TARGET && target <= MOST_TARGET ? target : null;
}

/**
 * Reads what happened.
 *
 * @param today YYYY-MM-DD; nothing is noted before it happened
 */
export function readEvent(
  typed: { team: string; day: string; title: string },
  today: string
): NewEvent | { problem: Problem } {
  // Control characters cannot be stored, and a title has one line.
  const title = typed.title.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (title === '') return { problem: 'title_missing' };
  if (Array.from(title).length > LONGEST_TITLE) return { problem: 'title_long' };
  if (!isDay(typed.day)) return { problem: 'day_wrong' };
  if (typed.day > today) return { problem: 'day_to_come' };
  return { team_id: typed.team, day: typed.day, title };
}
