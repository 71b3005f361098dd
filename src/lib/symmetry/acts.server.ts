import { fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { asked } from '$lib/pulse/comments/asked.server';
import { requireRole } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';
import { today } from '$lib/verbatims/filters';
import { ActRefused } from '$lib/verbatims/moderation.server';
import { readEvent, readTargets, type Act, type NewEvent, type Problem, type Told, type Undo } from './acts';
import { targetsOf } from './symmetry.server';

/** A form with a field to mend. */
class FieldWrong extends ActRefused {
  constructor(readonly problem: Problem) {
    super(PROBLEMS[problem](), 400);
  }
}

const PROBLEMS: Record<Problem, () => string> = {
  cx: m.symmetry_target_wrong,
  ex: m.symmetry_target_wrong,
  title_missing: m.symmetry_event_title_missing,
  title_long: m.symmetry_event_title_long,
  day_wrong: m.symmetry_event_day_wrong,
  day_to_come: m.symmetry_event_day_to_come
};

const WORDS = { gone: m.symmetry_event_gone, forbidden: m.error_forbidden };

/**
 * The form actions that set the cuts, note what happened and take it back. Each answers `{ symmetry: Told }`, with the
 * act that undoes it.
 */
export const symmetryActions = {
  targets: (event: RequestEvent) => answer(event, 'targets', setTargets),
  note: (event: RequestEvent) => answer(event, 'note', noteEvent),
  takeBack: (event: RequestEvent) => answer(event, 'takeBack', takeBack)
};

type Work = (client: Client, field: (name: string) => string, person: string) => Promise<Undo>;

/** Does what a form asks for; a refusal is told on the page, with what was typed. */
async function answer(event: RequestEvent, act: Act, work: Work) {
  const person = requireRole(event, 'leadership');
  const form = await event.request.formData();
  const field = (name: string) => String(form.get(name) ?? '').trim();
  try {
    const symmetry: Told = { done: act, undo: await work(event.locals.supabase, field, person.id) };
    return { symmetry };
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    const problem = error instanceof FieldWrong ? error.problem : null;
    const typed = Object.fromEntries(['cx', 'ex', 'team', 'day', 'title'].map((name) => [name, field(name)]));
    const symmetry: Told = { act, refused: error.message, problem, typed };
    return fail(error.status, { symmetry });
  }
}

/** Each change is a line of its own: undone, the cuts of before are set again, and both stay on record. */
const setTargets: Work = async (client, field, person_id) => {
  const targets = readTargets({ cx: field('cx'), ex: field('ex') });
  if ('problem' in targets) throw new FieldWrong(targets.problem);
  const before = await targetsOf(client);
  await asked(client.from('symmetry_targets').insert({ ...targets, person_id }), WORDS);
  return { act: 'targets', fields: { cx: String(before.cx), ex: String(before.ex) } };
};

const noteEvent: Work = async (client, field, person_id) => {
  const noted = readEvent({ team: field('team'), day: field('day'), title: field('title') }, today());
  if ('problem' in noted) throw new FieldWrong(noted.problem);
  const row = await asked<{ id: string } | null>(
    client
      .from('events')
      .insert({ ...noted, person_id })
      .select('id')
      .maybeSingle(),
    WORDS
  );
  return { act: 'takeBack', fields: { id: row?.id ?? '' } };
};

const takeBack: Work = async (client, field) => {
  const gone = await asked<NewEvent | null>(
    client.from('events').delete().eq('id', field('id')).select('team_id, day, title').maybeSingle(),
    WORDS
  );
  if (!gone) throw new ActRefused(m.symmetry_event_gone(), 404);
  return { act: 'note', fields: { team: gone.team_id, day: gone.day, title: gone.title } };
};
