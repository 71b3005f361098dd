import { reached, type Audience } from '$lib/pulse/waves/audience';
import { addMonths, comingRounds, type Cadence } from '$lib/pulse/waves/calendar';
import { dayIn } from '$lib/pulse/waves/clock';
import { MONTHS_BETWEEN } from '$lib/pulse/waves/rotation';
import { readOutside } from '$lib/server/config';
import type { Client } from '$lib/server/supabase';
import { today } from '$lib/verbatims/filters';
import { addDays } from '$lib/verbatims/period';
import type { Place } from '../overview';
import type { Beliefs, GuessCell } from './perception';

/** A wave that asks what customers give. Days are written YYYY-MM-DD. */
interface AskingWave {
  id: string;
  status: string;
  audience: Audience;
  opensOn: string;
  closesOn: string;
}

/** What was published of guesses for a place, as far as the caller may see it. */
export async function beliefsOf(client: Client, { teams, root }: Place): Promise<Beliefs> {
  const company = teams.find(({ parent_id }) => parent_id === null)?.id ?? root;
  const [asking, cells, leaders, foreseen] = await Promise.all([
    askingWaves(client),
    guessCells(client, [...new Set([root, company])]),
    client.from('leader_beliefs').select('quarter, n, total').throwOnError(),
    askingPlans(client)
  ]);
  const reaches = ({ audience }: { audience: Audience }) =>
    audience === null || reached(teams, audience).has(root);
  const own = asking.filter(reaches);
  return {
    cells: asking.flatMap(({ id, closesOn }) =>
      cells.filter(({ wave_id }) => wave_id === id).map((cell) => ({ ...cell, day: closesOn }))
    ),
    leaders: new Map(leaders.data.map(({ quarter, ...guessed }) => [quarter, guessed])),
    askedOn: own.filter(({ status }) => status === 'published').map(({ closesOn }) => closesOn),
    nextOn: nextOf(own, foreseen.filter(reaches))
  };
}

/** In order of their close. Two a year for everybody: far from the thousand rows at which answers are cut. */
async function askingWaves(client: Client): Promise<AskingWave[]> {
  const { timeZone } = readOutside();
  const { data } = await client
    .from('wave_questions')
    .select('waves!inner(id, status, audience, opens_at, closes_at), questions!inner(battery)')
    .eq('questions.battery', 'perception')
    .neq('waves.status', 'cancelled')
    .throwOnError();
  const waves = new Map(data.map(({ waves: wave }) => [wave.id, wave]));
  return [...waves.values()]
    .sort((a, b) => a.closes_at.localeCompare(b.closes_at))
    .map(({ opens_at, closes_at, ...wave }) => ({
      ...wave,
      opensOn: dayIn(timeZone, opens_at),
      closesOn: dayIn(timeZone, closes_at)
    }));
}

/** In the order of the library, the last first: where a wave asks several questions, the first one counts. */
async function guessCells(client: Client, teams: string[]): Promise<Omit<GuessCell, 'day'>[]> {
  const { data } = await client
    .from('cells')
    .select('wave_id, team_id, question_id, n, total, distribution, questions!inner(battery, position)')
    .eq('questions.battery', 'perception')
    .in('team_id', teams)
    .throwOnError();
  return data
    .sort((a, b) => b.questions.position - a.questions.position)
    .map(({ wave_id, team_id, question_id, n, total, distribution }) => {
      return { wave_id, team_id, question_id, n, total, distribution };
    });
}

async function askingPlans(client: Client) {
  const { data } = await client
    .from('wave_plans')
    .select('cadence, starts_on, next_on, open_days, audience')
    .eq('asks_perception', true)
    .eq('paused', false)
    .throwOnError();
  return data;
}

/** Longer than from one round of any plan to the next, in days. */
const AHEAD = 100;

/** When the next wave that asks closes: one that is there, or the first round of a plan in which it is due again. */
function nextOf(waves: readonly AskingWave[], plans: Awaited<ReturnType<typeof askingPlans>>): string | null {
  const waiting = waves.find(({ status }) => status !== 'published');
  if (waiting) return waiting.closesOn;
  const last = waves
    .map(({ opensOn }) => opensOn)
    .sort()
    .at(-1);
  const due = last ? addMonths(last, MONTHS_BETWEEN.perception) : '';
  const until = addDays(due > today() ? due : today(), AHEAD);
  const closes = plans.flatMap(({ cadence, open_days, starts_on, next_on }) => {
    const rounds = comingRounds({ cadence: cadence as Cadence, starts_on, next_on }, until);
    const first = rounds.find((day) => day >= due);
    return first ? [addDays(first, open_days)] : [];
  });
  return closes.sort()[0] ?? null;
}
