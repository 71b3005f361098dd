import { describe, expect, it } from 'vitest';
import type { SumsDocument } from '../../src/lib/symmetry/sums';
import { TEAMS } from '../../src/lib/demo/company';
import { isolate, onEveryEngine, outcome, type Database } from '../support/engines';
import { caller, seedCast, SHOPS, type Actor } from './cast';
import { as } from './client';
import { row, STORE } from './happenings';
import { idOf, teamOf } from './names';

const SLUGS = new Map(TEAMS.map(({ slug }) => [teamOf(slug), slug]));

interface Asked {
  since?: string;
  until?: string;
  teams?: string[];
  step?: string;
  zone?: string;
}

/** What `symmetry_months` answers to somebody, its teams by their slugs. */
async function months(db: Database, who: Actor, asked: Asked = {}): Promise<SumsDocument> {
  const { since = '2026-01-01', until = '2100-01-31', teams, step, zone = 'Europe/Paris' } = asked;
  const [answer] = await db.as(caller(who), (sql) =>
    sql<{ document: SumsDocument }>(
      `select public.symmetry_months($1, $2, $3, (select id from public.journey_steps where slug = $4), $5) as document`,
      [since, until, teams?.map(teamOf) ?? null, step ?? null, zone]
    )
  );
  const { cx, ex, ...others } = answer!.document;
  const bySlug = <Row>(of: Record<string, Row>) =>
    Object.fromEntries(
      Object.entries(of)
        .map(([id, rows]) => [SLUGS.get(id) ?? id, rows] as const)
        .sort()
    );
  return { ...others, cx: bySlug(cx), ex: bySlug(ex) };
}

