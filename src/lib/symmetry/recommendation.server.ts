import type { Cell } from '$lib/pulse/cell';
import { scoreOf } from '$lib/pulse/score';
import { dayIn } from '$lib/pulse/waves/clock';
import { readOutside } from '$lib/server/config';
import type { Client } from '$lib/server/supabase';
import type { Estimate } from '$lib/statistics/estimate';
import { addMonths, firstDay, type Span } from './month';

/** eNPS of a team, as the last wave of a span that asked for it published it. */
export interface Enps {
  score: Estimate;
  /** When that wave closed, YYYY-MM-DD. */
  day: string;
}

/**
 * eNPS by id of the team, of those that a wave of the span published it for: never an average of waves.
 *
 * @param teams at most a dozen: each has a cell a wave, and an answer is cut at a thousand
 * @param company id of the topmost team, whose spread stands in for that of a small one
 */
export async function enpsOf(
  client: Client,
  teams: readonly string[],
  company: string,
  { since, until }: Span
): Promise<Map<string, Enps>> {
  const { timeZone } = readOutside();
  const { data } = await client
    .from('cells')
    .select(
      `wave_id, team_id, question_id, n, total, distribution, questions!inner(battery),
      wave_teams!inner(waves!inner(closes_at))`
    )
    .eq('questions.battery', 'recommendation')
    .in('team_id', [...new Set([...teams, company])])
    // A day more at either end: months begin at midnight where the company is.
    .gte('wave_teams.waves.closes_at', `${firstDay(since)}T00:00:00+14:00`)
    .lt('wave_teams.waves.closes_at', `${firstDay(addMonths(until, 1))}T00:00:00-12:00`)
    .throwOnError();
  const cells = data
    .map(({ wave_teams: { waves }, ...cell }) => ({
      cell,
      closesAt: waves.closes_at,
      day: dayIn(timeZone, waves.closes_at)
    }))
    .filter(({ day }) => day.slice(0, 7) >= since && day.slice(0, 7) <= until)
    .sort((a, b) => a.closesAt.localeCompare(b.closesAt));
  const widest = new Map(
    cells.filter(({ cell }) => cell.team_id === company).map(({ cell }) => [keyOf(cell), cell])
  );
  const last = cells.map(({ cell, day }): [string, Enps] => [
    cell.team_id,
    { score: scoreOf(cell, 'recommendation', widest.get(keyOf(cell))), day }
  ]);
  return new Map(last.filter(([team]) => teams.includes(team)));
}

function keyOf({ wave_id, question_id }: Cell): string {
  return `${wave_id} ${question_id}`;
}
