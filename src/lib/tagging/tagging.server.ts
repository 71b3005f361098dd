import { createHash } from 'node:crypto';
import { m } from '$lib/i18n/paraglide/messages';
import type { TeachingReport } from '$lib/sentiment/learned/teach';
import type { Label } from '$lib/sentiment/sentiment';
import type { Client } from '$lib/server/supabase';
import { ActRefused } from '$lib/verbatims/moderation.server';
import { forgetChoice } from './in-force.server';
import type { Choice, Material, Mistake, Retagging, TaughtModel } from './tagging';

/** Models that are listed; the weights of older ones are let go. */
const LISTED = 20;

/** How the tagging stands, for an administrator; models are the newest first. @throws Error for anybody else */
export async function taggingOf(client: Client): Promise<{
  choice: Choice;
  models: TaughtModel[];
  material: Material;
  retagging: Retagging | null;
}> {
  const [choice, models, material, retagging] = await Promise.all([
    choiceOf(client),
    modelsOf(client),
    materialOf(client),
    retaggingOf(client)
  ]);
  return { choice, models, material, retagging };
}

/** Which model tags, for an administrator. */
export async function choiceOf(client: Client): Promise<Choice> {
  const { data } = await client
    .from('sentiment_choices')
    .select('at, model_id, pinned, people(full_name)')
    .order('id', { ascending: false })
    .limit(1)
    .maybeSingle()
    .throwOnError();
  if (!data) return { model: null, since: null, by: null, pinned: false };
  return { model: data.model_id, since: data.at, by: data.people?.full_name ?? null, pinned: data.pinned };
}

/** The models that were taught, the newest first, for an administrator. */
export async function modelsOf(client: Client): Promise<TaughtModel[]> {
  const { data } = await client
    .from('sentiment_models')
    .select('id, made_at, report, adopted, kept')
    .order('id', { ascending: false })
    .limit(LISTED)
    .throwOnError();
  return data.map(({ id, made_at, report, adopted, kept }) => {
    return { id, madeAt: made_at, report: report as unknown as TeachingReport, adopted, kept };
  });
}

async function materialOf(client: Client): Promise<Material> {
  const { data } = await client.rpc('sentiment_material', {}).single().throwOnError();
  return data;
}

async function retaggingOf(client: Client): Promise<Retagging | null> {
  const { data } = await client
    .from('retaggings')
    .select('id, status, total, done, changed, requested_at, finished_at, failure')
    .order('id', { ascending: false })
    .limit(1)
    .maybeSingle()
    .throwOnError();
  if (!data) return null;
  const { requested_at: requestedAt, finished_at: finishedAt, ...rest } = data;
  return { ...rest, requestedAt, finishedAt };
}

/**
 * Texts that a report names, as they are now and with what is known of them now, in the order of the ids. What the
 * client may not see, what is erased and what nothing is known of any more is left out.
 *
 * @param ids 50 at most, as a report keeps them
 */
export async function mistakesOf(client: Client, ids: readonly string[]): Promise<Mistake[]> {
  if (ids.length === 0) return [];
  const { data } = await client
    .from('verbatims')
    .select('id, text, language, rated_sentiment')
    .in('id', ids)
    .not('text', 'is', null)
    .throwOnError();
  const said = await correctionsOf(
    client,
    data.map(({ text }) => hashOf(text!))
  );
  const found = data.flatMap(({ id, text, language, rated_sentiment }): Mistake[] => {
    const corrected = said.get(hashOf(text!));
    const known = corrected ?? (rated_sentiment as Label | null);
    return known ? [{ id, text: text!, language, known, corrected: corrected !== undefined }] : [];
  });
  return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** The newest correction of each text. */
async function correctionsOf(client: Client, hashes: string[]): Promise<Map<string, Label>> {
  const { data } = await client
    .from('corrections')
    .select('text_hash, sentiment')
    .in('text_hash', hashes)
    .order('id')
    .throwOnError();
  return new Map(data.map(({ text_hash, sentiment }) => [text_hash!, sentiment]));
}

/** As the database names a text that was corrected. */
function hashOf(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/**
 * Chooses the model that tags from now on; null is the shipped one.
 *
 * @param pinned whether it stays, whatever is learned
 * @throws ActRefused
 */
export async function chooseModel(client: Client, model: number | null, pinned: boolean): Promise<void> {
  const { error } = await client.rpc('choose_sentiment_model', { model, pin: pinned });
  refuse(error, { PT404: m.tagging_refused_model });
  forgetChoice();
}

/** Asks for the past to be read again; a job does it. @throws ActRefused while that is under way */
export async function requestRetagging(client: Client): Promise<void> {
  const { error } = await client.rpc('request_retagging');
  refuse(error, { PT409: m.tagging_refused_running });
}

/** Stops it after its page; what it stored stays. @throws ActRefused when it is over */
export async function cancelRetagging(client: Client, id: number): Promise<void> {
  const { error } = await client.rpc('cancel_retagging', { retagging: id });
  // A malformed number names nothing either.
  refuse(error, { PT404: m.tagging_refused_over, '22P02': m.tagging_refused_over });
}

/** The database's refusals in words, its failures as they are. */
function refuse(error: { code: string; message: string } | null, words: Record<string, () => string>): void {
  if (!error) return;
  if (error.code === 'PT403' || error.code === '42501') throw new ActRefused(m.error_forbidden(), 403);
  const say = words[error.code];
  if (say) throw new ActRefused(say(), error.code === 'PT409' ? 409 : 404);
  throw new Error(error.message, { cause: error });
}
