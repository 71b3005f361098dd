import type { Client } from '$lib/server/supabase';
import { overlap, type Audience } from './audience';
import { nextOpening, type Cadence } from './calendar';
import { dayIn, spanOf } from './clock';
import { nextQuestions, type EarlierWave, type Request } from './rotation';
import type { Question } from '../question';

/** A plan whose day has come, as the table has it. */
export interface DuePlan {
  id: string;
  name: string;
  cadence: string;
  battery: string;
  questions_per_wave: number;
  asks_recommendation: boolean;
  asks_perception: boolean;
  audience: string[] | null;
  open_days: number;
  reminds: boolean;
  k_score: number;
  k_distribution: number;
  starts_on: string | null;
  next_on: string;
}

/** A plan whose library has nothing left to ask. */
export class NothingToAsk extends Error {}

/**
 * Prepares the round of a plan whose day has come, and moves the plan on to its next one. A round whose day passed
 * while no server was running takes place today; those missed after it do not. May be interrupted and called again.
 *
 * @throws NothingToAsk
 */
export async function prepareRound(service: Client, plan: DuePlan, zone: string, at: Date): Promise<void> {
  const today = dayIn(zone, at);
  const span = spanOf(plan.next_on < today ? today : plan.next_on, plan.open_days, zone);
  const questions = await questionsFor(service, plan, zone, at);
  if (questions.length === 0) throw new NothingToAsk(`${plan.name}: no question is left to ask`);
  const wave =
    (await preparedWave(service, plan.id, span.opens_at)) ?? (await insertWave(service, plan, span, zone));
  if (!wave.asks) {
    const rows = questions.map((question_id, i) => ({ wave_id: wave.id, question_id, position: i + 1 }));
    await service.from('wave_questions').insert(rows).throwOnError();
  }
  const next_on = nextOpening({ ...plan, cadence: plan.cadence as Cadence }, dayIn(zone, span.opens_at));
  await service.from('wave_plans').update({ next_on }).eq('id', plan.id).throwOnError();
}

/** What the next wave of a plan will ask, as things stand. Reads what everybody in the company may see. */
export async function questionsFor(
  client: Client,
  plan: Request | DuePlan,
  zone: string,
  at: Date
): Promise<string[]> {
  const audience = 'audience' in plan ? plan.audience : null;
  const [{ data: library }, history] = await Promise.all([
    client.from('questions').select('id, battery, lever, position, retired_at').throwOnError(),
    earlierWaves(client, audience, zone, at)
  ]);
  const askable = library as (Pick<Question, 'id' | 'battery' | 'lever' | 'position'> & {
    retired_at: string | null;
  })[];
  return nextQuestions(askable, history, plan as Request, dayIn(zone, at));
}

/**
 * The waves that some of the same people were asked, or will be. Those called off do not count, nor those that never
 * took place. The newest thousand: two waves a week for ten years.
 */
async function earlierWaves(
  client: Client,
  audience: Audience,
  zone: string,
  at: Date
): Promise<EarlierWave[]> {
  const [{ data: waves }, { data: teams }] = await Promise.all([
    client
      .from('waves')
      .select('opens_at, audience, wave_questions(question_id)')
      .or(`status.in.(open,closed,published),and(status.eq.planned,closes_at.gt.${at.toISOString()})`)
      .order('opens_at', { ascending: false })
      .limit(1000)
      .throwOnError(),
    client.from('teams').select('id, parent_id').throwOnError()
  ]);
  return waves
    .filter((wave) => overlap(teams, wave.audience, audience))
    .map(({ opens_at, wave_questions }) => ({
      opens_on: dayIn(zone, opens_at),
      questions: wave_questions.map(({ question_id }) => question_id)
    }));
}

async function preparedWave(service: Client, plan: string, opens_at: string) {
  const { data } = await service
    .from('waves')
    .select('id, wave_questions(question_id)')
    .eq('plan_id', plan)
    .eq('opens_at', opens_at)
    .limit(1)
    .throwOnError();
  return data[0] && { id: data[0].id, asks: data[0].wave_questions.length > 0 };
}

async function insertWave(
  service: Client,
  plan: DuePlan,
  span: { opens_at: string; closes_at: string },
  zone: string
) {
  const { audience, reminds, k_score, k_distribution } = plan;
  const { data } = await service
    .from('waves')
    .insert({
      ...span,
      plan_id: plan.id,
      name: nameOf(plan, dayIn(zone, span.opens_at)),
      audience,
      reminds,
      k_score,
      k_distribution
    })
    .select('id')
    .single()
    .throwOnError();
  return { id: data.id, asks: false };
}

/** The name of the plan with the month, or the day where a month has several: the same in every language. */
function nameOf({ name, cadence }: DuePlan, day: string): string {
  const often = cadence === 'weekly' || cadence === 'fortnightly';
  return `${name} · ${often ? day : day.slice(0, 7)}`;
}
