import { fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { requirePerson } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';
import { ActRefused } from '../../verbatims/moderation.server';
import { today } from '../../verbatims/filters';
import { asked } from '../comments/asked.server';
import {
  problemOf,
  readAction,
  undoOf,
  type Act,
  type NewAction,
  type Problem,
  type TeamAction,
  type Told,
  type Typed
} from './action';

/** A form with a field to mend. */
class FieldWrong extends ActRefused {
  constructor(readonly problem: Problem) {
    super(PROBLEMS[problem](), 400);
  }
}

const WORDS = { gone: m.action_gone, forbidden: m.action_forbidden };

const COLUMNS = 'id, team_id, lever, title, decided_on, done_on';

/** More than any page shows at once; the latest count. */
const MOST = 200;

/** What these teams decided, as far as the caller may see it, the last decided first. */
export async function actionsOf(client: Client, teamIds: readonly string[]): Promise<TeamAction[]> {
  const { data } = await client
    .from('team_actions')
    .select(COLUMNS)
    .in('team_id', teamIds)
    .order('decided_on', { ascending: false })
    .order('id')
    .limit(MOST)
    .throwOnError();
  return data;
}

/**
 * Notes what a team decided.
 *
 * @param person id of who notes it
 * @throws ActRefused
 */
async function decide(client: Client, action: NewAction, person: string): Promise<TeamAction> {
  const row = { ...action, person_id: person };
  return found(await asked(client.from('team_actions').insert(row).select(COLUMNS).maybeSingle(), WORDS));
}

/** Says on which day it was done; null opens it again. @throws ActRefused */
async function finish(client: Client, id: string, done_on: string | null): Promise<TeamAction> {
  const change = client.from('team_actions').update({ done_on }).eq('id', id);
  return found(await asked(change.select(COLUMNS).maybeSingle(), WORDS));
}

/** Takes an action off the list, and returns it as it was. @throws ActRefused */
async function drop(client: Client, id: string): Promise<TeamAction> {
  const removal = client.from('team_actions').delete().eq('id', id);
  return found(await asked(removal.select(COLUMNS).maybeSingle(), WORDS));
}

/**
 * The form actions of a page that shows `Actions.svelte`: `export const actions = { ...teamActions }`. Who may do what,
 * the database decides. Each answers `{ action: Told }`.
 */
export const teamActions = {
  decide: (event: RequestEvent) =>
    answer(event, 'decide', (client, form, person) => {
      const action = readAction(typedIn(form), today());
      if ('problem' in action) throw new FieldWrong(action.problem);
      return decide(client, action, person);
    }),
  finish: (event: RequestEvent) =>
    answer(event, 'finish', async (client, form) => {
      const before = await read(client, field(form, 'id'));
      const done_on = field(form, 'done_on') || today();
      const problem = problemOf(before.decided_on, done_on, today());
      if (problem) throw new FieldWrong(problem);
      await finish(client, before.id, done_on);
      return before;
    }),
  reopen: (event: RequestEvent) =>
    answer(event, 'reopen', async (client, form) => {
      const before = await read(client, field(form, 'id'));
      await finish(client, before.id, null);
      return before;
    }),
  drop: (event: RequestEvent) => answer(event, 'drop', (client, form) => drop(client, field(form, 'id')))
};

const PROBLEMS: Record<Problem, () => string> = {
  title_missing: m.action_title_missing,
  title_long: m.action_title_long,
  day_wrong: m.action_day_wrong,
  day_to_come: m.action_day_to_come,
  done_before_decided: m.action_done_before_decided
};

/**
 * Does what a form asks for; a refusal is told on the page, with what was typed.
 *
 * @param work returns the action as it was before, or as it now is where there was none
 */
async function answer(
  event: RequestEvent,
  act: Act,
  work: (client: Client, form: FormData, person: string) => Promise<TeamAction>
) {
  const person = requirePerson(event);
  const form = await event.request.formData();
  try {
    const undo = undoOf(act, await work(event.locals.supabase, form, person.id));
    return { action: { done: act, undo } as Told };
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    const { message: refused, status } = error;
    const problem = error instanceof FieldWrong ? error.problem : null;
    const action: Told = { refused, problem, id: field(form, 'id') || null, typed: typedIn(form) };
    return fail(status, { action });
  }
}

async function read(client: Client, id: string): Promise<TeamAction> {
  return found(await asked(client.from('team_actions').select(COLUMNS).eq('id', id).maybeSingle(), WORDS));
}

function typedIn(form: FormData): Typed {
  const names = ['team', 'title', 'lever', 'decided_on', 'done_on'] as const;
  return Object.fromEntries(names.map((name) => [name, field(form, name)])) as Typed;
}

function field(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

/** Row-level security hides what is not one's own rather than refusing it. */
function found(action: TeamAction | null): TeamAction {
  if (!action) throw new ActRefused(m.action_gone(), 404);
  return action;
}
