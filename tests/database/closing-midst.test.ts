import { expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines';
import { caller, seedCast, SHOPS } from './cast';
import { row } from './happenings';

onEveryEngine('While verbatims keep coming in', seedCast, (db) => {
  const BATCH = 25;
  const imported = (n: number) => {
    const rows = Array.from({ length: BATCH }, (_, i) => ({
      ...row(i, '2026-05-15', i),
      external_id: `batch ${n} ${i}`,
      status: 'approved',
      text: 'texte',
      sentiment: 'neutral',
      score: 0,
      confidence: 1
    }));
    // Some take their time before they are in for good, so that months are closed in their midst.
    return `
      with stored as materialized (
        select stored::text as answer from public.store_verbatims('${SHOPS}', '${JSON.stringify(rows)}')
      )
      select answer from stored where pg_sleep(${n % 4 === 0 ? 0.1 : 0})::text = ''`;
  };
  const asClaire = `
    with claims as materialized (
      select set_config('request.jwt.claims', '{"sub": "${caller('claire').user}"}', true) as set
    )`;
  const closing = `select public.close_month('2026-05-01', '2026-06-08')::text as answer`;
  const recounting = `${asClaire}
    select case when set <> '' then public.recount_months('{2026-05-01}') end::text as answer from claims`;
  const sum = async (from: string) => {
    const [row] = await db.sql<{ n: number }>(
      `select coalesce(sum(positive + neutral + negative), 0)::integer as n ${from}`
    );
    return row!.n;
  };
  const closed = (whole: boolean) =>
    sum(`from public.closed_month_rollups where month = '2026-05-01' and whole = ${whole}`);
  const live = () => sum(`from public.team_rollups where grain = 'month' and starts_on = '2026-05-01'`);
  const late = async () => {
    const [row] = await db.sql<{ came: number }>(`${asClaire}
      select coalesce(sum(came), 0)::integer as came from claims left join public.late_verbatims() on set <> ''`);
    return row!.came;
  };

  it('a month is closed once, with whole imports and no half ones, and nothing is lost or counted twice', async () => {
    await db.run(imported(0));
    const answers = await db.crowd<{ answer: string }>(60, (n) => (n % 10 === 5 ? closing : imported(n + 1)));
    const told = answers.map(([each]) => each!.answer);
    expect(told.filter((answer) => answer === 'true')).toHaveLength(1);
    expect(told.filter((answer) => answer === 'false')).toHaveLength(5);
    const all = BATCH * (1 + 54);
    expect(await live()).toBe(all);
    expect((await closed(true)) % BATCH).toBe(0);
    expect(await closed(false)).toBe(await closed(true));
    expect((await closed(true)) + (await late())).toBe(all);
  });

  it('it can be counted again by several people at once', async () => {
    const before = await live();
    const answers = await db.crowd<{ answer: string }>(60, (n) =>
      n % 6 === 3 ? recounting : imported(n + 100)
    );
    expect(answers.filter(([each]) => each!.answer === '1')).toHaveLength(10);
    const all = before + 50 * BATCH;
    expect(await live()).toBe(all);
    expect((await closed(true)) % BATCH).toBe(0);
    expect(await closed(false)).toBe(await closed(true));
    expect((await closed(true)) + (await late())).toBe(all);
    await db.run(recounting);
    expect([await closed(false), await closed(true), await late()]).toEqual([all, all, 0]);
  });
});
