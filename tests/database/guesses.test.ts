import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { caller, seedCast, teamOf, WEBSITE } from './cast';
import { row, STORE } from './happenings';
import { idOf, personOf } from './names';
import { answer, closeWave, hire, launch, publish, published, questionIds } from './pulse';
import { deadRows } from './remains';

const GUESS = 'customers-score';

onEveryEngine('What people believe of customers', seedCast, (db) => {
  isolate(db);

  describe('A question', () => {
    const ask = (battery: string, scale: string, lever: string | null) =>
      db.as(caller('thomas'), (sql) =>
        outcome(
          sql(
            `insert into public.questions (slug, battery, scale, lever, position, text_fr, text_en)
             values ('a-new-one', $1, $2, $3, 99, 'Une question', 'A question')`,
            [battery, scale, lever]
          )
        )
      );

    it.each([
      ['levers', 'agreement', 'tools'],
      ['digital', 'agreement', 'training'],
      ['recommendation', 'recommendation', null],
      ['perception', 'guess', null]
    ])('of the set %s has the scale %s and the lever %s', async (battery, scale, lever) => {
      expect(await ask(battery, scale, lever)).toBe('done');
    });

    it.each([
      ['levers', 'guess', 'tools'],
      ['levers', 'agreement', null],
      ['digital', 'recommendation', 'tools'],
      ['digital', 'agreement', null],
      ['recommendation', 'agreement', null],
      ['recommendation', 'recommendation', 'tools'],
      ['perception', 'recommendation', null],
      ['perception', 'guess', 'culture'],
      ['weather', 'guess', null],
      ['perception', 'dice', null]
    ])('of the set %s cannot have the scale %s and the lever %s', async (battery, scale, lever) => {
      expect(await ask(battery, scale, lever)).toBe('23514');
    });
  });

  it('is answered from 0 to 10, and published as the sum of the answers and how many gave each', async () => {
    const people = await hire(db, 'lyon', 11);
    const wave = await launch(db, 'guessing', { audience: ['lyon'], asks: [GUESS, 'recommend'] });
    await answer(
      db,
      wave,
      people.map((person, value) => ({ person, answers: { [GUESS]: value, recommend: value } }))
    );
    await closeWave(db, wave);
    await publish(db, wave);
    const distribution = Array<number>(11).fill(1);
    expect((await published(db, wave)).cells).toEqual([
      { team: 'lyon', question: GUESS, n: 11, total: 55, distribution },
      { team: 'lyon', question: 'recommend', n: 11, total: -5, distribution }
    ]);
  });

  it.each([-1, 11, 5.5])('cannot be answered with %d', async (value) => {
    const [person] = await hire(db, 'lyon', 6);
    const wave = await launch(db, 'wrong', { audience: ['lyon'], asks: [GUESS] });
    const given = [{ person_id: person, answers: { [(await questionIds(db))[GUESS]!]: value } }];
    expect(await outcome(db.attempt(`select public.store_answers($1, $2)`, [wave, given]))).toBe('PT400');
  });

  describe('A leader’s guess', () => {
    const leaders = Array.from({ length: 6 }, (_, i) => idOf(`person leader ${i}`));
    const appoint = () =>
      db.sql(
        `insert into public.people (id, team_id, role, full_name, email)
         select id::uuid, $2, 'leadership', 'Direction', id || '@bellerive.example' from jsonb_array_elements_text($1) as id`,
        [leaders, teamOf('siege')]
      );
    /** The first of them guess these for a quarter. */
    const guess = async (quarter: string, values: number[]) => {
      await db.as(caller('service'), (sql) =>
        sql(
          `insert into public.leader_guesses (quarter, person_id, value)
           select $1, id::uuid, value from unnest($2::text[], $3::integer[]) as given (id, value)`,
          [quarter, leaders.slice(0, values.length), values]
        )
      );
    };
    const close = (at: string) =>
      db.as(caller('service'), (sql) => sql(`select public.close_guesses($1)`, [at]));
    const beliefs = () =>
      db.as(caller('claire'), (sql) =>
        sql(
          `select quarter::text, n, total from public.leader_beliefs where quarter < '2021-01-01' order by 1`
        )
      );
    const guesses = (quarter: string) =>
      db.sql(`select from public.leader_guesses where quarter = $1`, [quarter]);

    it('is read by nobody else: not by leaders, not by administrators, not by the service', async () => {
      const seen = (who: 'claire' | 'thomas') =>
        db.as(caller(who), (sql) => sql(`select distinct person_id from public.leader_guesses`));
      expect(await seen('claire')).toEqual([{ person_id: personOf('claire') }]);
      expect(await seen('thomas')).toEqual([]);
      await db.as(caller('service'), async (sql) => {
        expect(await outcome(sql(`select value from public.leader_guesses`))).toBe('42501');
      });
    });

    it('is told with those of four others when the quarter is over, as a sum; and all are forgotten', async () => {
      await appoint();
      await guess('2020-01-01', [8, 9, 7, 10, 6]);
      await db.sql(`update public.leader_guesses set value = 5 where person_id = $1`, [leaders[4]]);
      await close('2020-04-01T23:00:00Z');
      expect(await beliefs()).toEqual([]);
      expect(await guesses('2020-01-01')).toHaveLength(5);
      await close('2020-04-02T00:00:00Z');
      expect(await beliefs()).toEqual([{ quarter: '2020-01-01', n: 5, total: 39 }]);
      expect(await guesses('2020-01-01')).toEqual([]);
      expect(await deadRows(db, 'public.leader_guesses')).toBe(0);
    });

    it('is forgotten untold where fewer than five guessed', async () => {
      await appoint();
      await guess('2020-01-01', [8, 9, 7, 10]);
      await close('2020-04-02');
      expect(await beliefs()).toEqual([]);
      expect(await guesses('2020-01-01')).toEqual([]);
    });

    it('waits in the quarter that runs, whatever ends meanwhile', async () => {
      await appoint();
      await guess('2020-01-01', [8, 8, 8, 8, 8]);
      await guess('2020-04-01', [9, 9]);
      await close('2020-04-02');
      expect(await guesses('2020-04-01')).toHaveLength(2);
      expect(await guesses('2020-01-01')).toEqual([]);
    });

    it('is told once: nothing that comes later changes what was', async () => {
      await appoint();
      await guess('2020-01-01', [8, 8, 8, 8, 8]);
      await close('2020-04-02');
      await close('2020-04-03');
      await guess('2020-01-01', [1, 1, 1, 1, 1, 1]);
      await close('2020-04-04');
      expect(await beliefs()).toEqual([{ quarter: '2020-01-01', n: 5, total: 40 }]);
      expect(await guesses('2020-01-01')).toEqual([]);
    });

    it('goes with the leader who is erased', async () => {
      await appoint();
      await guess('2020-01-01', [8, 8, 8, 8, 8]);
      await db.sql(`delete from public.people where id = $1`, [leaders[0]]);
      await close('2020-04-02');
      expect(await beliefs()).toEqual([]);
    });
  });

  describe('What customers said in a quarter', () => {
    const told = (who: 'ines' | 'claire' | 'stranger', quarter: string) =>
      db.as(caller(who), async (sql) => {
        const [sums] = await sql<{ n: number; rated: number }>(
          `select positive + neutral + negative as n, rated from public.customers_in_quarter($1)`,
          [quarter]
        );
        return sums;
      });

    it('is told to everybody of the company, closed months as they were closed and the others as they are', async () => {
      expect(await told('ines', '2026-01-01')).toEqual({ n: 10, rated: 10 });
      expect(await told('stranger', '2026-01-01')).toEqual({ n: 0, rated: 0 });
      const late = [row(0, '2026-03-31', 1), row(1, '2026-02-10', 1), row(2, '2026-02-11', 1)];
      await db.sql(STORE, [WEBSITE, late]);
      expect(await told('claire', '2026-01-01')).toEqual({ n: 12, rated: 12 });
    });

    it('is not told before the quarter is over', async () => {
      const [{ quarter } = { quarter: '' }] = await db.sql<{ quarter: string }>(
        `select date_trunc('quarter', now())::date::text as quarter`
      );
      await db.sql(STORE, [WEBSITE, [row(0, quarter, 1)]]);
      expect(await told('claire', quarter)).toEqual({ n: 0, rated: 0 });
    });
  });
});