onEveryEngine('The sums behind both sides', seedCast, (db) => {
  isolate(db);

  const everywhere = ['', 'nantes', 'rennes', 'strasbourg'];
  it.each<[Actor, string[], string[]]>([
    ['youssef', ['nantes', 'rennes'], ['bellerive', 'nantes', 'ouest']],
    ['lea', ['strasbourg'], ['bellerive', 'strasbourg']],
    ['ines', ['nantes'], ['bellerive', 'nantes']],
    ['claire', everywhere, ['bellerive', 'nantes', 'ouest', 'relation-client', 'siege', 'strasbourg']],
    ['helene', everywhere, ['bellerive', 'relation-client']],
    ['thomas', everywhere, ['bellerive', 'siege']],
    ['paul', [], []],
    ['stranger', [], []]
  ])('are for %s those of customers of %j and of employees of %j', async (who, customers, employees) => {
    const { cx, ex } = await months(db, who);
    expect(Object.keys(cx)).toEqual(customers);
    expect(Object.keys(ex)).toEqual(employees);
  });

  it('are asked for by nobody who is not signed in', async () => {
    const call = `select public.symmetry_months('2026-01-01', '2026-01-31')`;
    expect(await db.as(caller('anon'), (sql) => outcome(sql(call)))).toBe('42501');
  });

  /** Ten verbatims on the last of March and the first of April, some of which have a step. */
  const store = () =>
    db.sql(STORE, [
      SHOPS,
      [...Array(10).keys()].map((n) => row(n, n % 2 ? '2026-03-31' : '2026-04-01', n + 5))
    ]);
  const again = () => db.as(caller('claire'), (sql) => sql(`select public.recount_months('{2026-03-01}')`));
  /** The same, from the texts themselves. */
  const fromTexts = async ({ step, teams }: Asked) => {
    const rows = await db.sql<{ team: string; month: string; sums: number[] }>(
      `select coalesce(team_id::text, '') as team, to_char(day, 'YYYY-MM') as month, array[
         count(*) filter (where sentiment = 'positive'), count(*) filter (where sentiment = 'neutral'),
         count(*) filter (where sentiment = 'negative'), count(rating), coalesce(sum(rating_percent), 0),
         coalesce(sum(rating_percent * rating_percent), 0), count(*) filter (where rating_scale = '0-10'),
         count(*) filter (where rating_scale = '0-10' and rating >= 9),
         count(*) filter (where rating_scale = '0-10' and rating <= 6)]::float8[] as sums
       from public.verbatims
       where sentiment is not null and status <> 'erased'
         and ($1::text is null or step_id = (select id from public.journey_steps where slug = $1))
         and ($2::uuid[] is null or team_id = any ($2))
       group by 1, 2 order by 1, 2`,
      [step ?? null, teams?.map(teamOf) ?? null]
    );
    const cx: SumsDocument['cx'] = {};
    for (const { team, month, sums } of rows) (cx[SLUGS.get(team) ?? team] ??= []).push([month, ...sums]);
    return cx;
  };

  describe.each<[string, Asked]>([
    ['of all steps', {}],
    ['of one step', { step: 'payment' }],
    ['of a few teams', { teams: ['nantes', 'rennes'] }],
    ['of one step in a few teams', { step: 'refund', teams: ['nantes', 'strasbourg'] }]
  ])('%s', (_, asked) => {
    it('are those of the texts, in months that are closed and in those that are not', async () => {
      await store();
      await again();
      const { cx, closed } = await months(db, 'claire', asked);
      expect(cx).toEqual(await fromTexts(asked));
      expect(Object.values(cx).flat().length).toBeGreaterThan(0);
      expect(Object.keys(closed)).toEqual(['2026-03']);
    });
  });

  it('end with the last day that is asked for, and begin with the first', async () => {
    await store();
    const march = await months(db, 'claire', { since: '2026-03-01', until: '2026-03-31' });
    const april = await months(db, 'claire', { since: '2026-04-01', until: '2026-04-30' });
    const told = (of: SumsDocument) => new Set(Object.values(of.cx).flatMap((rows) => rows.map(([m]) => m)));
    expect([told(march), told(april)]).toEqual([new Set(['2026-03']), new Set(['2026-04'])]);
    expect([Object.keys(march.closed), Object.keys(april.closed)]).toEqual([['2026-03'], []]);
  });

  describe('of employees', () => {
    /** A published wave that closed then, and found this of Nantes. */
    const wave = (name: string, closes: string, n: number, total: number) =>
      db.sql(
        `with wave as (
           insert into public.waves (id, name, status, opens_at, closes_at, published_at)
           values ($1, $2, 'published', $3::timestamptz - interval '7 days', $3, $3)
         ),
         team as (
           insert into public.wave_teams (wave_id, team_id, name) values ($1, $4, 'Nantes')
         )
         insert into public.cells (wave_id, team_id, question_id, n, total)
         select $1, $4, id, $5, $6 from public.questions where slug = 'rhythm'`,
        [idOf(`wave ${name}`), name, closes, teamOf('nantes'), n, total]
      );
    /** Of Nantes: month, n, questions and the sum of their scores. */
    const nantes = async (asked: Asked) =>
      ((await months(db, 'ines', asked)).ex.nantes ?? []).map((sums) => sums.slice(0, 4));

    it('stand in the month in which the wave closed where the company is', async () => {
      await wave('new year', '2025-12-31T23:30:00Z', 10, 40);
      const [december, january] = [
        { since: '2025-12-01', until: '2025-12-31' },
        { since: '2026-01-01', until: '2026-01-31' }
      ];
      expect(await nantes(december)).toEqual([]);
      expect(await nantes(january)).toEqual([['2026-01', 10, 1, 75]]);
      expect(await nantes({ ...december, zone: 'UTC' })).toEqual([['2025-12', 10, 1, 75]]);
      expect(await nantes({ ...january, zone: 'UTC' })).toEqual([]);
    });

    it('come with the questions that the whole company was asked, and what it found them to be', async () => {
      await wave('of Nantes alone', '2026-01-08T09:00:00Z', 10, 40);
      const found = await db.sql<{ month: string; question: string; score: number }>(
        `select to_char(closes_at at time zone 'Europe/Paris', 'YYYY-MM') as month, question_id as question,
           round(25 * (total::numeric / n - 1), 2)::float as score
         from public.cells
         join public.waves on waves.id = wave_id
         join public.questions on questions.id = question_id and battery = 'levers'
         where team_id = $1`,
        [teamOf('bellerive')]
      );
      const { asked } = await months(db, 'ines');
      const told = Object.entries(asked).flatMap(([month, questions]) =>
        questions.map(([question, score]) => ({ month, question, score }))
      );
      const inOrder = (rows: typeof found) => rows.map((row) => JSON.stringify(row)).sort();
      expect(inOrder(told)).toEqual(inOrder(found));
      expect(told.length).toBeGreaterThan(0);
      expect(told.filter(({ month }) => month === '2026-01')).toEqual([]);
    });

    it('of several waves of a month are added up, with the fewest people of any', async () => {
      await wave('first', '2026-01-08T09:00:00Z', 10, 40);
      await wave('second', '2026-01-29T09:00:00Z', 8, 24);
      await wave('third', '2026-02-05T09:00:00Z', 9, 45);
      const asked = { since: '2026-01-01', until: '2026-02-28' };
      expect(await nantes(asked)).toEqual([
        ['2026-01', 8, 2, 125],
        ['2026-02', 9, 1, 100]
      ]);
      const errors = await db.sql<{ error: number }>(
        `select sum(error_sum) as error from public.pulse_rollups join public.waves on waves.id = wave_id
         where name in ('first', 'second')`
      );
      expect((await months(db, 'ines', asked)).ex.nantes![0]![4]).toBe(errors[0]!.error);
    });
  });
});

onEveryEngine('The sums of many teams and months', seedCast, (db) => {
  it('come whole through the API, which cuts lists after a thousand rows', async () => {
    await db.run(`
      insert into public.teams (id, parent_id, kind, slug, name)
      select md5('many ' || n)::uuid, '${teamOf('bellerive')}', 'team', 'many-' || n, 'Many ' || n
      from generate_series(1, 60) as n;
      insert into public.team_rollups
      select 'month', (date '2023-01-01' + make_interval(months => month))::date, md5('many ' || n)::uuid, null,
        n, month, 1, 0, 0, 0, 0, 0, 0
      from generate_series(1, 60) as n, generate_series(0, 35) as month;
      select public.close_month((date '2023-01-01' + make_interval(months => month))::date)
      from generate_series(0, 20) as month`);
    const { data } = await as(db, 'claire').rpc('symmetry_months', {
      since: '2023-01-01',
      until: '2025-12-31'
    });
    const { cx, closed } = data as unknown as SumsDocument;
    expect(Object.keys(closed)).toHaveLength(21);
    expect(Object.keys(cx)).toHaveLength(60);
    for (let n = 1; n <= 60; n++) {
      const rows = cx[idOf(`many ${n}`)]!;
      expect(rows.map(([month]) => month)).toEqual([...new Set(rows.map(([month]) => month))].sort());
      expect(rows.map((each) => each.slice(1, 4))).toEqual([...Array(36).keys()].map((m) => [n, m, 1]));
    }
  });
});
