import type { Client } from '$lib/server/supabase';
import { readOutside } from '$lib/server/config';
import { dayIn } from '$lib/pulse/waves/clock';
import { comingRounds, type Cadence } from '$lib/pulse/waves/calendar';
import { addDays } from '$lib/verbatims/period';
import type { AskingWave } from './missing';
import { firstDay, type Span } from './month';

/** A wave on the levers with the teams that it asks, each with all below it; null is the whole company. */
export interface Asking extends AskingWave {
  audience: string[] | null;
}

/** How far ahead a plan is read, in days: a wave of later says nothing of when there will be enough. */
const AHEAD = 190;

/** More than any three years bring. */
const MOST = 500;

/**
 * The waves that asked about the levers since a span began, or will.
 *
 * @param today YYYY-MM-DD
 */
export async function askingWaves(client: Client, { since }: Span, today: string): Promise<Asking[]> {
  const [waves, plans] = await Promise.all([
    client
      .from('waves')
      .select('status, closes_at, audience, wave_questions(questions(battery))')
      .neq('status', 'cancelled')
      .gte('closes_at', `${firstDay(since)}T00:00:00Z`)
      .order('closes_at', { ascending: false })
      .limit(MOST)
      .throwOnError(),
    client
      .from('wave_plans')
      .select('cadence, starts_on, next_on, open_days, audience')
      .eq('battery', 'levers')
      .eq('paused', false)
      .throwOnError()
  ]);
  const { timeZone } = readOutside();
  return [
    ...waves.data
      // What a planned wave asks may not be chosen yet.
      .filter(
        ({ wave_questions: asked }) =>
          asked.length === 0 || asked.some(({ questions }) => questions.battery === 'levers')
      )
      .map(({ status, closes_at, audience }) => ({
        day: dayIn(timeZone, closes_at),
        isPublished: status === 'published',
        audience
      })),
    ...plans.data.flatMap(({ cadence, open_days, audience, ...plan }) =>
      comingRounds({ ...plan, cadence: cadence as Cadence }, addDays(today, AHEAD)).map((day) => ({
        day: addDays(day, open_days),
        isPublished: false,
        audience
      }))
    )
  ];
}
