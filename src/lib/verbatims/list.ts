import { readFilters, writeFilters, type Known, type Preset } from './filters';
import { isDay, type Period } from './period';
import type { Reason } from '$lib/sentiment/sentiment';
import type { Status } from './verbatim';

export const STATUSES = [
  'held',
  'approved',
  'hidden',
  'received',
  'erased'
] as const satisfies readonly Status[];
export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** One verbatim as the list shows it. Text and sentiment are null before it is read and after it is erased. */
export interface ListedVerbatim {
  id: string;
  /** YYYY-MM-DD */
  day: string;
  text: string | null;
  language: string;
  rating: number | null;
  rating_scale: string | null;
  channel: string | null;
  team_id: string | null;
  step_id: string | null;
  status: Status;
  held_for: string[];
  sentiment: Sentiment | null;
  confidence: number | null;
  reasons: Reason[];
  owner_team_id: string | null;
  answer: string | null;
}

/** Where a page of the list ends, and which side of that row comes next. */
export interface Cursor {
  /** `before` continues to older verbatims, `after` to newer ones. */
  side: 'before' | 'after';
  /** YYYY-MM-DD */
  day: string;
  id: string;
}

/** What the list shows; lives in its address. Null is everything. */
export interface Listing {
  /** What somebody typed, at most `LONGEST_SEARCH` characters. */
  q: string;
  status: Status | null;
  sentiment: Sentiment | null;
  preset: Preset | 'dates' | null;
  period: Period | null;
  team: string | null;
  step: string | null;
  channel: string | null;
  cursor: Cursor | null;
}

/** What one can loosen when nothing is found, in the order of the form. */
const CRITERIA = ['q', 'period', 'team', 'step', 'channel', 'sentiment', 'status'] as const;
export type Criterion = (typeof CRITERIA)[number];

export const LONGEST_SEARCH = 200;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads the address of a list; whatever is wrong in it counts as not said. Unlike a dashboard, a list that is asked
 * for no period shows all there is: a verbatim that waits must not be overlooked because it is old.
 *
 * @param everyStatus whether the reader may ask for a status; others see what is approved
 * @param today YYYY-MM-DD
 */
export function readListing(
  params: URLSearchParams,
  known: Known,
  today: string,
  everyStatus: boolean
): Listing {
  const { preset, period, team, step, channel } = readFilters(params, known, today);
  const wanted = params.get('period') ?? 'dates';
  const periodIsSaid = preset === wanted;
  return {
    q: readSearch(params.get('q') ?? ''),
    status: everyStatus ? among(STATUSES, params.get('status')) : null,
    sentiment: among(SENTIMENTS, params.get('sentiment')),
    preset: periodIsSaid ? preset : null,
    period: periodIsSaid ? period : null,
    team,
    step,
    channel,
    cursor: readCursor('before', params.get('before')) ?? readCursor('after', params.get('after'))
  };
}

/** The address that shows the same: `readListing` undone, without what goes without saying. */
export function writeListing({
  q,
  status,
  sentiment,
  preset,
  period,
  cursor,
  ...rest
}: Listing): URLSearchParams {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (preset && period) {
    for (const [name, value] of writeFilters({ preset, period, ...rest })) params.set(name, value);
    // A dashboard's default goes without saying there, not here.
    if (preset !== 'dates') params.set('period', preset);
  } else {
    for (const [name, value] of Object.entries(rest)) if (value) params.set(name, value);
  }
  if (sentiment) params.set('sentiment', sentiment);
  if (status) params.set('status', status);
  if (cursor) params.set(cursor.side, `${cursor.day}_${cursor.id}`);
  return params;
}

/** Which criteria narrow this list. */
export function criteriaOf(listing: Listing): Criterion[] {
  return CRITERIA.filter((criterion) => listing[criterion]);
}

/** The first page of the same list without one of its criteria. */
export function without(listing: Listing, criterion: Criterion): Listing {
  const loosened: Listing = { ...listing, cursor: null, [criterion]: criterion === 'q' ? '' : null };
  return criterion === 'period' ? { ...loosened, preset: null } : loosened;
}

/** `nothing`: there is no verbatim at all. `done`: none is held any more. `unmatched`: none answers to the criteria. */
export type Emptiness = 'nothing' | 'done' | 'unmatched';

/** Why a list is empty, given which of its criteria bring something up when dropped. */
export function emptiness(listing: Listing, loosened: readonly Criterion[]): Emptiness {
  const criteria = criteriaOf(listing);
  const onlyHeld = listing.status === 'held' && criteria.length === 1;
  if (onlyHeld && loosened.length > 0) return 'done';
  return onlyHeld || criteria.length === 0 ? 'nothing' : 'unmatched';
}

/** A row as far as paging goes. */
interface Row {
  id: string;
  day: string;
}

export interface Page<T extends Row> {
  rows: T[];
  newer: Cursor | null;
  older: Cursor | null;
}

/**
 * Cuts a page out of the rows that were asked for, one more than it holds: the surplus one tells that it goes on.
 *
 * @param rows newest first
 * @param cursor what the rows were asked with
 */
export function pageOf<T extends Row>(rows: T[], size: number, cursor: Cursor | null): Page<T> {
  const goesOn = rows.length > size;
  const back = cursor?.side === 'after';
  const kept = back ? rows.slice(-size) : rows.slice(0, size);
  const first = kept[0];
  const last = kept.at(-1);
  return {
    rows: kept,
    newer: first && cursor && (!back || goesOn) ? { side: 'after', day: first.day, id: first.id } : null,
    older: last && (back || goesOn) ? { side: 'before', day: last.day, id: last.id } : null
  };
}

/** Postgres takes no NUL, and nobody types the other control characters. */
function readSearch(typed: string): string {
  const plain = typed.replace(/\p{Cc}+/gu, ' ').trim();
  return Array.from(plain).slice(0, LONGEST_SEARCH).join('').trim();
}

function readCursor(side: Cursor['side'], text: string | null): Cursor | null {
  const [day = '', id = '', ...more] = (text ?? '').split('_');
  return more.length === 0 && isDay(day) && day >= '1900' && UUID.test(id) ? { side, day, id } : null;
}

function among<T extends string>(known: readonly T[], name: string | null): T | null {
  return known.find((each) => each === name) ?? null;
}
