import { dayIn } from '$lib/pulse/waves/clock';
import type { Client } from '$lib/server/supabase';
import { addMonths, firstDay, monthOf, spanOf } from '$lib/symmetry/month';
import { CAST } from './company';
import { CONTENT } from './customers';
import { normal, seeded } from './random';

const ZONE = 'Europe/Paris';

/** How content customers are everywhere together, on the scale of 1 to 5. */
const EVERYWHERE = 3.95;
/** Employees hear complaints more than thanks: they believe customers to be harsher, by so many points of 0 to 10. */
const HARSHER = 1.3;
/** How much of what employees believe comes from the customers they see themselves; the rest is hearsay of all. */
const OWN_SHARE = 0.4;

/** What leaders guessed on average, quarter by quarter, the last one that is over first: happier than customers are. */
const LEADERS_GUESSED = [8.9, 8.7, 9, 8.4, 8.8, 8.6];
/** How much one leader differs from another. */
const AMONG_LEADERS = 0.5;
/** Four are too few: what leaders believed in that quarter, counted back from the last one that is over, is not told. */
const TOO_FEW = { quarter: 4, guessed: 4 };

/**
 * What people of a team believe customers give, from 0 to 10, on average and neither rounded nor kept within the scale.
 * One person differs from another by 1.5 or so.
 *
 * @param ago days before today: they learn little by little
 */
export function guessedBy(team: string, ago: number): number {
  const seen = CONTENT[team] ?? EVERYWHERE;
  const content = OWN_SHARE * seen + (1 - OWN_SHARE) * EVERYWHERE;
  return 2.5 * (content - 1) - HARSHER - Math.min(0.3, ago / 2000);
}

/**
 * The guesses of everybody in leadership for the last quarters, put together as they are when a quarter is over; and
 * those of the running one, in which Claire has not guessed yet. To be called once people are there.
 */
export async function loadGuesses(service: Client, now: Date): Promise<void> {
  const { data: leaders } = await service
    .from('people')
    .select('id, email')
    .eq('role', 'leadership')
    .order('email')
    .throwOnError();
  const random = seeded(23);
  const running = spanOf(monthOf(dayIn(ZONE, now)), 'quarter').since;
  const rows = [LEADERS_GUESSED[0]!, ...LEADERS_GUESSED].flatMap((mean, back) => {
    const guessing =
      back === 0
        ? leaders.filter(({ email }) => email !== CAST.claire.email)
        : leaders.slice(0, back === TOO_FEW.quarter ? TOO_FEW.guessed : leaders.length);
    return guessing.map(({ id }) => ({
      quarter: firstDay(addMonths(running, -3 * back)),
      person_id: id,
      value: Math.min(10, Math.max(0, Math.round(mean + AMONG_LEADERS * normal(random))))
    }));
  });
  await service.from('leader_guesses').insert(rows).throwOnError();
  await service.rpc('close_guesses', { at: now.toISOString() }).throwOnError();
}
