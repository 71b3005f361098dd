import type { CAST } from '../../src/lib/demo/company';
import type { Database } from '../support/engines';
import { personOf, teamOf } from './names';

/** Everybody who is still there, with the team of theirs that something happened to and what they guess. */
export const GUESSERS = {
  claire: { team: 'bellerive', guess: 8 },
  youssef: { team: 'ouest', guess: 1 },
  ines: { team: 'nantes', guess: 2 },
  lea: { team: 'strasbourg', guess: 3 },
  helene: { team: 'relation-client', guess: 4 },
  thomas: { team: 'siege', guess: 5 }
};

/** What Claire guessed two quarters ago, which nobody has closed yet. */
export const EARLIER_GUESS = 7;

/**
 * Maison Bellerive with both sides beside each other: March is closed. Of all that leaders alone may do, a row stands in
 * everybody's name, so that it shows if a policy lets them.
 */
export async function seedSymmetry(db: Database): Promise<void> {
  await db.run(`select public.close_month('2026-03-01', '2026-04-08')`);
  const rows = Object.entries(GUESSERS).map(([who, { team, guess }]) => ({
    person: personOf(who as keyof typeof CAST),
    team: teamOf(team),
    title: `${team} moves`,
    guess
  }));
  await db.sql(
    `with given as (
       select * from jsonb_to_recordset($1) as given (person uuid, team uuid, title text, guess smallint)
     ),
     targets as (
       insert into public.symmetry_targets (cx, ex, person_id) select 60, 60 + guess, person from given
     ),
     events as (
       insert into public.events (team_id, day, title, person_id) select team, '2026-03-02', title, person from given
     )
     insert into public.leader_guesses (quarter, person_id, value)
     select date_trunc('quarter', now())::date, person, guess from given`,
    [rows]
  );
  await db.sql(
    `insert into public.leader_guesses (quarter, person_id, value)
     values (date_trunc('quarter', now() - interval '6 months')::date, $1, $2)`,
    [personOf('claire'), EARLIER_GUESS]
  );
  await db.run(`insert into public.leader_beliefs (quarter, n, total) values ('2025-10-01', 5, 40)`);
}
