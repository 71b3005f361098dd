import { outcome, type Database } from '../support/engines';
import { caller, type Actor } from './cast';
import { teamOf, waveOf } from './names';

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

export const DEEDS: Deed[] = [
  deed('Thomas renames a wave that is not launched yet', 'thomas', 'waves', RENAME('planned'), 'done'),
  deed('Thomas cannot open a wave past its launch', 'thomas', 'waves', OPEN_BY_HAND, '42501'),
  deed('Thomas cannot add to what an open wave asks', 'thomas', 'wave_questions', ASK_MORE, '42501'),
  deed('Youssef cannot decide for Strasbourg', 'youssef', 'team_actions', GIVE_AWAY, '42501'),
  deed('Claire can', 'claire', 'team_actions', GIVE_AWAY, 'done')
];

/** How a deed ends now. Needs an open transaction, and leaves nothing behind. */
export function attempt(db: Database, { who, does }: Deed): Promise<string> {
  return db.undone(() => db.as(caller(who), (sql) => outcome(sql(does))));
}

function deed(title: string, who: Actor, to: string, does: string, ends: string): Deed {
  return { title, who, to, does, ends };
}
