import { addDays } from '$lib/verbatims/period';
import type { Client } from '$lib/server/supabase';
import { reached, type Audience } from '../waves/audience';
import { nextOpening } from '../waves/calendar';
import type { PlanRow } from './plan-form';
import { asked, idFrom, Refused } from './refused';

/** A plan with what the table knows of it. */
export type Plan = PlanRow & { id: string; starts_on: string | null; paused: boolean };

/** Every plan, by name: a company has a handful. */
export async function plans(client: Client): Promise<Plan[]> {
  const { data } = await client.from('wave_plans').select('*').order('name').throwOnError();
  return data as Plan[];
}

/** @throws Refused `gone` */
export async function findPlan(client: Client, id: string): Promise<Plan> {
  const found = (await plans(client)).find((plan) => plan.id === id);
  if (!found) throw new Refused('gone');
  return found;
}

/** @throws Refused `name_taken` */
export async function createPlan(client: Client, row: PlanRow): Promise<void> {
  await asked(
    client
      .from('wave_plans')
      .insert({ ...row, starts_on: row.next_on })
      .throwOnError()
  );
}

/**
 * Changes what comes; waves that are there stay as they are.
 *
 * @param shown the next day that the form came with: where nobody touched it, the day the plan has by now stays
 * @throws Refused `name_taken`, `gone`
 */
export async function changePlan(client: Client, id: string, row: PlanRow, shown: string): Promise<void> {
  const before = await findPlan(client, id);
  const next_on = row.next_on === shown ? before.next_on : row.next_on;
  const afresh = next_on !== before.next_on || row.cadence !== before.cadence;
  const starts_on = afresh ? next_on : before.starts_on;
  const change = { ...row, next_on, starts_on };
  await asked(client.from('wave_plans').update(change).eq('id', id).throwOnError());
}

export async function pausePlan(client: Client, id: string): Promise<void> {
  await client.from('wave_plans').update({ paused: true }).eq('id', idFrom(id)).throwOnError();
}

/**
 * Goes on with the first round from today on: those of the pause do not come later.
 *
 * @throws Refused `gone`
 */
export async function resumePlan(client: Client, id: string, today: string): Promise<void> {
  const plan = await findPlan(client, id);
  const next_on = plan.next_on < today ? nextOpening(plan, addDays(today, -1)) : plan.next_on;
  await client.from('wave_plans').update({ paused: false, next_on }).eq('id', id).throwOnError();
}

/** Waves it brought stay. */
export async function deletePlan(client: Client, id: string): Promise<void> {
  await client.from('wave_plans').delete().eq('id', idFrom(id)).throwOnError();
}

/** People who joined later than so many days before a wave are not asked: `private.days_before_first_wave`. */
const DAYS_BEFORE_FIRST_WAVE = 30;

/** So many ids fit into an address. */
const IDS_AT_ONCE = 100;

/** How many people a wave that opens on a day would invite, as things stand. Needs to see everybody: administrators. */
export async function countInvited(client: Client, audience: Audience, day: string): Promise<number> {
  const count = async (teams: string[] | null) => {
    let people = client
      .from('people')
      .select('id', { count: 'exact', head: true })
      .lte('joined_on', addDays(day, -DAYS_BEFORE_FIRST_WAVE))
      .or(`left_on.is.null,left_on.gt.${day}`);
    if (teams) people = people.in('team_id', teams);
    return (await people.throwOnError()).count ?? 0;
  };
  if (audience === null) return count(null);
  const { data: teams } = await client.from('teams').select('id, parent_id').throwOnError();
  const ids = [...reached(teams, audience)];
  let invited = 0;
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
    invited += await count(ids.slice(from, from + IDS_AT_ONCE));
  return invited;
}
