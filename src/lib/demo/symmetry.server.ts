import { dayIn } from '$lib/pulse/waves/clock';
import type { Client } from '$lib/server/supabase';
import { closingDay, DAYS_OF_GRACE } from '$lib/symmetry/closing';
import { closeMonths } from '$lib/symmetry/closing.server';
import { monthOf } from '$lib/symmetry/month';
import { addDays } from '$lib/verbatims/period';
import { CAST } from './company';
import { eventsUntil } from './events';
import { loadGuesses } from './perception';
import { lastSpring } from './placing';

const ZONE = 'Europe/Paris';

/** The cuts that Claire set, and how many days ago. */
const TARGETS = [
  { cx: 65, ex: 60, ago: 540 },
  { cx: 70, ex: 62, ago: 205 }
];

/** What leadership adds to both sides, once they are there: months closed in their time, cuts, events, guesses. */
export async function loadSymmetry(service: Client, teamIds: Map<string, string>, now: Date): Promise<void> {
  const today = dayIn(ZONE, now);
  await closeMonths(service, monthOf(addDays(today, -DAYS_OF_GRACE)), closingDay);
  const { data: claire } = await service
    .from('people')
    .select('id')
    .eq('email', CAST.claire.email)
    .single()
    .throwOnError();
  const targets = TARGETS.map(({ cx, ex, ago }) => ({
    cx,
    ex,
    set_at: `${addDays(today, -ago)}T09:30:00Z`,
    person_id: claire.id
  }));
  await service.from('symmetry_targets').insert(targets).throwOnError();
  const events = eventsUntil(now, lastSpring(now)).map(({ team, day, title }) => ({
    team_id: teamIds.get(team) as string,
    day,
    title,
    person_id: claire.id
  }));
  await service.from('events').insert(events).throwOnError();
  await loadGuesses(service, now);
}
