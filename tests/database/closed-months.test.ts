import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { caller, personOf, seedCast, teamOf, verbatimOf, WEBSITE, type Actor } from './cast';
import { perform, row, STEP, STORE } from './happenings';

/** In the cast March is closed, with ten verbatims. */
const MARCH = '2026-03-01';

onEveryEngine('A closed month', seedCast, (db) => {
  isolate(db);

  const close = async (month: string, at: string) => {
    const [answer] = await db.attempt<{ closed: boolean }>(`select public.close_month($1, $2) as closed`, [
      month,
      at
    ]);
    return answer!.closed;
  };
  const recount = async (who: Actor, ...months: string[]) => {
    const [answer] = await db.as(caller(who), (sql) =>
      sql<{ n: number }>(`select public.recount_months($1) as n`, [months])
    );
    return answer!.n;
  };
  const late = () =>
    db.as(caller('claire'), (sql) =>
      sql<{ month: string; came: number; went: number }>(
        `select to_char(month, 'YYYY-MM') as month, came, went from public.late_verbatims()`
      )
    );
  /** How many count as what in a month, as it was closed and as it is. */
  const counts = async (month = MARCH) => {
    const of = async (table: string) => {
      const [sums] = await db.sql(
        `select coalesce(sum(positive), 0) as positive, coalesce(sum(neutral), 0) as neutral,
           coalesce(sum(negative), 0) as negative from ${table}`,
        [month]
      );
      return sums as { positive: number; neutral: number; negative: number };
    };
    return {
      closed: await of(`public.closed_month_rollups where month = $1 and not whole`),
      whole: await of(`public.closed_month_rollups where month = $1 and whole`),
      live: await of(`public.team_rollups where grain = 'month' and starts_on = $1`)
    };
  };
  const arrive = (n: number, day: string) =>
    db.sql(STORE, [
      WEBSITE,
      Array.from({ length: n }, (_, i) => ({ ...row(i, day, 4 * i), sentiment: 'positive' }))
    ]);
  const closings = () =>
    db.sql<{ month: string; at: string }>(
      `select to_char(month, 'YYYY-MM') as month, to_char(closed_at at time zone 'UTC', 'YYYY-MM-DD') as at
       from public.closed_months order by month`
    );

  it('is closed once, and from then on with the date and the counts of that day', async () => {
    await arrive(3, '2026-04-10');
    expect(await close('2026-04-01', '2026-05-08')).toBe(true);
    await arrive(4, '2026-04-11');
    expect(await close('2026-04-01', '2026-06-01')).toBe(false);
    expect(await closings()).toEqual([
      { month: '2026-03', at: '2026-04-08' },
      { month: '2026-04', at: '2026-05-08' }
    ]);
    expect((await counts('2026-04-01')).closed).toMatchObject({ positive: 3 });
  });

  it('was over: not a minute earlier can it be closed', async () => {
    await arrive(3, '2026-04-10');
    expect(await outcome(close('2026-04-01', '2026-04-30T23:59:00Z'))).toBe('PT409');
    expect(await close('2026-04-01', '2026-05-01T00:00:00Z')).toBe(true);
  });

  it('is named by its first day and by no other', async () => {
    for (const day of ['2026-04-02', '2026-04-30', null])
      expect(await outcome(db.attempt(`select public.close_month($1, '2027-01-01')`, [day]))).toBe('PT400');
  });

  it('had a verbatim: an empty month stays open, and so does one whose verbatims all went', async () => {
    expect(await close('2026-02-01', '2026-05-01')).toBe(false);
    await arrive(2, '2026-02-10');
    await db.sql(`delete from public.verbatims where external_id like 'random %'`);
    expect(await close('2026-02-01', '2026-05-01')).toBe(false);
    expect(await closings()).toEqual([{ month: '2026-03', at: '2026-04-08' }]);
    await arrive(2, '2026-02-10');
    expect(await close('2026-02-01', '2026-05-01')).toBe(true);
  });

  it('is the same by team and by step, as it is by team', async () => {
    await arrive(9, '2026-03-10');
    await recount('claire', MARCH);
    const { closed, whole, live } = await counts();
    expect(closed).toEqual(live);
    expect(whole).toEqual(live);
  });

  describe('does not change', () => {
    const [HELD, APPROVED] = [verbatimOf('nantes held'), verbatimOf('nantes approved')];
    const erase = `update public.verbatims set status = 'erased', raw_text = null, text = null where id = '${APPROVED}'`;
    const correct = async () => {
      await db.as(caller('helene'), (sql) => sql(`select public.correct_sentiment('${HELD}', 'negative')`));
    };
    it.each<[string, () => Promise<unknown>, { came: number; went: number }]>([
      ['when a verbatim comes late', () => arrive(3, '2026-03-31'), { came: 3, went: 0 }],
      ['when one is erased', () => db.sql(erase), { came: 0, went: 1 }],
      ['when one is corrected, which went as the one and came as the other', correct, { came: 1, went: 1 }],
      [
        'when one turns out to be of another team',
        () => db.sql(`update public.verbatims set team_id = $1 where id = $2`, [teamOf('lille'), HELD]),
        { came: 1, went: 1 }
      ]
    ])('%s: the counts of today do, and how much is told', async (_, happen, moved) => {
      const before = await counts();
      expect(await late()).toEqual([]);
      await happen();
      const after = await counts();
      expect(after).toMatchObject({ closed: before.closed, whole: before.whole });
      expect(await late()).toEqual([{ month: '2026-03', ...moved }]);
      await recount('thomas', MARCH);
      expect(await late()).toEqual([]);
      expect(await counts()).toEqual({ closed: after.live, whole: after.live, live: after.live });
    });

    it('when something comes in a month that is open, which is not late', async () => {
      await arrive(3, '2026-04-02');
      expect(await late()).toEqual([]);
    });
  });

  it('that is counted again has the date of that day, and the log says who did it and what date it had', async () => {
    expect(await recount('claire', MARCH, '2026-04-01', '2026-03-02')).toBe(1);
    const [{ today } = { today: '' }] = await db.sql<{ today: string }>(
      `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD') as today`
    );
    expect(await closings()).toEqual([{ month: '2026-03', at: today }]);
    const acts = await db.sql(
      `select person_id, subject, subject_id, (details ->> 'closed_at')::date::text as was
       from public.audit_log where action = 'recount'`
    );
    expect(acts).toEqual([
      { person_id: personOf('claire'), subject: 'month', subject_id: '2026-03', was: '2026-04-08' }
    ]);
  });

  it('is counted again by leadership and administrators alone, who alone are told what came and went', async () => {
    await arrive(1, '2026-03-31');
    for (const who of ['stranger', 'paul', 'ines', 'youssef', 'lea', 'helene'] as const) {
      expect(await outcome(recount(who, MARCH)), who).toBe('PT403');
      await db.as(caller(who), async (sql) => {
        expect(await outcome(sql(`select * from public.late_verbatims()`)), who).toBe('PT403');
      });
    }
    expect(await closings()).toEqual([{ month: '2026-03', at: '2026-04-08' }]);
    for (const who of ['claire', 'thomas'] as const) expect(await recount(who, MARCH), who).toBe(1);
  });

  it('that is counted again is what the texts are, whatever happened to them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 1, maxLength: 8 }), async (steps) => {
        await db.undone(async () => {
          for (const step of steps) await perform(db, step);
          const figures = `positive, neutral, negative, rated, rating_sum, rating_squares, nps_rated, promoters, detractors`;
          const kept = `select team_id, step_id, ${figures} from public.closed_month_rollups where month = '${MARCH}' and not whole`;
          const live = `select team_id, step_id, ${figures} from public.team_rollups
            where grain = 'month' and starts_on = '${MARCH}' and positive + neutral + negative > 0`;
          await recount('claire', MARCH);
          expect(await db.sql(`(${kept} except ${live}) union all (${live} except ${kept})`)).toEqual([]);
          expect(await late()).toEqual([]);
        });
      }),
      { numRuns: 20 }
    );
  });
});
