import { cleanText } from '$lib/redaction/cleaning';

/** Where a comment stands; nobody but moderators reads it before it is released. */
export const STATUSES = ['waiting', 'released', 'withheld'] as const;
export type Status = (typeof STATUSES)[number];

/** What a moderator does to a comment. */
export type Act = 'release' | 'withhold';

/** One comment of a published wave. It has no date and no author, anywhere. */
export interface Comment {
  id: string;
  /** The cell it is read in: the smallest team around its author with enough answers. */
  team_id: string;
  text: string;
}

/** A place in the order of a wave's comments, which is one of ids and therefore tells nothing. */
interface Place {
  team: string;
  id: string;
}

export interface Cursor extends Place {
  /** `after` and `before` leave the comment of that place out, `from` begins with it. */
  side: 'after' | 'before' | 'from';
}

/** What the list shows; lives in its address. */
export interface Queue {
  status: Status;
  /** Id of a wave; null is the latest that has comments of that status. */
  wave: string | null;
  cursor: Cursor | null;
}

/** What was done, and how it is taken back. */
export interface Done {
  done: Act;
  id: string;
  /** Whether its text was changed. */
  edited: boolean;
  /**
   * The act that takes it back: what managers could read is withheld from them, what they can read no longer is
   * released again. `reread` for what nobody has ever released: undoing must not release it, so one reads it again.
   */
  undo: Act | 'reread' | null;
  wave: string;
  place: Place;
}

/** The most characters a comment has, as it is answered and as it is edited. */
export const LONGEST = 1000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the address of a list; whatever is wrong in it counts as not said. */
export function readQueue(params: URLSearchParams): Queue {
  const wave = params.get('wave');
  return {
    status: STATUSES.find((each) => each === params.get('status')) ?? 'waiting',
    wave: wave && UUID.test(wave) ? wave : null,
    cursor:
      readCursor('after', params.get('after')) ??
      readCursor('before', params.get('before')) ??
      readCursor('from', params.get('from'))
  };
}

/** The address that shows the same: `readQueue` undone, without what goes without saying. */
export function writeQueue({ status, wave, cursor }: Queue): URLSearchParams {
  const params = new URLSearchParams();
  if (status !== 'waiting') params.set('status', status);
  if (wave) params.set('wave', wave);
  if (cursor) params.set(cursor.side, `${cursor.team}_${cursor.id}`);
  return params;
}

/** How an act on a comment that stood there before is taken back. */
export function undoOf(act: Act, before: Status): Done['undo'] {
  if (act === 'release') return before === 'released' ? null : 'withhold';
  if (before === 'released') return 'release';
  return before === 'waiting' ? 'reread' : null;
}

/** What an edit makes of a comment: null where it changes nothing. */
export function readEdit(
  original: string,
  typed: string
): { text: string | null } | { problem: 'empty' | 'long' } {
  const text = cleanText(typed).trim();
  if (text === '') return { problem: 'empty' };
  if (Array.from(text).length > LONGEST) return { problem: 'long' };
  return { text: text === original.trim() ? null : text };
}

export interface Page {
  comments: Comment[];
  before: Cursor | null;
  after: Cursor | null;
}

/**
 * Cuts a page out of the comments that were asked for, one more than it holds: the surplus one tells that it goes on.
 *
 * @param comments in the order of team and id
 * @param cursor what they were asked with
 */
export function pageOf(comments: Comment[], size: number, cursor: Cursor | null): Page {
  const goesOn = comments.length > size;
  const back = cursor?.side === 'before';
  const kept = back ? comments.slice(-size) : comments.slice(0, size);
  const first = kept[0];
  const last = kept.at(-1);
  return {
    comments: kept,
    before:
      first && cursor && (!back || goesOn) ? { side: 'before', team: first.team_id, id: first.id } : null,
    after: last && (back || goesOn) ? { side: 'after', team: last.team_id, id: last.id } : null
  };
}

/** The comments of each cell together, cells by name. */
export function byCell<T extends Comment>(comments: readonly T[], names: ReadonlyMap<string, string>) {
  const cells = new Map<string, { team_id: string; name: string; comments: T[] }>();
  for (const comment of comments) {
    const { team_id } = comment;
    const cell = cells.get(team_id) ?? { team_id, name: names.get(team_id) ?? '', comments: [] };
    cell.comments.push(comment);
    cells.set(team_id, cell);
  }
  return [...cells.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

function readCursor(side: Cursor['side'], text: string | null): Cursor | null {
  const [team = '', id = '', ...more] = (text ?? '').split('_');
  return more.length === 0 && UUID.test(team) && UUID.test(id) ? { side, team, id } : null;
}
