import type { Client } from '$lib/server/supabase';
import { dayIn } from '../waves/clock';
import { stateOf } from './state';
import type { ListedWave } from './timetable';

/**
 * The waves that opened on a day or later, for the calendar. With the participation of all who were invited, where it
 * is published and the audience has one top: several have no figure in common.
 *
 * @param since YYYY-MM-DD, or null for all: the newest thousand
 */
export async function listWaves(
  client: Client,
  since: string | null,
  zone: string,
  now: Date
): Promise<ListedWave[]> {
  const asked = client
    .from('waves')
    .select('id, name, status, audience, opens_at, closes_at, wave_questions(question_id)')
    .order('opens_at', { ascending: false })
    .limit(1000);
  const [{ data: waves }, { data: top }] = await Promise.all([
    (since ? asked.gte('opens_at', since) : asked).throwOnError(),
    client.from('teams').select('id').is('parent_id', null).throwOnError()
  ]);
  const topOf = ({ audience }: { audience: string[] | null }) =>
    audience === null ? top[0]?.id : audience.length === 1 ? audience[0] : undefined;
  const figures = await participation(client, [
    ...new Set(waves.map(topOf).filter((id) => id !== undefined))
  ]);
  return waves.map((wave) => ({
    id: wave.id,
    name: wave.name,
    state: stateOf(wave, now),
    opens_on: dayIn(zone, wave.opens_at),
    closes_on: dayIn(zone, wave.closes_at),
    questions: wave.wave_questions.length,
    participation: figures.get(`${wave.id} ${topOf(wave)}`) ?? null
  }));
}

/** In percent, by wave and team. */
async function participation(client: Client, teams: string[]): Promise<Map<string, number>> {
  const figures = new Map<string, number>();
  for (let from = 0; ; from += PAGE) {
    const { data } = await client
      .from('participation')
      .select('wave_id, team_id, percent')
      .in('team_id', teams)
      .order('wave_id')
      .order('team_id')
      .range(from, from + PAGE - 1)
      .throwOnError();
    for (const { wave_id, team_id, percent } of data) figures.set(`${wave_id} ${team_id}`, percent);
    if (data.length < PAGE) return figures;
  }
}
const PAGE = 1000;
