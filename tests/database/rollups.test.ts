import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, type Database } from '../support/engines';
import { caller, seedCast, SHOPS, teamOf, verbatimOf } from './cast';
import { CHANGES, MARCH, perform, row, STEP, STORE } from './happenings';

const COUNTED = `
  count(*) filter (where sentiment = 'positive') as positive,
  count(*) filter (where sentiment = 'neutral') as neutral,
  count(*) filter (where sentiment = 'negative') as negative,
  count(rating) as rated,
  coalesce(sum(rating_percent), 0) as rating_sum,
  coalesce(sum(rating_percent * rating_percent), 0) as rating_squares,
  count(*) filter (where rating_scale = '0-10') as nps_rated,
  count(*) filter (where rating_scale = '0-10' and rating >= 9) as promoters,
  count(*) filter (where rating_scale = '0-10' and rating <= 6) as detractors`;

/** What counts: everything with a sentiment that is not erased. */
const FROM = `from public.verbatims where sentiment is not null and status <> 'erased'`;

const FIGURES =
  'positive, neutral, negative, rated, rating_sum, rating_squares, nps_rated, promoters, detractors';

const TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => row(n, MARCH[n % 4]!, n));

onEveryEngine('Counts', seedCast, (db) => {
  isolate(db);

  it('are those of the texts themselves, whatever happens to them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 1, maxLength: 12 }), async (steps) => {
        await db.undone(async () => {
          for (const step of steps) await perform(db, step);
          expect(await differences(db)).toEqual([]);
        });
      }),
      { numRuns: 50 }
    );
  });

  it.each(CHANGES)('follow a change of %s', async (set) => {
    await db.sql(STORE, [SHOPS, TEN]);
    await perform(db, { kind: 'change', of: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], set });
    expect(await differences(db)).toEqual([]);
  });

  it('are answered whole, by day, week or month, by team and by step, of any channel and teams, as the texts would', async () => {
    await db.sql(STORE, [SHOPS, TEN]);
    const period = [`'2026-03-01'`, `'2026-03-31'`] as const;
    for (const slice of ['day', 'week', 'month']) {
      for (const channel of [null, 'web']) {
        for (const teams of [null, [teamOf('nantes'), teamOf('strasbourg')]]) {
          const answer = await db.as(caller('service'), (sql) =>
            sql(
              `select grouped_by, starts_on, team_id, step_id, n, ${FIGURES}
               from public.verbatim_counts(${period.join()}, '${slice}', $1, null, $2) order by 1, 2, 3, 4`,
              [teams, channel]
            )
          );
          const groups = [
            ['all', 'null::date', 'null::uuid', 'null::uuid'],
            ['slice', `date_trunc('${slice}', day::timestamp)::date`, 'null::uuid', 'null::uuid'],
            ['step', 'null::date', 'null::uuid', 'step_id'],
            ['team', 'null::date', 'team_id', 'null::uuid']
          ];
          const texts = groups.map(
            ([name, ...keys]) =>
              `(select '${name}' as grouped_by, ${keys[0]} as starts_on, ${keys[1]} as team_id, ${keys[2]} as step_id,
                count(*) as n, ${COUNTED} ${FROM} and day between ${period.join(' and ')}
                and ($1::uuid[] is null or team_id = any ($1)) and ($2::text is null or channel = $2)
                group by 1, 2, 3, 4)`
          );
          expect(answer).toEqual(
            await db.sql(`${texts.join(' union all ')} order by 1, 2, 3, 4`, [teams, channel])
          );
          expect(answer.length).toBeGreaterThan(3);
        }
      }
    }
  });

  it('refuse a slice of time they do not know', async () => {
    await expect(
      db.sql(`select * from public.verbatim_counts('2026-03-01', '2026-03-31', 'hour')`)
    ).rejects.toMatchObject({
      code: 'PT400'
    });
  });

  it('of a manager are those of their teams alone, also through the function', async () => {
    const total = (who: 'youssef' | 'lea' | 'claire' | 'paul') =>
      db.as(caller(who), async (sql) => {
        const call = `select n from public.verbatim_counts('2026-03-01', '2026-03-31') where grouped_by = 'all'`;
        return (await sql<{ n: number }>(call))[0]?.n ?? 0;
      });
    expect(await total('youssef')).toBe(4);
    expect(await total('lea')).toBe(3);
    expect(await total('claire')).toBe(10);
    expect(await total('paul')).toBe(0);
  });

  describe('when a moderator works', () => {
    const rows = () => db.sql(`select ctid::text, * from public.daily_rollups order by ctid`);

    it('approving and answering touch no count at all', async () => {
      const before = await rows();
      await db.as(caller('helene'), async (sql) => {
        await sql(`select public.approve_verbatim($1)`, [verbatimOf('nantes held')]);
        await sql(`select public.answer_verbatim($1, $2, 'Vu')`, [
          verbatimOf('nantes held'),
          teamOf('nantes')
        ]);
      });
      expect(await rows()).toEqual(before);
    });

    it('hiding does not polish the share: the hidden stays counted', async () => {
      const before = await rows();
      await db.as(caller('helene'), (sql) =>
        sql(`select public.hide_verbatim($1)`, [verbatimOf('nantes approved')])
      );
      expect(await rows()).toEqual(before);
    });

    it('a correction moves one from a sentiment to the other', async () => {
      const before = await mix(db);
      await db.as(caller('helene'), (sql) =>
        sql(`select public.correct_sentiment($1, 'negative')`, [verbatimOf('nantes held')])
      );
      const after = await mix(db);
      expect(after).toEqual({
        ...before,
        neutral: before.neutral! - 1,
        negative: (before.negative ?? 0) + 1
      });
    });

    it('erasure takes it out', async () => {
      const { neutral } = await mix(db);
      await db.sql(
        `update public.verbatims set status = 'erased', raw_text = null, text = null where id = $1`,
        [verbatimOf('nantes held')]
      );
      expect((await mix(db)).neutral).toBe(neutral - 1);
    });
  });
});

