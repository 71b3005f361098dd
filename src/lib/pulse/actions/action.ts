import { isDay } from '../../verbatims/period';
import { LEVERS, type Lever } from '../question';

/** What a team decided about its results: a row of `team_actions`. */
export interface TeamAction {
  id: string;
  team_id: string;
  /** null for an action that is about none of the six in particular. */
  lever: Lever | null;
  title: string;
  /** YYYY-MM-DD */
  decided_on: string;
  /** YYYY-MM-DD, null until it is done. */
  done_on: string | null;
}

export type NewAction = Omit<TeamAction, 'id'>;

/** What a form does to an action, and the name of its form action. */
export type Act = 'decide' | 'finish' | 'reopen' | 'drop';

/** An act with the fields of its form. */
export interface Undo {
  act: Act;
  fields: Record<string, string>;
}

/** The fields of a form as they were typed. */
export type Typed = Record<'team' | 'title' | 'lever' | 'decided_on' | 'done_on', string>;

/** Why a form was not taken, and the field to mend. */
export type Problem = 'title_missing' | 'title_long' | 'day_wrong' | 'day_to_come' | 'done_before_decided';

/** What the form of an action answered, under the key `action` of the page's form. */
export type Told =
  | { done: Act; undo: Undo }
  /** `id` names the action whose form it was, null for a new one. */
  | { refused: string; problem: Problem | null; id: string | null; typed: Typed };

/** Characters of a title, as the database counts them. */
export const LONGEST_TITLE = 200;

/**
 * Reads what somebody wants to note. A day that is left out is today for the decision, and none for its end.
 *
 * @param today YYYY-MM-DD; nothing is noted before it happened
 */
export function readAction(typed: Typed, today: string): NewAction | { problem: Problem } {
  // Control characters cannot be stored, and a title has one line.
  const title = typed.title.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (title === '') return { problem: 'title_missing' };
  if (Array.from(title).length > LONGEST_TITLE) return { problem: 'title_long' };
  const decided_on = typed.decided_on || today;
  const done_on = typed.done_on || null;
  const problem = problemOf(decided_on, done_on, today);
  if (problem) return { problem };
  const lever = LEVERS.find((each) => each === typed.lever) ?? null;
  return { team_id: typed.team, lever, title, decided_on, done_on };
}

/** Why these days cannot be those of an action, null when they can. */
export function problemOf(decided_on: string, done_on: string | null, today: string): Problem | null {
  const days = done_on === null ? [decided_on] : [decided_on, done_on];
  if (!days.every(isDay)) return 'day_wrong';
  if (days.some((day) => day > today)) return 'day_to_come';
  return done_on !== null && done_on < decided_on ? 'done_before_decided' : null;
}

/** The act that puts an action back to what it was. */
export function undoOf(act: Act, before: TeamAction): Undo {
  const { id, team_id, lever, title, decided_on, done_on } = before;
  if (act === 'decide') return { act: 'drop', fields: { id } };
  if (act === 'finish') return { act: 'reopen', fields: { id } };
  if (act === 'reopen') return { act: 'finish', fields: { id, done_on: done_on ?? '' } };
  return {
    act: 'decide',
    fields: { team: team_id, lever: lever ?? '', title, decided_on, done_on: done_on ?? '' }
  };
}

/** What is under way, the last decided first, then what is done, the last done first. */
export function sorted<T extends TeamAction>(actions: readonly T[]): { open: T[]; done: T[] } {
  const latest = (day: (action: T) => string) => (a: T, b: T) => day(b).localeCompare(day(a));
  return {
    open: actions.filter(({ done_on }) => done_on === null).sort(latest(({ decided_on }) => decided_on)),
    done: actions.filter(({ done_on }) => done_on !== null).sort(latest(({ done_on }) => done_on!))
  };
}
