import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/lib/screens/settings';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { caller, personOf, seedCast } from './cast';
import { HALL, hashed, WAITING } from './screens-cast';

onEveryEngine('Pairing a screen', seedCast, (db) => {
  isolate(db);

  const service = <T>(call: string, params: unknown[] = []) =>
    db.as(caller('service'), async (sql) => {
      const [row] = await sql<{ answer: T }>(`select ${call} as answer`, params);
      return row!.answer;
    });
  const pair = (code = WAITING, name = 'Salle de pause', settings: unknown = DEFAULT_SETTINGS) =>
    db.as(caller('thomas'), async (sql) => {
      const rows = await sql<{ screen: string | null }>(`select public.pair_screen($1, $2, $3) as screen`, [
        code,
        name,
        settings
      ]);
      return rows[0]!.screen;
    });
  const begin = (code: string, from = 'an office') =>
    service<string | null>(`public.begin_pairing($1, $2, $3)`, [code, hashed(code), from]);
  const claim = (secret: string, token: string) =>
    service<string | null>(`public.claim_pairing($1, $2)`, [hashed(secret), hashed(token)]);
  const stateOf = (secret: string) =>
    service<{ code: string; confirmed: boolean } | null>(`public.pairing_state($1)`, [hashed(secret)]);
  /** Which screen a token opens. */
  const opened = async (token: string) => {
    const { screens } = await service<{ screens: { id: string; token_hash: string }[] }>(
      'public.screen_states(null)'
    );
    return screens.find((screen) => screen.token_hash === hashed(token))?.id;
  };
  const later = (minutes: number) =>
    db.sql(
      `update public.screen_pairings
       set created_at = created_at - make_interval(mins => $1), expires_at = expires_at - make_interval(mins => $1)`,
      [minutes]
    );

  it('goes from the code to a token that opens one screen, and is written down', async () => {
    expect(await stateOf('secret waiting')).toMatchObject({ code: WAITING, confirmed: false });
    expect(await claim('secret waiting', 'token')).toBeNull();
    const screen = await pair();
    expect(await stateOf('secret waiting')).toMatchObject({ confirmed: true });
    expect(await claim('secret waiting', 'token')).toBe(screen);
    expect(await opened('token')).toBe(screen);
    expect(await db.sql(`select name, paired_by from public.screens where id = $1`, [screen])).toEqual([
      { name: 'Salle de pause', paired_by: personOf('thomas') }
    ]);
    expect(
      await db.sql(`select person_id, subject_id, details from public.audit_log where action = 'pair_screen'`)
    ).toEqual([{ person_id: personOf('thomas'), subject_id: screen, details: { name: 'Salle de pause' } }]);
  });

  it('gives one token: the same again should the answer be lost, never another', async () => {
    const screen = await pair();
    expect(await claim('secret waiting', 'token')).toBe(screen);
    expect(await claim('secret waiting', 'token')).toBe(screen);
    expect(await claim('secret waiting', 'another token')).toBeNull();
    expect(await opened('token')).toBe(screen);
    expect(await opened('another token')).toBeUndefined();
    await later(11);
    expect(await claim('secret waiting', 'token')).toBeNull();
  });

  it('takes a code once, whoever types it a second time', async () => {
    expect(await pair()).not.toBeNull();
    expect(await pair(WAITING, 'Étage')).toBeNull();
    expect(await db.sql(`select name from public.screens where name = 'Étage'`)).toEqual([]);
  });

  it('is over after ten minutes, for who types the code and for the TV', async () => {
    await later(9);
    expect(await stateOf('secret waiting')).not.toBeNull();
    await later(1);
    expect(await stateOf('secret waiting')).toBeNull();
    expect(await pair()).toBeNull();
  });

  it('leaves a TV two minutes to come for its token, even when confirmed at the last moment', async () => {
    await db.run(`update public.screen_pairings set expires_at = now() + interval '1 second'`);
    const screen = await pair();
    await later(1);
    expect(await claim('secret waiting', 'token')).toBe(screen);
  });

  describe('can not', () => {
    it('be tried out: ten wrong codes of a person in 15 minutes, then none, not even the right one', async () => {
      for (let n = 0; n < 10; n++) expect(await pair('ZZZZZZ')).toBeNull();
      expect(await outcome(pair('ZZZZZZ'))).toBe('PT429');
      expect(await outcome(pair())).toBe('PT429');
      await db.run(
        `update public.audit_log set at = at - interval '15 minutes' where action = 'mistake_code'`
      );
      expect(await pair()).not.toBeNull();
    });

    it('be begun without end from one address; elsewhere and later it can', async () => {
      await db.sql(
        `insert into public.screen_pairings (code, secret_hash, address_hash)
         select translate(to_char(n, 'FM000000'), '01', 'AB'), encode(sha256(n::text::bytea), 'hex'), 'an office'
         from generate_series(1, $1) as n`,
        [60]
      );
      expect(await begin('CCCCCC')).toBeNull();
      expect(await begin('CCCCCC', 'another office')).not.toBeNull();
      await later(15);
      expect(await begin('DDDDDD')).not.toBeNull();
    });

    it('be begun with a code that another TV shows, nor with one that looks like something else', async () => {
      expect(await outcome(begin(WAITING))).toBe('PT409');
      expect(await outcome(begin('ABCDE0'))).toBe('23514');
    });

    it('take the name of another screen, unless that was taken away', async () => {
      expect(await outcome(pair(WAITING, 'Hall'))).toBe('PT409');
      await db.as(caller('thomas'), (sql) => sql(`select public.revoke_screen($1)`, [HALL]));
      expect(await pair(WAITING, 'Hall')).not.toBeNull();
    });

    it.each(['', ' Hall', 'x'.repeat(81)])('name a screen “%s”', async (name) => {
      expect(await outcome(pair(WAITING, name))).toBe('PT422');
    });

    it('claim a screen that was taken away meanwhile', async () => {
      const screen = await pair();
      await db.as(caller('thomas'), (sql) => sql(`select public.revoke_screen($1)`, [screen]));
      expect(await claim('secret waiting', 'token')).toBeNull();
    });
  });

  it('forgets within the hour what TVs asked for in vain', async () => {
    await later(61);
    await begin('CCCCCC');
    expect(await db.sql(`select code from public.screen_pairings`)).toEqual([{ code: 'CCCCCC' }]);
  });
});
