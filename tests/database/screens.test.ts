import { describe, expect, it } from 'vitest';
import { rowOf } from '../../src/lib/screens/beat';
import type { Beat } from '../../src/lib/screens/screen';
import { DEFAULT_SETTINGS } from '../../src/lib/screens/settings';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { caller, idOf, personOf, seedCast, teamOf, type Actor } from './cast';
import { BEAT, CANTEEN, HALL, NOON } from './screens-cast';

interface States {
  at: string;
  control: Record<string, unknown>;
  screens: Record<string, unknown>[];
}

onEveryEngine('Screens', seedCast, (db) => {
  isolate(db);

  const call = (who: Actor, statement: string, params: unknown[] = []) =>
    db.as(caller(who), (sql) => sql(`select ${statement} as answer`, params));
  const states = async (since: string | null = null) => {
    const [row] = await call('service', 'public.screen_states($1)', [since]);
    return row!.answer as States;
  };
  const hall = async () => (await states()).screens.find(({ id }) => id === HALL)!;
  const acts = async () =>
    (
      await db.sql<{ action: string; person_id: string }>(
        `select action, person_id from public.audit_log where subject in ('screen', 'wall') order by id`
      )
    ).map(({ action, person_id }) => `${action} ${person_id === personOf('helene') ? 'helene' : 'thomas'}`);
  const set = (settings: object) =>
    call('thomas', 'public.set_screen($1, $2, $3)', [HALL, 'Hall', { ...DEFAULT_SETTINGS, ...settings }]);

  it('are named and arranged by Thomas', async () => {
    const settings = { ...DEFAULT_SETTINGS, distance: 3 };
    await call('thomas', 'public.set_screen($1, $2, $3)', [HALL, 'Grand hall', settings]);
    expect(await hall()).toMatchObject({ name: 'Grand hall', settings, teams: null, revoked: false });
    expect(await acts()).toEqual(['set_screen thomas']);
    expect(await outcome(call('thomas', 'public.set_screen($1, $2, $3)', [HALL, 'Cantine', settings]))).toBe(
      'PT409'
    );
    expect(
      await outcome(call('thomas', 'public.set_screen($1, $2, $3)', [idOf('nothing'), 'Quai', settings]))
    ).toBe('PT404');
  });

  it('load again, flash their name, stand still and go on when Thomas says so, one or all', async () => {
    await call('thomas', `public.command_screen($1, 'reload')`, [HALL]);
    await call('thomas', `public.command_screen(null, 'pause')`);
    const [one, other] = [await hall(), (await states()).screens.find(({ id }) => id !== HALL)!];
    expect(one).toMatchObject({ paused: true, identify_at: null });
    expect(one.reload_at).not.toBeNull();
    expect(other).toMatchObject({ paused: true, reload_at: null });
    await call('thomas', `public.command_screen($1, 'resume')`, [HALL]);
    await call('thomas', `public.command_screen($1, 'identify')`, [HALL]);
    expect(await hall()).toMatchObject({ paused: false });
    expect((await hall()).identify_at).not.toBeNull();
    expect(await outcome(call('thomas', `public.command_screen($1, 'explode')`, [HALL]))).toBe('PT400');
    expect(await outcome(call('thomas', `public.command_screen($1, 'pause')`, [idOf('nothing')]))).toBe(
      'PT404'
    );
  });

  const note = (...beats: [id: string, changes: Partial<Beat>, seconds: number][]) =>
    call('service', 'public.note_beats($1)', [
      beats.map(([id, changes, seconds]) =>
        rowOf(id, { ...BEAT, ...changes }, new Date(NOON.getTime() + seconds * 1000))
      )
    ]);
  const beats = () =>
    db.sql(
      `select screen_id, state, painted_scene, painted_at, heap from public.screen_beats order by state`
    );

  it('that were taken away are told so, and nothing is kept of how they were or are', async () => {
    await call('thomas', 'public.revoke_screen($1)', [HALL]);
    expect(await hall()).toMatchObject({ revoked: true });
    expect(await beats()).toEqual([]);
    await note([HALL, {}, 30], [CANTEEN, {}, 30]);
    expect(await beats()).toMatchObject([{ screen_id: CANTEEN }]);
    expect(await outcome(call('thomas', 'public.revoke_screen($1)', [HALL]))).toBe('PT404');
    expect(await outcome(set({}))).toBe('PT404');
    expect(await outcome(call('thomas', `public.command_screen($1, 'reload')`, [HALL]))).toBe('PT404');
  });

  it('keep the beat that was heard last, in whichever order servers tell of them', async () => {
    await note([HALL, { painted: null, state: 'quiet', heap: 5 }, 30], [CANTEEN, { state: 'paused' }, 1]);
    await note([HALL, { state: 'catching-up' }, 29]);
    expect(await beats()).toMatchObject([
      { screen_id: CANTEEN, state: 'paused', painted_scene: 'spotlight' },
      { screen_id: HALL, state: 'quiet', painted_scene: null, painted_at: null, heap: 5 }
    ]);
  });

  it('can not keep a state that does not exist', async () => {
    expect(await outcome(note([HALL, { state: 'fine' as never }, 30]))).toBe('23514');
  });

  it('go behind the curtain when Hélène raises it, and come back; raising it twice changes nothing', async () => {
    await call('helene', 'public.set_curtain(true)');
    await call('thomas', 'public.set_curtain(true)');
    expect((await states()).control).toMatchObject({ curtain_by: personOf('helene') });
    expect(await db.as(caller('helene'), (sql) => sql(`select by_name from public.curtain()`))).toEqual([
      { by_name: 'Hélène Dubreuil' }
    ]);
    await call('thomas', 'public.set_curtain(false)');
    expect((await states()).control).toMatchObject({ curtain_since: null, curtain_by: null });
    expect(await acts()).toEqual(['raise_curtain helene', 'lift_curtain thomas']);
  });

  it('say together what Hélène has to say, for as long as she says', async () => {
    await call('helene', 'public.say_to_all($1, $2, $3)', ['Évacuation', ' ', 30]);
    expect((await states()).control).toMatchObject({ message_fr: 'Évacuation', message_en: '' });
    const [row] = await db.sql(
      `select message_until - now() = '30 minutes' as right from public.wall_control`
    );
    expect(row).toEqual({ right: true });
    await call('helene', 'public.clear_message()');
    expect((await states()).control).toMatchObject({ message_fr: '', message_until: null });
    for (const wrong of [
      [' ', '', 5],
      [null, null, 5],
      ['x'.repeat(281), '', 5],
      ['x', '', 0],
      ['x', '', 10_081]
    ])
      expect(await outcome(call('helene', 'public.say_to_all($1, $2, $3)', wrong)), String(wrong)).toBe(
        'PT422'
      );
  });

  it('go on for a lease of 1 to 168 hours', async () => {
    await call('thomas', 'public.set_lease(168)');
    expect((await states()).control).toMatchObject({ lease_hours: 168 });
    for (const wrong of [0, 169, null])
      expect(await outcome(call('thomas', 'public.set_lease($1)', [wrong]))).toBe('PT422');
  });

  it.each(['helene', 'claire', 'youssef', 'ines', 'paul', 'stranger'] as const)(
    'are nothing that %s can pair, arrange, command, take away or give a lease',
    async (who) => {
      for (const attempted of [
        `public.pair_screen('KKKKKK', 'x', '{}')`,
        `public.set_screen('${HALL}', 'x', '{}')`,
        `public.command_screen(null, 'reload')`,
        `public.revoke_screen('${HALL}')`,
        `public.set_lease(1)`
      ])
        expect(await outcome(call(who, attempted)), attempted).toBe('PT403');
      expect(await acts()).toEqual([]);
    }
  );

  it.each(['claire', 'youssef', 'ines', 'paul', 'stranger'] as const)(
    'are nothing that %s can raise a curtain before, or speak through',
    async (who) => {
      expect(await outcome(call(who, 'public.set_curtain(true)'))).toBe('PT403');
      expect(await outcome(call(who, `public.say_to_all('x', 'y', 5)`))).toBe('PT403');
      expect(await outcome(call(who, 'public.clear_message()'))).toBe('PT403');
      expect(await db.as(caller(who), (sql) => sql(`select * from public.curtain()`))).toEqual([]);
    }
  );

  describe('of some teams', () => {
    it('are told these and all below them, and again when the tree changes', async () => {
      await set({ teams: [teamOf('ouest')] });
      expect((await hall()).teams).toEqual(
        expect.arrayContaining([teamOf('ouest'), teamOf('nantes'), teamOf('rennes')])
      );
      expect((await hall()).teams).not.toContain(teamOf('strasbourg'));
      await db.run(`update public.screens set changed_at = '2020-01-01'`);
      expect((await states('2025-01-01')).screens).toEqual([]);
      await db.sql(`update public.teams set parent_id = $1 where id = $2`, [
        teamOf('ouest'),
        teamOf('strasbourg')
      ]);
      const [retold, ...others] = (await states('2025-01-01')).screens;
      expect(retold!.teams).toContain(teamOf('strasbourg'));
      expect(others).toEqual([]);
    });

    it('that are gone show nothing of the others', async () => {
      const gone = idOf('team that is gone');
      await db.sql(
        `update public.screens set settings = jsonb_set(settings, '{teams}', to_jsonb(array[$1::text])) where id = $2`,
        [gone, HALL]
      );
      expect((await hall()).teams).toEqual([gone]);
    });
  });
});
