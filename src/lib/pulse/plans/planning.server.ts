import type { Client } from '$lib/server/supabase';
import { openedNow, spanOf } from '../waves/clock';
import { launch } from '../waves/waves.server';
import { asked, idFrom, Refused } from './refused';
import type { WaveRow } from './wave-form';

/** A wave with all that a page says of it. */
export async function findWave(client: Client, id: string) {
  const { data } = await client
    .from('waves')
    .select(
      `id, plan_id, name, status, audience, opens_at, closes_at, reminds, k_score, k_distribution, published_at,
       wave_questions(position, questions(id, battery, lever, scale, text_fr, text_en))`
    )
    .eq('id', idFrom(id))
    .maybeSingle()
    .throwOnError();
  if (!data) throw new Refused('gone');
  const { wave_questions, ...wave } = data;
  const questions = wave_questions.sort((a, b) => a.position - b.position).map(({ questions }) => questions);
  return { ...wave, questions };
}

/** @returns its id */
export async function planWave(client: Client, row: WaveRow, zone: string): Promise<string> {
  const { questions, opens_on, open_days, ...terms } = row;
  const { data } = await client
    .from('waves')
    .insert({ ...terms, ...spanOf(opens_on, open_days, zone) })
    .select('id')
    .single()
    .throwOnError();
  try {
    await askQuestions(client, data.id, questions);
  } catch (error) {
    await dropWave(client, data.id);
    throw error;
  }
  return data.id;
}

/** @throws Refused `not_waiting` */
export async function changeWave(client: Client, id: string, row: WaveRow, zone: string): Promise<void> {
  const { questions, opens_on, open_days, ...terms } = row;
  const { data } = await client
    .from('waves')
    .update({ ...terms, ...spanOf(opens_on, open_days, zone) })
    .eq('id', id)
    .eq('status', 'planned')
    .select('id')
    .throwOnError();
  if (data.length === 0) throw new Refused('not_waiting');
  await client.from('wave_questions').delete().eq('wave_id', id).throwOnError();
  await askQuestions(client, id, questions);
}

/** Deletes a wave that was not opened. @throws Refused `not_waiting` */
export async function dropWave(client: Client, id: string): Promise<void> {
  const { data } = await client
    .from('waves')
    .delete()
    .eq('id', idFrom(id))
    .eq('status', 'planned')
    .select('id')
    .throwOnError();
  if (data.length === 0) throw new Refused('not_waiting');
}

/**
 * Opens a planned wave at this moment; it stays open for as many days as it was to be.
 *
 * @param client of the administrator, who may change the dates; `service` launches
 * @throws Refused `not_waiting`, `asks_nothing`, `too_few`; the wave then keeps its dates
 */
export async function openNow(
  client: Client,
  service: Client,
  id: string,
  zone: string,
  now = new Date()
): Promise<void> {
  const wave = await findWave(client, id);
  if (wave.status !== 'planned') throw new Refused('not_waiting');
  if (wave.questions.length === 0) throw new Refused('asks_nothing');
  const { opens_at, closes_at } = wave;
  const plan = client.from('waves');
  await plan
    .update(openedNow({ opens_at, closes_at }, zone, now))
    .eq('id', id)
    .throwOnError();
  try {
    // A moment later than it opens, so that no clock of the database finds it too early.
    await asked(launch(service, id, new Date(now.getTime() + 1)), { PT409: 'not_waiting', PT422: 'too_few' });
  } catch (error) {
    await plan.update({ opens_at, closes_at }).eq('id', id).eq('status', 'planned').throwOnError();
    throw error;
  }
}

/** Ends an open wave; what was answered is erased unread. @throws Refused `not_open` */
export async function callOff(client: Client, id: string): Promise<void> {
  await asked(client.rpc('cancel_wave', { wave: idFrom(id) }).throwOnError(), { PT409: 'not_open' });
}

async function askQuestions(client: Client, wave: string, questions: readonly string[]): Promise<void> {
  const rows = questions.map((question_id, i) => ({ wave_id: wave, question_id, position: i + 1 }));
  await client.from('wave_questions').insert(rows).throwOnError();
}
