import { readOutside } from '$lib/server/config';
import type { Client } from '$lib/server/supabase';
import { anyCounted } from '$lib/verbatims/verbatims.server';
import { addMonths, firstDay, lastDay, monthOf, type Month, type Span } from './month';
import { spanBefore } from './overview';
import { USUAL_TARGETS, type Targets } from './quadrant';
import { readSums, type Sums, type SumsDocument } from './sums';

/** How far curves and links look back, in months. */
export const REACH = 36;

/**
 * The sums behind a span, the one before it and the history up to it, as far as the caller may see them.
 *
 * @param step id of the step of the journey that customers speak of; null is all
 * @param teams ids of the teams that are needed; null is all
 */
export async function sumsOf(
  client: Client,
  span: Span,
  { step, teams }: { step: string | null; teams: string[] | null }
): Promise<Sums> {
  const reach = addMonths(span.until, 1 - REACH);
  const before = spanBefore(span).since;
  const { data } = await client
    .rpc('symmetry_months', {
      since: firstDay(before < reach ? before : reach),
      until: lastDay(span.until),
      in_teams: teams,
      in_step: step,
      zone: readOutside().timeZone
    })
    .throwOnError();
  return readSums(data as unknown as SumsDocument);
}

/** Whether customers ever spoke or a wave was ever published, whatever the span. */
export async function anythingKnown(client: Client): Promise<boolean> {
  const [customers, employees] = await Promise.all([
    anyCounted(client),
    client.from('pulse_rollups').select('wave_id').limit(1).throwOnError()
  ]);
  return customers || employees.data.length > 0;
}

export interface SetTargets extends Targets {
  /** When leadership set them, in ISO 8601; null while the usual ones hold. */
  setAt: string | null;
  /** What held before, the latest first. */
  earlier: (Targets & { setAt: string })[];
}

/** Earlier cuts that are told: a year of quarters, and more would be a list. */
const TARGETS_TOLD = 5;

/** The cuts that hold now, and those that held before. */
export async function targetsOf(client: Client): Promise<SetTargets> {
  const { data } = await client
    .from('symmetry_targets')
    .select('cx, ex, set_at')
    .order('set_at', { ascending: false })
    .limit(TARGETS_TOLD + 1)
    .throwOnError();
  const [last, ...earlier] = data.map(({ cx, ex, set_at }) => ({ cx, ex, setAt: set_at }));
  return last ? { ...last, earlier } : { ...USUAL_TARGETS, setAt: null, earlier: [] };
}

/** Something that a curve shows beside its figures: what happened, or what a team did about its results. */
export interface Mark {
  kind: 'event' | 'action';
  /** Of an event, to take it back. */
  id: string;
  /** YYYY-MM-DD */
  day: string;
  title: string;
  team: string;
}

/** The API cuts every answer here, and says nothing about it. */
const MOST_ROWS = 1000;

/** What happened and what was done in these teams in a span, in order of time: the latest thousand of either. */
export async function marksOf(
  client: Client,
  teams: readonly string[],
  { since, until }: Span
): Promise<Mark[]> {
  const [from, to] = [firstDay(since), lastDay(until)];
  const [events, actions] = await Promise.all([
    client
      .from('events')
      .select('id, day, title, team_id')
      .gte('day', from)
      .lte('day', to)
      .order('day', { ascending: false })
      .order('id')
      .limit(MOST_ROWS)
      .throwOnError(),
    client
      .from('team_actions')
      .select('id, done_on, title, team_id')
      .gte('done_on', from)
      .lte('done_on', to)
      .order('done_on', { ascending: false })
      .order('id')
      .limit(MOST_ROWS)
      .throwOnError()
  ]);
  const marks: Mark[] = [
    ...events.data.map(({ team_id, ...event }) => ({ kind: 'event' as const, ...event, team: team_id })),
    ...actions.data.map(({ id, done_on, title, team_id }) => ({
      kind: 'action' as const,
      id,
      day: done_on ?? from,
      title,
      team: team_id
    }))
  ];
  // Sorted out here, where five hundred ids would not fit into an address.
  const inside = new Set(teams);
  return marks
    .filter(({ team }) => inside.has(team))
    .sort((a, b) => (a.day === b.day ? (a.title < b.title ? -1 : 1) : a.day < b.day ? -1 : 1));
}

/** A closed month whose verbatims have come and gone since. */
export interface LateMonth {
  month: Month;
  /** ISO 8601 */
  closed_at: string;
  came: number;
  went: number;
}

/** The closed months of a span that would count differently today. */
export async function lateMonths(client: Client, { since, until }: Span): Promise<LateMonth[]> {
  const { data } = await client
    .rpc('late_verbatims', { since: firstDay(since), until: lastDay(until) })
    .throwOnError();
  return data.map((row) => ({ ...row, month: monthOf(row.month) }));
}