/** Rows that the counts have and the texts do not, the other way round, and rows that should be zero but are not. */
async function differences(db: Database) {
  const daily = 'day, team_id, step_id, channel, source_id';
  const team = (grain: string) =>
    `'${grain}', date_trunc('${grain}', day::timestamp)::date, team_id, step_id`;
  const nothing = `(positive, neutral, negative) = (0, 0, 0)`;
  const compare = (kept: string, counted: string) => `
    (select 'kept', * from ((${kept}) except all (${counted})) as kept) union all
    (select 'counted', * from ((${counted}) except all (${kept})) as counted)`;
  return [
    ...(await db.sql(
      compare(
        `select ${daily}, ${FIGURES} from public.daily_rollups where not ${nothing}`,
        `select ${daily}, ${COUNTED} ${FROM} group by ${daily}`
      )
    )),
    ...(await db.sql(
      compare(
        `select grain, starts_on, team_id, step_id, ${FIGURES} from public.team_rollups where not ${nothing}`,
        ['day', 'week', 'month']
          .map((grain) => `select ${team(grain)}, ${COUNTED} ${FROM} group by 1, 2, 3, 4`)
          .join(' union all ')
      )
    )),
    ...(await db.sql(
      ['daily_rollups', 'team_rollups']
        .map(
          (table) => `select '${table}' as not_zero, ${FIGURES} from public.${table}
            where ${nothing} and (rated, rating_sum, rating_squares, nps_rated, promoters, detractors) <> (0, 0, 0, 0, 0, 0)`
        )
        .join(' union all ')
    ))
  ];
}

/** How many count as each sentiment. */
async function mix(db: Database) {
  const [row] = await db.sql<{ positive: number; neutral: number; negative: number }>(
    `select sum(positive)::int as positive, sum(neutral)::int as neutral, sum(negative)::int as negative
     from public.daily_rollups`
  );
  return row!;
}
