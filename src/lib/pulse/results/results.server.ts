import { readOutside } from '../../server/config';
import type { Client } from '../../server/supabase';
import { dayIn } from '../waves/clock';
import type { ReportedWave, ReportMaterial } from './measure';
import type { Question } from '../question';

/** The API cuts every answer here, and says nothing about it. */
const PAGE = 1000;

/** Waves older than this are not reported on: the organisation they asked is another one. */
const YEARS_KEPT = 3;
const YEAR = 365.25 * 24 * 3600 * 1000;

/**
 * What a report of this team is made of, as far as the caller may see it.
 *
 * @param at id of the wave to report on
 */
export async function materialOf(
  client: Client,
  { team, company, at }: Pick<ReportMaterial, 'team' | 'company' | 'at'>
): Promise<ReportMaterial> {
  const teams = [...new Set([team, company])];
  const [waves, asked, questions, cells, participation] = await Promise.all([
    wavesOf(client, team),
    everyRow((from, to) =>
      client
        .from('wave_questions')
        .select('wave_id, question_id')
        .order('wave_id')
        .order('question_id')
        .range(from, to)
        .throwOnError()
    ),
    everyRow((from, to) =>
      client
        .from('questions')
        .select('id, slug, battery, lever, scale, text_fr, text_en, position')
        .order('id')
        .range(from, to)
        .throwOnError()
    ),
    everyRow((from, to) =>
      client
        .from('cells')
        .select('wave_id, team_id, question_id, n, total, distribution')
        .in('team_id', teams)
        .order('wave_id')
        .order('question_id')
        .order('team_id')
        .range(from, to)
        .throwOnError()
    ),
    everyRow((from, to) =>
      client
        .from('participation')
        .select('wave_id, team_id, percent')
        .in('team_id', teams)
        .order('wave_id')
        .order('team_id')
        .range(from, to)
        .throwOnError()
    )
  ]);
  return { team, company, waves, asked, questions: questions as Question[], cells, participation, at };
}

/** The published waves that asked a team. */
async function wavesOf(client: Client, team: string): Promise<ReportedWave[]> {
  const since = new Date(Date.now() - YEARS_KEPT * YEAR).toISOString();
  const [waves, places] = await Promise.all([
    everyRow((from, to) =>
      client
        .from('waves')
        .select('id, name, closes_at, k_score, k_distribution')
        .eq('status', 'published')
        .gte('closes_at', since)
        .order('closes_at')
        .order('id')
        .range(from, to)
        .throwOnError()
    ),
    everyRow((from, to) =>
      client
        .from('wave_teams')
        .select('wave_id')
        .eq('team_id', team)
        .order('wave_id')
        .range(from, to)
        .throwOnError()
    )
  ]);
  const { timeZone } = readOutside();
  const present = new Set(places.map(({ wave_id }) => wave_id));
  return waves
    .filter(({ id }) => present.has(id))
    .map(({ closes_at, ...wave }) => ({ ...wave, day: dayIn(timeZone, closes_at) }));
}

/** An open wave that somebody is invited to. */
export interface Invitation {
  id: string;
  /** YYYY-MM-DD, when it closes. */
  day: string;
  /** Whether they have answered, or said that they do not want to. */
  answered: boolean;
}

/** The open waves that the caller is invited to, the one that closes first coming first. */
export async function invitationsOf(client: Client): Promise<Invitation[]> {
  const { data: mine } = await client.rpc('my_waves').throwOnError();
  if (mine.length === 0) return [];
  const { data: waves } = await client
    .from('waves')
    .select('id, closes_at')
    .in(
      'id',
      mine.map(({ wave_id }) => wave_id)
    )
    .order('closes_at')
    .throwOnError();
  const { timeZone } = readOutside();
  return waves.map(({ id, closes_at }) => ({
    id,
    day: dayIn(timeZone, closes_at),
    answered: mine.some(({ wave_id, state }) => wave_id === id && state !== 'invited')
  }));
}

async function everyRow<Row>(
  pageOf: (from: number, to: number) => PromiseLike<{ data: Row[] }>
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; ; from += PAGE) {
    const { data } = await pageOf(from, from + PAGE - 1);
    rows.push(...data);
    if (data.length < PAGE) return rows;
  }
}
