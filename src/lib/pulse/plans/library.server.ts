import type { Client } from '$lib/server/supabase';
import { dayIn } from '../waves/clock';
import type { Question } from '../question';
import { slugOf, type QuestionRow } from './question-form';
import { asked, idFrom, Refused } from './refused';

/** A question of the library with what became of it. */
export interface LibraryQuestion extends Question {
  retired_at: string | null;
  /** YYYY-MM-DD of the latest wave that asked it, called off or not; null while it may still be worded anew. */
  asked_on: string | null;
  /** Whether a wave that is planned will ask it. */
  planned: boolean;
}

/** Every question, in the order of the library. */
export async function library(client: Client, zone: string): Promise<LibraryQuestion[]> {
  const [{ data: questions }, { data: waves }] = await Promise.all([
    client
      .from('questions')
      .select('id, slug, battery, lever, scale, text_fr, text_en, position, retired_at')
      .order('position')
      .order('slug')
      .throwOnError(),
    client
      .from('waves')
      .select('opens_at, status, wave_questions(question_id)')
      .order('opens_at', { ascending: false })
      .limit(1000)
      .throwOnError()
  ]);
  const day = new Map<string, string>();
  const planned = new Set<string>();
  for (const { opens_at, status, wave_questions } of waves) {
    for (const { question_id } of wave_questions) {
      if (status === 'planned') planned.add(question_id);
      else if (!day.has(question_id)) day.set(question_id, dayIn(zone, opens_at));
    }
  }
  return (questions as (Question & { retired_at: string | null })[]).map((question) => ({
    ...question,
    asked_on: day.get(question.id) ?? null,
    planned: planned.has(question.id)
  }));
}

/** @throws Refused `gone` */
export async function findQuestion(client: Client, id: string, zone: string): Promise<LibraryQuestion> {
  const found = (await library(client, zone)).find((question) => question.id === id);
  if (!found) throw new Refused('gone');
  return found;
}

/** Adds a question at the end of the library. */
export async function addQuestion(client: Client, row: QuestionRow): Promise<void> {
  const { data } = await client.from('questions').select('slug, position').throwOnError();
  const slug = slugOf(row.text_en, new Set(data.map((each) => each.slug)));
  const position = 1 + Math.max(0, ...data.map((each) => each.position));
  await client
    .from('questions')
    .insert({ ...row, slug, position })
    .throwOnError();
}

/** Words a question anew. @throws Refused `asked` once a wave has asked it */
export async function changeQuestion(client: Client, id: string, row: QuestionRow): Promise<void> {
  await asked(client.from('questions').update(row).eq('id', idFrom(id)).throwOnError(), { PT409: 'asked' });
}

/** Takes a question out of what is asked, or puts it back. */
export async function retireQuestion(client: Client, id: string, retired: boolean): Promise<void> {
  const retired_at = retired ? new Date().toISOString() : null;
  await client.from('questions').update({ retired_at }).eq('id', idFrom(id)).throwOnError();
}
