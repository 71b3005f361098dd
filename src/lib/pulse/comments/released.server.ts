import { shippedEngine } from '$lib/sentiment/tagger.server';
import type { Client } from '$lib/server/supabase';
import type { ReleasedCell } from './released';

/** The ids are random, so the first of them are a sample of all. */
const MOST = 100;

const WAVE = 'id, name, k_distribution';

/**
 * The released comments of a team's own cell, as far as the caller may see them.
 *
 * @param team whose cell it is; the comments of teams below that have a cell of their own are not in it
 * @param wave id of a published wave; without one, the latest that released something here, else the latest
 */
export async function releasedComments(client: Client, team: string, wave?: string): Promise<ReleasedCell> {
  const shown = wave ? await waveOf(client, wave) : await latestOf(client, team);
  if (!shown) return { wave: null, comments: [], mood: null, state: 'none' };
  const cell = { wave_id: shown.id, team_id: team };
  const [comments, moods, cells] = await Promise.all([
    client
      .from('comments')
      .select('id, text')
      .match({ ...cell, status: 'released' })
      .order('id')
      .limit(MOST)
      .throwOnError(),
    client.from('comment_moods').select('positive, neutral, negative').match(cell).throwOnError(),
    client.from('cells').select('n').match(cell).gte('n', shown.k_distribution).limit(1).throwOnError()
  ]);
  const mood = moods.data[0] ?? null;
  const state =
    comments.data.length > 0 ? 'shown' : mood ? 'reading' : cells.data.length > 0 ? 'none' : 'few';
  return {
    wave: shown,
    comments: comments.data.map(({ id, text }) => ({ id, text, language: shippedEngine().languageOf(text) })),
    mood,
    state
  };
}

async function waveOf(client: Client, id: string) {
  const { data } = await client
    .from('waves')
    .select(WAVE)
    .match({ id, status: 'published' })
    .maybeSingle()
    .throwOnError();
  return data;
}

async function latestOf(client: Client, team: string) {
  const { data: commented } = await client
    .from('waves')
    .select(`${WAVE}, comments!inner(id)`)
    .eq('status', 'published')
    .eq('comments.team_id', team)
    .eq('comments.status', 'released')
    .order('closes_at', { ascending: false })
    .limit(1)
    .limit(1, { referencedTable: 'comments' })
    .throwOnError();
  if (commented[0]) return only(commented[0]);
  const { data: asked } = await client
    .from('waves')
    .select(`${WAVE}, wave_teams!inner(team_id)`)
    .eq('status', 'published')
    .eq('wave_teams.team_id', team)
    .order('closes_at', { ascending: false })
    .limit(1)
    .throwOnError();
  return asked[0] ? only(asked[0]) : null;
}

function only({ id, name, k_distribution }: NonNullable<ReleasedCell['wave']>) {
  return { id, name, k_distribution };
}
