import type { Client } from '$lib/server/supabase';
import { library, type LibraryQuestion } from './library.server';
import { readPlan, type PlanRow } from './plan-form';
import { countInvited } from './plans.server';
import type { Reading } from './terms';
import { readWave, type WaveRow } from './wave-form';

/** The questions that a wave may ask: those in use, and those it asks already. */
export async function askable(
  client: Client,
  zone: string,
  already: readonly string[] = []
): Promise<LibraryQuestion[]> {
  const questions = await library(client, zone);
  return questions.filter(({ id, retired_at }) => retired_at === null || already.includes(id));
}

/** Reads the form of a wave, and sees whether enough people would be invited. */
export async function checkWave(
  client: Client,
  form: FormData,
  zone: string,
  today: string,
  already: readonly string[] = []
): Promise<Reading<WaveRow>> {
  const offered = (await askable(client, zone, already)).map(({ id }) => id);
  const reading = readWave(form, offered, today);
  await checkAudience(client, reading, reading.row.opens_on, 'opens_on');
  return reading;
}

/** Reads the form of a plan, and sees whether enough people would be invited. */
export async function checkPlan(client: Client, form: FormData, today: string): Promise<Reading<PlanRow>> {
  const reading = readPlan(form, today);
  await checkAudience(client, reading, reading.row.next_on, 'next_on');
  return reading;
}

async function checkAudience(
  client: Client,
  { row, problems }: Reading<WaveRow | PlanRow>,
  day: string,
  field: string
): Promise<void> {
  if (problems[field] || problems.audience || problems.k_score) return;
  if ((await countInvited(client, row.audience, day)) < row.k_score) problems.audience = 'audience_small';
}
