import { LEAST_LESSONS } from '$lib/sentiment/learned/teach';
import { app } from '$lib/server/app';
import { requireRole } from '$lib/server/session';
import { lastMeasured } from '$lib/tagging/quality';
import { taggingOf } from '$lib/tagging/tagging.server';
import { taggingActions } from './acts.server';
import {
  choiceShown,
  companyName,
  isLearning,
  measuredShown,
  mistakesShown,
  modelsShown,
  newestShown,
  retaggingShown
} from './shown.server';

/** How good the tagging is on the company's own texts, and which model does it. */
export const load = async (event) => {
  requireRole(event, 'admin');
  event.depends('tagging:state');
  const client = event.locals.supabase;
  const { service } = (await app()).supabase;
  const { choice, models, material, retagging } = await taggingOf(client);
  const measured = lastMeasured(models, choice);
  return {
    company: await companyName(client),
    choice: choiceShown(choice, models),
    measured: measured && measuredShown(measured),
    newest: newestShown(models, choice),
    models: modelsShown(models, choice),
    material: { ...material, needed: LEAST_LESSONS },
    learning: await isLearning(service),
    retagging: retaggingShown(retagging),
    mistakes: measured ? await mistakesShown(client, service, measured.judgement) : []
  };
};

export const actions = taggingActions;
