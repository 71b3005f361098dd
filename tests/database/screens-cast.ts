import { rowOf } from '../../src/lib/screens/beat';
import type { Beat } from '../../src/lib/screens/screen';
import { DEFAULT_SETTINGS } from '../../src/lib/screens/settings';
import type { Database } from '../support/engines';
import { idOf, personOf } from './names';
import { createHash } from 'node:crypto';

/** The hash of a token or secret of the cast. */
export const hashed = (label: string) => createHash('sha256').update(label).digest('hex');

/** The screen in the hall, which lives; the one in the canteen was confirmed and never came for its token. */
export const HALL = idOf('screen hall');
export const CANTEEN = idOf('screen canteen');

/** A TV shows this code and waits. */
export const WAITING = 'KKKKKK';

export const BEAT: Beat = {
  build: 'b1',
  painted: { scene: 'spotlight', id: null, at: '2026-03-02T09:00:00.000Z' },
  state: 'live',
  viewport: { width: 1920, height: 1080, ratio: 1 },
  engine: 'Chromium 79',
  clockOffset: -120,
  heap: null,
  uptime: 60_000
};

/** When the hall was heard of last. */
export const NOON = new Date('2026-03-02T12:00:00Z');

export async function seedScreens(db: Database): Promise<void> {
  await db.sql(
    `insert into public.screens (id, name, settings, token_hash, paired_by)
     values ($1, 'Hall', $3, $4, $5), ($2, 'Cantine', $3, null, $5)`,
    [HALL, CANTEEN, DEFAULT_SETTINGS, hashed('token hall'), personOf('thomas')]
  );
  await db.sql(
    `insert into public.screen_pairings (code, secret_hash, address_hash, screen_id)
     values ($1, $2, 'somewhere', null), ('MMMMMM', $3, 'somewhere', $4)`,
    [WAITING, hashed('secret waiting'), hashed('secret canteen'), CANTEEN]
  );
  await db.sql(`select public.note_beats($1)`, [[rowOf(HALL, BEAT, NOON)]]);
}

const SETTINGS = `'${JSON.stringify(DEFAULT_SETTINGS)}'`;

/** A call of each function that somebody may execute, on something that is there. */
export const SCREEN_CALLS: Record<string, string> = {
  'pair_screen(text,text,jsonb)': `select public.pair_screen('${WAITING}', 'Salle de pause', ${SETTINGS})`,
  'set_screen(uuid,text,jsonb)': `select public.set_screen('${HALL}', 'Hall', ${SETTINGS})`,
  'revoke_screen(uuid)': `select public.revoke_screen('${HALL}')`,
  'command_screen(uuid,text)': `select public.command_screen('${HALL}', 'identify')`,
  'set_lease(integer)': `select public.set_lease(24)`,
  'set_curtain(boolean)': `select public.set_curtain(true)`,
  'curtain()': `select nullif(count(*), 0) from public.curtain()`,
  'say_to_all(text,text,integer)': `select public.say_to_all('Bonjour', 'Hello', 5)`,
  'clear_message()': `select public.clear_message()`,
  'begin_pairing(text,text,text)': `select public.begin_pairing('ABCDEF', '${hashed('secret')}', 'somewhere')`,
  'pairing_state(text)': `select public.pairing_state('${hashed('secret waiting')}')`,
  'claim_pairing(text,text)': `select public.claim_pairing('${hashed('secret canteen')}', '${hashed('token')}')`,
  'note_beats(jsonb)': `select public.note_beats('${JSON.stringify([rowOf(HALL, BEAT, NOON)])}')`,
  'screen_states(timestamptz)': `select public.screen_states(null)`
};
