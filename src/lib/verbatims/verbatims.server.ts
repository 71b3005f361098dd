import type { Client } from '../server/supabase';
import type { CountRow } from './counts';
import {
  criteriaOf,
  pageOf,
  without,
  type Criterion,
  type ListedVerbatim,
  type Listing,
  type Page
} from './list';
import type { Period } from './period';
import { teamAndBelow } from './teams';

/** Which verbatims are counted; null is all that the caller may see. */
export interface Scope {
  /** Ids of teams, not of those below them. */
  teams: string[] | null;
  step: string | null;
  channel: string | null;
}

/** The API cuts every answer here, and says nothing about it. */
const MOST_ROWS = 1000;

/**
 * The counts of a period, from the rollups: over everything, by slice of time, by team and by step.
 *
 * @throws when there are so many teams that the answer may be cut: a sum that lacks some would look like any other
 */
export async function counts(client: Client, period: Period, scope: Scope): Promise<CountRow[]> {
  const { data } = await client
    .rpc('verbatim_counts', {
      since: period.since,
      until: period.until,
      slice: period.slice,
      in_teams: scope.teams,
      in_step: scope.step,
      in_channel: scope.channel
    })
    .throwOnError();
  if (data.length >= MOST_ROWS)
    throw new Error(`The counts of ${period.since} to ${period.until} were cut after ${MOST_ROWS} rows`);
  return data as CountRow[];
}

/** Whether the caller may see any count at all, whatever its period. */
export async function anyCounted(client: Client): Promise<boolean> {
  const { data } = await client.from('team_rollups').select('starts_on').limit(1).throwOnError();
  return data.length > 0;
}

/** The teams and the journey steps that verbatims belong to, steps in the order of the journey. */
export async function places(client: Client) {
  const [teams, steps] = await Promise.all([
    client.from('teams').select('id, parent_id, slug, name').throwOnError(),
    client
      .from('journey_steps')
      .select('id, slug, customer_label_fr, customer_label_en')
      .order('position')
      .throwOnError()
  ]);
  return { teams: teams.data, steps: steps.data };
}

/** Verbatims on a page of the list. */
const PAGE_SIZE = 20;

type Places = Awaited<ReturnType<typeof places>>;

/** One page of what the caller may see, the newest first. */
export async function list(client: Client, listing: Listing, known: Places): Promise<Page<ListedVerbatim>> {
  const page = pageOf(await search(client, listing, known, PAGE_SIZE + 1), PAGE_SIZE, listing.cursor);
  // Beyond either end, or at the top with less than a page: the first page is what is meant.
  const strayed =
    listing.cursor !== null && (page.rows.length === 0 || (listing.cursor.side === 'after' && !page.newer));
  return strayed ? list(client, { ...listing, cursor: null }, known) : page;
}

/** The criteria of which any one alone, when dropped, brings something up. */
export async function loosen(client: Client, listing: Listing, known: Places): Promise<Criterion[]> {
  const tried = await Promise.all(
    criteriaOf(listing).map(async (criterion) => {
      const found = await search(client, without(listing, criterion), known, 1);
      return found.length > 0 ? [criterion] : [];
    })
  );
  return tried.flat();
}

async function search(
  client: Client,
  listing: Listing,
  known: Places,
  atMost: number
): Promise<ListedVerbatim[]> {
  const { q, status, sentiment, period, channel, cursor } = listing;
  const team = known.teams.find(({ slug }) => slug === listing.team);
  const before = cursor?.side === 'before' ? cursor : null;
  const after = cursor?.side === 'after' ? cursor : null;
  const { data } = await client
    .rpc('search_verbatims', {
      query: q || null,
      in_status: status,
      in_teams: team ? teamAndBelow(known.teams, team.id) : null,
      in_step: known.steps.find(({ slug }) => slug === listing.step)?.id ?? null,
      in_channel: channel,
      in_sentiment: sentiment,
      since: period?.since ?? null,
      until: period?.until ?? null,
      before_day: before?.day ?? null,
      before_id: before?.id ?? null,
      after_day: after?.day ?? null,
      after_id: after?.id ?? null,
      at_most: atMost
    })
    .throwOnError();
  return data as unknown as ListedVerbatim[];
}
