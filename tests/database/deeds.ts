import { outcome, type Database } from '../support/engines';
import { caller, type Actor } from './cast';
import { personOf, teamOf, waveOf } from './names';

/**
 * What somebody tries to make of a row that they may change, and how it ends: the matrix tells which rows a verb
 * reaches, not what they may become.
 */
export interface Deed {
  title: string;
  who: Actor;
  to: string;
  does: string;
  ends: string;
}

const RENAME = (wave: string) => `update public.waves set name = 'Autre' where id = '${waveOf(wave)}'`;
const OPEN_BY_HAND = `update public.waves set status = 'open' where id = '${waveOf('due')}'`;
const GIVE_AWAY = `update public.team_actions set team_id = '${teamOf('strasbourg')}' where team_id = '${teamOf('nantes')}'`;
const ASK_MORE = `update public.wave_questions set wave_id = '${waveOf('open')}'
  where wave_id = '${waveOf('planned')}' and position > 18`;
const NOW = `date_trunc('quarter', now())::date`;
const BEFORE = `date_trunc('quarter', now() - interval '6 months')::date`;
const GUESS = (quarter: string, whose: 'claire' | 'thomas') => `
  insert into public.leader_guesses (quarter, person_id, value) values (${quarter}, '${personOf(whose)}', 6)`;
// Neither reads a row, so that the policy of changing it decides alone; no guess is as high as 11.
const GUESS_TOO_HIGH = `update public.leader_guesses set value = 11`;
const CHANGE_ONE_GUESS = `do $$
declare
  n integer;
begin
  update public.leader_guesses set value = 6;
  get diagnostics n = row_count;
  if n <> 1 then
    raise '% were changed', n;
  end if;
end $$`;
const SET_TARGETS = (columns: string, values: string) =>
  `insert into public.symmetry_targets (cx, ex, person_id${columns}) values (70, 65, '${personOf('claire')}'${values})`;

export const DEEDS: Deed[] = [
  deed('Thomas renames a wave that is not launched yet', 'thomas', 'waves', RENAME('planned'), 'done'),
  deed('Thomas cannot open a wave past its launch', 'thomas', 'waves', OPEN_BY_HAND, '42501'),
  deed('Thomas cannot add to what an open wave asks', 'thomas', 'wave_questions', ASK_MORE, '42501'),
  deed('Youssef cannot decide for Strasbourg', 'youssef', 'team_actions', GIVE_AWAY, '42501'),
  deed('Claire can', 'claire', 'team_actions', GIVE_AWAY, 'done'),
  deed('Claire sets the targets', 'claire', 'symmetry_targets', SET_TARGETS('', ''), 'done'),
  deed(
    'Claire cannot have set them earlier',
    'claire',
    'symmetry_targets',
    SET_TARGETS(', set_at', ', now()'),
    '42501'
  ),
  deed(
    'Claire changes the guess of the running quarter that is hers, and no other',
    'claire',
    'leader_guesses',
    CHANGE_ONE_GUESS,
    'done'
  ),
  deed(
    'Claire cannot guess for a quarter that is over',
    'claire',
    'leader_guesses',
    GUESS(BEFORE, 'claire'),
    '42501'
  ),
  deed('Claire cannot guess as Thomas', 'claire', 'leader_guesses', GUESS(NOW, 'thomas'), '42501'),
  ...(['ines', 'youssef', 'helene', 'thomas'] as const).map((who) =>
    deed(`${who} reaches no guess, not even their own`, who, 'leader_guesses', GUESS_TOO_HIGH, 'done')
  )
];

/** How a deed ends now. Needs an open transaction, and leaves nothing behind. */
export function attempt(db: Database, { who, does }: Deed): Promise<string> {
  return db.undone(() => db.as(caller(who), (sql) => outcome(sql(does))));
}

function deed(title: string, who: Actor, to: string, does: string, ends: string): Deed {
  return { title, who, to, does, ends };
}
