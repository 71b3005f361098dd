import { m } from '$lib/i18n/paraglide/messages';
import type { Client } from '../server/supabase';
import { undoOf, type Act, type Changeable, type Done } from './acts';
import { SENTIMENTS, type Sentiment } from './list';

/** An act that was not done; the message says why and what to do, in the reader's language. */
export class ActRefused extends Error {
  constructor(
    message: string,
    /** As HTTP has them: 400 for a form that is wrong, 403 for who may not, 404 for what is gone, 409 for what is done already. */
    readonly status: 400 | 403 | 404 | 409
  ) {
    super(message);
  }
}

/**
 * Does what the form of an act asks for: its fields are `id`, and `sentiment`, or `team` and `answer`.
 *
 * @throws ActRefused
 */
export async function perform(client: Client, act: Act, form: FormData): Promise<Done> {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const id = field('id');
  const sentiment = SENTIMENTS.find((each) => each === field('sentiment'));
  const before = await read(client, id);
  if (act === 'approve') await approve(client, id);
  else if (act === 'hide') await hide(client, id);
  else if (act === 'hold') await hold(client, id);
  else if (act === 'answer') await answer(client, id, field('team') || null, field('answer') || null);
  else if (act === 'uncorrect') await takeBack(client, id);
  else if (sentiment) await correct(client, id, sentiment);
  else throw new ActRefused(m.verbatims_sentiment_missing(), 400);
  return { done: act, id, ...(sentiment && { sentiment }), undo: undoOf(act, before, sentiment) };
}

/** Puts it where screens and dashboards see it. @throws ActRefused */
async function approve(client: Client, id: string): Promise<void> {
  await asked(client.rpc('approve_verbatim', { verbatim: id }));
}

/** Takes it off every screen and list. @throws ActRefused */
async function hide(client: Client, id: string): Promise<void> {
  await asked(client.rpc('hide_verbatim', { verbatim: id }));
}

/** Puts it back among those that wait for a person. @throws ActRefused */
async function hold(client: Client, id: string): Promise<void> {
  await asked(client.rpc('hold_verbatim', { verbatim: id }));
}

/** Takes the newest correction back: all is as it was before it. @throws ActRefused */
async function takeBack(client: Client, id: string): Promise<void> {
  await asked(client.rpc('take_back_correction', { verbatim: id }));
}

/** A person's word on the sentiment, which holds over the engine's. @throws ActRefused */
async function correct(client: Client, id: string, sentiment: Sentiment): Promise<void> {
  await asked(client.rpc('correct_sentiment', { verbatim: id, corrected: sentiment }));
}

/**
 * Says which team took it up and what was done; null takes either back.
 *
 * @throws ActRefused, for an answer over 500 characters too
 */
async function answer(client: Client, id: string, team: string | null, text: string | null): Promise<void> {
  await asked(client.rpc('answer_verbatim', { verbatim: id, owner_team: team, what_we_did: text }));
}

/** The text as the customer wrote it, or null once it is erased. Reading it is noted in the audit log. @throws ActRefused */
export async function original(client: Client, id: string): Promise<string | null> {
  return asked(client.rpc('verbatim_original', { verbatim: id }));
}

async function read(client: Client, id: string): Promise<Changeable> {
  const columns = 'status, sentiment, owner_team_id, answer';
  const row = await asked(client.from('verbatims').select(columns).eq('id', id).maybeSingle());
  if (!row) throw new ActRefused(m.verbatims_gone(), 404);
  return row;
}

interface Answer<T> {
  data: T;
  error: { code: string; message: string } | null;
}

/** What the database answered; its refusals in words, its failures as they are. */
async function asked<T>(question: PromiseLike<Answer<T> | Answer<null>>): Promise<T> {
  const { data, error } = await question;
  if (!error) return data as T;
  if (error.code === 'PT403' || error.code === '42501') throw new ActRefused(m.error_forbidden(), 403);
  // A malformed id names no verbatim either.
  if (error.code === 'PT404' || error.code === '22P02') throw new ActRefused(m.verbatims_gone(), 404);
  if (error.code === '23503') throw new ActRefused(m.verbatims_team_unknown(), 400);
  if (error.code === '23514') throw new ActRefused(m.verbatims_answer_too_long(), 400);
  throw new Error(error.message, { cause: error });
}
