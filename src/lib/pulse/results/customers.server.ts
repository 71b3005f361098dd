import type { Client } from '../../server/supabase';
import { NOTHING, sum, type Counts } from '../../verbatims/counts';
import type { ListedVerbatim, Sentiment } from '../../verbatims/list';
import type { Period } from '../../verbatims/period';
import { teamAndBelow, type Team } from '../../verbatims/teams';
import * as verbatims from '../../verbatims/verbatims.server';
import { customersOf, trueMix, type Customers } from './customers';

/** As many as fit beside the figures; their mix is that of all. */
const SHOWN = 3;

/** What customers say of a team and those below it, in its figures and in their words. */
export interface Beside {
  customers: Customers;
  period: Period;
  before: Period;
  /** How many verbatims of each sentiment the shown ones were taken from. */
  counts: Counts;
  verbatims: ListedVerbatim[];
}

/** @param days the days that count, and those they are compared with */
export async function beside(
  client: Client,
  team: Team,
  known: Awaited<ReturnType<typeof verbatims.places>>,
  { now, before }: { now: Period; before: Period }
): Promise<Beside> {
  // The company's customers are all there are, also where no team is known.
  const isCompany = team.parent_id === null;
  const scope = { teams: isCompany ? null : teamAndBelow(known.teams, team.id), step: null, channel: null };
  const [counts, earlier] = await Promise.all([
    verbatims.counts(client, now, scope).then(total),
    verbatims.counts(client, before, scope).then(total)
  ]);
  const mix = trueMix(counts, SHOWN);
  const some = await Promise.all(
    (['positive', 'neutral', 'negative'] as const).map(async (sentiment) => {
      if (mix[sentiment] === 0) return [];
      const page = await verbatims.list(
        client,
        listingOf(sentiment, isCompany ? null : team.slug, now),
        known
      );
      return page.rows.slice(0, mix[sentiment]);
    })
  );
  return {
    customers: customersOf(counts, earlier),
    period: now,
    before,
    counts,
    verbatims: some.flat().sort((a, b) => (a.day < b.day ? 1 : -1))
  };
}

function total(rows: Awaited<ReturnType<typeof verbatims.counts>>): Counts {
  return { ...NOTHING, ...sum(rows.filter((row) => row.grouped_by === 'all')) };
}

function listingOf(sentiment: Sentiment, team: string | null, period: Period) {
  return {
    q: '',
    status: 'approved' as const,
    sentiment,
    preset: 'dates' as const,
    period,
    team,
    step: null,
    channel: null,
    cursor: null
  };
}
