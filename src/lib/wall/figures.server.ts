import type { Client } from '$lib/server/supabase';
import { NOTHING, type Counts } from '$lib/verbatims/counts';
import type { Figure } from './figures';
import { customersFigures, employeesFigures, type Negatives } from './figuring';
import { addDays, dayOf } from './period';
import { IDS } from './reading.server';
import type { PublishedPulse } from './voices.server';
import { isFresh } from './voices';

/** A season of customers, as beside a team's results: shorter has too few of them, longer moves too late. Days. */
const DAYS = 90;

/** Figures for a screen of these teams: of the one that they are, else of the company. @param teams null for all */
export async function readFigures(
  service: Client,
  pulse: PublishedPulse,
  teams: readonly string[] | null
): Promise<Figure[]> {
  const root = await pulse.rootOf(teams);
  // The company's customers are all there are, also where no team is known.
  const scope = root && root.parent_id !== null ? [...(teams as string[])] : null;
  const name = scope && root ? root.name : null;
  const today = dayOf(Date.now());
  const since = addDays(today, 1 - DAYS);
  const [counts, negatives, report] = await Promise.all([
    countsOf(service, [since, today], scope),
    negativesOf(service, since, scope),
    pulse.reportOf(scope && root ? root.id : null)
  ]);
  const figures = [
    ...customersFigures(counts, negatives, name, [since, today]),
    ...(report ? employeesFigures(report, name) : [])
  ];
  return figures.filter((figure) => isFresh(figure, today));
}

async function countsOf(
  service: Client,
  [since, until]: [string, string],
  teams: string[] | null
): Promise<Counts> {
  const { data } = await service
    .rpc('verbatim_counts', { since, until, slice: 'week', in_teams: teams })
    .eq('grouped_by', 'all')
    .throwOnError();
  return data[0] ?? NOTHING;
}

/** Hidden and held ones count too, or hiding what nobody answered would look like answering it. */
async function negativesOf(service: Client, since: string, teams: string[] | null): Promise<Negatives> {
  const parts =
    teams === null
      ? [null]
      : Array.from({ length: Math.ceil(teams.length / IDS) }, (_, i) => teams.slice(i * IDS, (i + 1) * IDS));
  const counted = await Promise.all(
    parts.map(async (part) => {
      const negatives = () => {
        const all = service
          .from('verbatims')
          .select('id', { count: 'exact', head: true })
          .eq('sentiment', 'negative')
          .in('status', ['approved', 'hidden', 'held'])
          .gte('day', since);
        return part ? all.in('team_id', part) : all;
      };
      const [n, answered] = await Promise.all([
        negatives().throwOnError(),
        negatives().or('answer.not.is.null,owner_team_id.not.is.null').throwOnError()
      ]);
      return { n: n.count ?? 0, answered: answered.count ?? 0 };
    })
  );
  return counted.reduce((sum, each) => ({ n: sum.n + each.n, answered: sum.answered + each.answered }));
}
