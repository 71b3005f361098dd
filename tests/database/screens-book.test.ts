import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScreenBook } from '../../src/lib/screens/book.server';
import type { ScreenState } from '../../src/lib/screens/screen';
import { DEFAULT_SETTINGS } from '../../src/lib/screens/settings';
import { openEmbedded, type Embedded } from '../../src/lib/server/embedded/embedded';
import { readMigrations } from '../../src/lib/server/embedded/migrations';
import { connect, type Supabase } from '../../src/lib/server/supabase';
import { idOf } from './names';
import { BEAT, hashed } from './screens-cast';

const MIGRATIONS = fileURLToPath(new URL('../../supabase/migrations', import.meta.url));
const HALL = idOf('screen hall');
const LATER = idOf('screen later');

/** What somebody was told, and how to wait until it was a certain thing. */
function listening(book: ScreenBook, id: string | null) {
  const told: (ScreenState | null)[] = [];
  let look: () => void = () => undefined;
  const stop = book.listen(id, (state) => {
    told.push(state);
    look();
  });
  const until = (holds: (state: ScreenState | null) => boolean) =>
    new Promise<void>((done) => {
      look = () => told.length > 0 && holds(told[told.length - 1]!) && done();
      look();
    });
  return { told, until, stop };
}

describe('The book of screens', () => {
  let embedded: Embedded;
  let supabase: Supabase;
  let isDown = false;
  let asked = 0;
  let book: ScreenBook;
  const add = (id: string, name: string) =>
    embedded.query(`insert into public.screens (id, name, settings, token_hash) values ($1, $2, $3, $4)`, [
      id,
      name,
      DEFAULT_SETTINGS,
      hashed(name)
    ]);
  const change = (what: string) =>
    embedded.query(`update public.screens set ${what}, changed_at = now() where id = '${HALL}'`);
  const control = (what: string) => embedded.query(`update public.wall_control set ${what}`);

  beforeAll(async () => {
    embedded = await openEmbedded({
      directory: 'memory://',
      migrations: await readMigrations(MIGRATIONS),
      channels: ['screens']
    });
    const transport: typeof fetch = (input, init) => {
      asked++;
      return isDown ? Promise.reject(new TypeError('no route')) : embedded.fetch(input, init);
    };
    const { publishableKey, secretKey } = embedded.secrets;
    const config = { kind: 'embedded', dataDir: 'memory://', demo: false } as const;
    supabase = connect(config, 'http://embedded.supabase', publishableKey, secretKey, embedded, transport);
  });
  afterAll(() => embedded.close());

  beforeEach(async () => {
    isDown = false;
    await embedded.query('delete from public.screens');
    await control(
      `curtain_since = null, message_fr = '', message_en = '', message_until = null, lease_hours = 24`
    );
    await add(HALL, 'Hall');
    book = new ScreenBook(supabase, 'b1');
    await book.ready();
  });
  afterEach(() => {
    book.close();
    vi.restoreAllMocks();
  });

  it('knows each screen by its token, and what to tell it', async () => {
    expect(await book.of(hashed('Hall'))).toEqual({ id: HALL, revoked: false });
    expect(await book.of(hashed('nobody'))).toBeNull();
    expect(book.state(HALL)).toEqual({
      id: HALL,
      name: 'Hall',
      settings: DEFAULT_SETTINGS,
      teams: null,
      audience: '',
      build: 'b1',
      leaseHours: 24,
      curtain: false,
      message: null,
      paused: false,
      reloadAt: null,
      identifyAt: null
    });
    expect(book.state(LATER)).toBeNull();
  });

  it('tells a browser that is no screen what holds for all of them', async () => {
    expect(book.state(null)).toMatchObject({ id: null, settings: DEFAULT_SETTINGS, curtain: false });
    const browser = listening(book, null);
    await control(`curtain_since = now()`);
    await browser.until((state) => state?.curtain === true);
  });

  it('tells a screen of what changes about it, and nobody of what changes about another', async () => {
    await add(LATER, 'Plus tard');
    expect(await book.of(hashed('Plus tard'))).toEqual({ id: LATER, revoked: false });
    const [hall, other] = [listening(book, HALL), listening(book, LATER)];
    await change(`paused = true`);
    await hall.until((state) => state?.paused === true);
    expect(hall.told).toHaveLength(1);
    expect(other.told).toEqual([]);
    hall.stop();
    await control(`lease_hours = 2`);
    await other.until((state) => state?.leaseHours === 2);
    expect(hall.told).toHaveLength(1);
  });

  it('knows a screen whose token is younger than the last look', async () => {
    await embedded.query(`set session_replication_role = replica`);
    await add(LATER, 'Plus tard');
    await embedded.query(`set session_replication_role = origin`);
    expect(await book.of(hashed('Plus tard'))).toEqual({ id: LATER, revoked: false });
  });

  it('tells a screen within a second that it was taken away, and knows its token as revoked ever after', async () => {
    const hall = listening(book, HALL);
    const from = performance.now();
    await change(`revoked_at = now()`);
    await hall.until((state) => state === null);
    expect(performance.now() - from).toBeLessThan(1000);
    expect(book.state(HALL)).toBeNull();
    expect(await book.of(hashed('Hall'))).toEqual({ id: HALL, revoked: true });
    const again = new ScreenBook(supabase, 'b1');
    expect(await again.of(hashed('Hall'))).toEqual({ id: HALL, revoked: true });
    again.close();
  });

  it('finds a change that became visible after a later one', async () => {
    await add(LATER, 'Plus tard');
    await book.of(hashed('Plus tard'));
    const hall = listening(book, HALL);
    await embedded.query(
      `update public.screens set name = 'Grand hall', changed_at = now() - interval '40 seconds' where id = $1`,
      [HALL]
    );
    await hall.until((state) => state?.name === 'Grand hall');
  });

  it('says a message in the language it has, and ends it by itself when its time is over', async () => {
    const hall = listening(book, HALL);
    await control(`message_fr = 'Fermeture à 18 h', message_until = now() + interval '700 milliseconds'`);
    await hall.until((state) => state?.message !== null);
    expect(hall.told.at(-1)?.message).toEqual({ fr: 'Fermeture à 18 h', en: 'Fermeture à 18 h' });
    await hall.until((state) => state?.message === null);
    expect(hall.told).toHaveLength(2);
  });

  it('goes on with what it knows while the database is out of reach, says so once, and catches up', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    isDown = true;
    await expect(book.of(hashed('nobody'))).rejects.toThrow('no route');
    await expect(book.of(hashed('nobody'))).rejects.toThrow('no route');
    expect(await book.of(hashed('Hall'))).toEqual({ id: HALL, revoked: false });
    expect(book.state(HALL)?.name).toBe('Hall');
    expect(errors).toHaveBeenCalledTimes(1);
    const hall = listening(book, HALL);
    await change(`name = 'Grand hall'`);
    isDown = false;
    await hall.until((state) => state?.name === 'Grand hall');
    expect(warnings).toHaveBeenCalledTimes(1);
  });

  it('stores the last beat of each screen, all of a second in one call', async () => {
    await add(LATER, 'Plus tard');
    await book.of(hashed('Plus tard'));
    const before = asked;
    for (let n = 0; n < 5; n++) book.beats.note(HALL, { ...BEAT, uptime: n });
    book.beats.note(LATER, BEAT);
    await book.beats.store();
    expect(asked - before).toBe(1);
    const stored = () => embedded.query(`select screen_id, uptime from public.screen_beats order by uptime`);
    expect(await stored()).toEqual([
      { screen_id: HALL, uptime: 4 },
      { screen_id: LATER, uptime: BEAT.uptime }
    ]);
  });

  it('says once that beats cannot be stored, and stores those that come later', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    isDown = true;
    for (let n = 0; n < 2; n++) {
      book.beats.note(HALL, BEAT);
      await book.beats.store();
    }
    expect(errors.mock.calls.filter(([said]) => String(said).startsWith('What screens tell'))).toHaveLength(
      1
    );
    isDown = false;
    book.beats.note(HALL, BEAT);
    await book.beats.store();
    expect(await embedded.query(`select from public.screen_beats`)).toHaveLength(1);
  });

  it('asks once for all who ask at the same time', async () => {
    const before = asked;
    await Promise.all(Array.from({ length: 50 }, (_, n) => book.of(hashed(`nobody ${n}`))));
    expect(asked - before).toBeLessThanOrEqual(2);
  });

  it('asks no more once it is closed', async () => {
    const hall = listening(book, HALL);
    book.close();
    const before = asked;
    await change(`paused = true`);
    await embedded.query('select 1');
    expect(asked).toBe(before);
    expect(hall.told).toEqual([]);
  });
});
