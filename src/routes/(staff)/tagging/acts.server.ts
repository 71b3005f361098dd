import { fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { app } from '$lib/server/app';
import { runSoon } from '$lib/server/jobs';
import { requireRole } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';
import type { Chosen, Told } from '$lib/tagging/acts';
import {
  cancelRetagging,
  choiceOf,
  chooseModel,
  modelsOf,
  requestRetagging
} from '$lib/tagging/tagging.server';
import { ActRefused } from '$lib/verbatims/moderation.server';

/** The form actions of the page. Each answers `{ told: Told }`. */
export const taggingActions = {
  learn: (event: RequestEvent) =>
    answer(event, async (client) => {
      const [newest] = await modelsOf(client);
      await soon('sentiment-learn');
      return { done: 'learn', newest: newest?.id ?? null };
    }),
  choose: (event: RequestEvent) =>
    answer(event, async (client, form) => {
      const { model, pinned } = chosenIn(form);
      const before = await choiceOf(client);
      await chooseModel(client, model, pinned);
      return { done: 'choose', before: { model: before.model, pinned: before.pinned } };
    }),
  unpin: (event: RequestEvent) =>
    answer(event, async (client) => {
      const { model, pinned } = await choiceOf(client);
      await chooseModel(client, model, false);
      return { done: 'unpin', before: { model, pinned } };
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
    if (!(error instanceof ActRefused)) throw error;
    const told: Told = { refused: error.message };
    return fail(error.status, { told });
  }
}

/** `model` is a number, or nothing for the shipped one; a choice stays unless `pinned` says no. */
function chosenIn(form: FormData): Chosen {
  const typed = String(form.get('model') ?? '');
  if (!/^\d{0,15}$/.test(typed)) throw new ActRefused(m.tagging_model_missing(), 400);
  return { model: typed === '' ? null : Number(typed), pinned: form.get('pinned') !== 'no' };
}

async function soon(job: string): Promise<void> {
  runSoon((await app()).supabase, job);
}
