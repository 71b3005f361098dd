import { fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { app } from '$lib/server/app';
import { runSoon } from '$lib/server/jobs';
import { requireRole } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';
import type { Chosen, Told } from '$lib/tagging/acts';
import {
  cancelRetagging,
  chooseModel,
  requestRetagging,
  TaggingRefused,
  taggingOf
} from '$lib/tagging/tagging.server';

/** The form actions of the page. Each answers `{ told: Told }`. */
export const taggingActions = {
  learn: (event: RequestEvent) =>
    answer(event, async (client) => {
      const { models } = await taggingOf(client);
      await soon('sentiment-learn');
      return { done: 'learn', newest: models.length > 0 ? Math.max(...models.map(({ id }) => id)) : null };
    }),
  choose: (event: RequestEvent) =>
    answer(event, async (client, form) => {
      const { model, pinned } = chosenIn(form);
      return { done: 'choose', before: await choose(client, model, pinned) };
    }),
  unpin: (event: RequestEvent) =>
    answer(event, async (client) => {
      const { choice } = await taggingOf(client);
      return { done: 'unpin', before: await choose(client, choice.model, false) };
    }),
  retag: (event: RequestEvent) =>
    answer(event, async (client) => {
      await requestRetagging(client);
      await soon('sentiment-retag');
      return { done: 'retag' };
    }),
  cancel: (event: RequestEvent) =>
    answer(event, async (client, form) => {
      await cancelRetagging(client, Number(form.get('id')));
      return { done: 'cancel' };
    })
};

/** Does what a form asks for; a refusal is told on the page. */
async function answer(event: RequestEvent, work: (client: Client, form: FormData) => Promise<Told>) {
  requireRole(event, 'admin');
  try {
    return { told: await work(event.locals.supabase, await event.request.formData()) };
  } catch (error) {
    if (!(error instanceof TaggingRefused)) throw error;
    const told: Told = { refused: error.message };
    return fail(error.status, { told });
  }
}

/** `model` is a number, or nothing for the shipped one; a choice stays unless `pinned` says no. */
function chosenIn(form: FormData): Chosen {
  const typed = String(form.get('model') ?? '');
  if (!/^\d{0,15}$/.test(typed)) throw new TaggingRefused(m.tagging_model_missing(), 400);
  return { model: typed === '' ? null : Number(typed), pinned: form.get('pinned') !== 'no' };
}

/** @returns what was chosen before */
async function choose(client: Client, model: number | null, pinned: boolean): Promise<Chosen> {
  const { choice } = await taggingOf(client);
  await chooseModel(client, model, pinned);
  return { model: choice.model, pinned: choice.pinned };
}

async function soon(job: string): Promise<void> {
  runSoon((await app()).supabase, job);
}
