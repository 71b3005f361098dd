import { fail, type RequestEvent } from '@sveltejs/kit';
import { viewsOf } from '$lib/screens/screens.server';
import { requirePerson, requireRole } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';
import type { Act } from '$lib/verbatims/acts';
import { today } from '$lib/verbatims/filters';
import { criteriaOf, readListing } from '$lib/verbatims/list';
import { ActRefused, original, perform } from '$lib/verbatims/moderation.server';
import { rootFor, tree } from '$lib/verbatims/teams';
import { list, loosen, places } from '$lib/verbatims/verbatims.server';
import { mostDemanding } from '$lib/wall/pages';

export const load = async (event) => {
  const person = requirePerson(event);
  const moderates = person.role === 'moderator' || person.role === 'admin';
  const client = event.locals.supabase;
  const known = await places(client);
  const below = tree(known.teams, rootFor(person, known.teams));
  const teams = person.role === 'employee' ? below.slice(0, 1) : below;
  const slugs = { teams: teams.map(({ team }) => team.slug), steps: known.steps.map(({ slug }) => slug) };
  const day = today();
  const listing = readListing(event.url.searchParams, slugs, day, moderates);
  const { rows, newer, older } = await list(client, listing, known);
  return {
    moderates,
    teams,
    known,
    today: day,
    listing,
    filtered: criteriaOf(listing).length > 0,
    rows,
    newer,
    older,
    screens: moderates ? mostDemanding(await viewsOf(client)) : [],
    loosened: rows.length > 0 ? [] : await loosen(client, listing, known)
  };
};

export const actions = {
  approve: (event) => act(event, 'approve'),
  hide: (event) => act(event, 'hide'),
  hold: (event) => act(event, 'hold'),
  correct: (event) => act(event, 'correct'),
  uncorrect: (event) => act(event, 'uncorrect'),
  answer: (event) => act(event, 'answer'),
  original: (event) =>
    moderate(event, async (client, form) => {
      const id = String(form.get('id') ?? '');
      return { original: { id, text: await original(client, id) } };
    })
};

function act(event: RequestEvent, what: Act) {
  return moderate(event, (client, form) => perform(client, what, form));
}

/** A refusal is told on the page; only who may not moderate at all leaves it. */
async function moderate<T>(event: RequestEvent, work: (client: Client, form: FormData) => Promise<T>) {
  requireRole(event, 'moderator', 'admin');
  try {
    return await work(event.locals.supabase, await event.request.formData());
  } catch (error) {
    if (error instanceof ActRefused) return fail(error.status, { refused: error.message });
    throw error;
  }
}
