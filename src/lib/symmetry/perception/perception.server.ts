import { fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { requireRole } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';
import { today } from '$lib/verbatims/filters';
import type { Month, Span } from '../month';
import type { Place } from '../overview';
import type { Sums } from '../sums';
import { beliefsOf } from './beliefs.server';
import { nameOf, readGuess, runningQuarter, type GuessTold, type OwnGuess } from './guess';
import { perceptionsIn, type Perception } from './perception';

/**
 * What employees and leaders believed of the customers of a place, beside what these said, quarter by quarter, the newest
 * first.
 *
 * @param sums of all steps of the journey, not of one: that is what was guessed
 * @param until the last month that counts; a quarter counts once it is over by then
 */
export async function perceptionsOf(
  client: Client,
  sums: Sums,
  place: Place,
  until: Month
): Promise<Perception[]> {
  return perceptionsIn(sums, place, await beliefsOf(client, place), until);
}

/** What the caller guessed for the running quarter. Nobody reads anybody else's: row-level security. */
export async function ownGuess(client: Client, today: string): Promise<OwnGuess> {
  const quarter = runningQuarter(today);
  const { data } = await client
    .from('leader_guesses')
    .select('value')
    .eq('quarter', nameOf(quarter))
    .maybeSingle()
    .throwOnError();
  return { quarter, value: data?.value ?? null };
}

/**
 * The form action by which a leader guesses, and guesses again while the quarter runs: `{ ...perceptionActions }`. Reads
 * `value` and `quarter`, the one that the form was made for. Answers `{ guess: GuessTold }`.
 */
export const perceptionActions = {
  guess: async (event: RequestEvent) => {
    const { id } = requireRole(event, 'leadership');
    const form = await event.request.formData();
    const typed = String(form.get('value') ?? '').trim();
    const value = readGuess(typed);
    const quarter = runningQuarter(today());
    const refuse = (status: number, refused: string) =>
      fail(status, { guess: { refused, typed } as GuessTold });
    if (form.get('quarter') !== quarter.since) return refuse(409, m.perception_problem_quarter());
    if (value === null) return refuse(400, m.perception_problem_value());
    await keep(event.locals.supabase, quarter, id, value);
    return { guess: { kept: value } as GuessTold };
  }
};

/** Only the value may change, which an upsert would not leave at that. */
async function keep(client: Client, quarter: Span, person_id: string, value: number): Promise<void> {
  const key = { quarter: nameOf(quarter), person_id };
  const again = () =>
    client.from('leader_guesses').update({ value }).match(key).select('value').throwOnError();
  if ((await again()).data.length > 0) return;
  const { error } = await client.from('leader_guesses').insert({ ...key, value });
  // Sent twice at once: the other one was first.
  if (error?.code === '23505') await again();
  else if (error) throw new Error(error.message, { cause: error });
}
