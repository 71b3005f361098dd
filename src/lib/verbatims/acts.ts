import type { Sentiment } from './list';
import type { Status } from './verbatim';

/** What a moderator does to a verbatim, and may undo. */
export type Act = 'approve' | 'hide' | 'hold' | 'correct' | 'uncorrect' | 'answer';

/** A verbatim as far as an act may change it. */
export interface Changeable {
  status: Status;
  sentiment: Sentiment | null;
  owner_team_id: string | null;
  answer: string | null;
}

/** An act with the fields of its form. */
export interface Undo {
  act: Act;
  fields: Record<string, string>;
}

/** What was done, and the act that puts it back; null where nothing was changed. */
export interface Done {
  done: Act;
  id: string;
  /** The sentiment that was chosen, of a correction. */
  sentiment?: Sentiment;
  undo: Undo | null;
}

const BACK_TO: Partial<Record<Status, Act>> = { approved: 'approve', hidden: 'hide', held: 'hold' };

/**
 * The act that puts a verbatim back to what it was. Undoing never goes further than that: what was held and then hidden
 * is held again, not approved.
 *
 * @param sentiment the one that was chosen, of a correction; to choose the one that was there confirms it, and leaves
 * nothing to undo
 */
export function undoOf(act: Act, before: Changeable, sentiment?: Sentiment): Undo | null {
  if (act === 'answer') {
    return { act, fields: { team: before.owner_team_id ?? '', answer: before.answer ?? '' } };
  }
  if (act === 'correct') {
    const changed = before.sentiment !== null && before.sentiment !== sentiment;
    return changed ? { act: 'uncorrect', fields: {} } : null;
  }
  if (act === 'uncorrect') return null;
  const back = BACK_TO[before.status];
  return back && back !== act ? { act: back, fields: {} } : null;
}
