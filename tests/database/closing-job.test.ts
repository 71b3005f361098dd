import { afterEach, describe, expect, it, vi } from 'vitest';
import { closingDay } from '../../src/lib/symmetry/closing';
import { closeMonths, closeWhatIsOver } from '../../src/lib/symmetry/closing.server';
import { runSoon } from '../../src/lib/server/jobs';
import type { Supabase } from '../../src/lib/server/supabase';
import { onPglite, type Database } from '../support/engines';
import { as } from './client';
import { row } from './happenings';
import { idOf } from './names';

const SOURCE = idOf('source');

/** A company of one team, whose customers have not said anything yet. */
async function seed(db: Database): Promise<void> {
  await db.run(`
    insert into public.teams (kind, slug, name) values ('company', 'rivage', 'Rivage');
    insert into public.sources (id, name, kind) values ('${SOURCE}', 'Avis', 'import')`);
}

/** What runs every hour, on a company whose months come in one after the other. */
onPglite('The job that closes what is over', seed, (db) => {
  const service = () => as(db, 'service');
  let said = 0;
  const hear = async (...days: string[]) => {
    for (const day of days)
      await db.sql(`select public.store_verbatims($1, $2)`, [
        SOURCE,
        [{ ...row(said++, day, 1), team_id: null, status: 'approved', sentiment: 'neutral', text: 'Bien' }]
      ]);
  };
  const closed = async () => {
    const rows = await db.sql<{ month: string }>(
      `select to_char(month, 'YYYY-MM') as month from public.closed_months order by closed_at, month`
    );
    return rows.map(({ month }) => month);
  };
  const everything = () =>
    db.sql(
      `select * from public.closed_months join public.closed_month_rollups using (month) order by month, whole`
    );

  afterEach(() => void vi.useRealTimers());

  it('leaves a month a week of grace, and closes it on the seventh day', async () => {
    await hear('2026-01-31', '2026-02-01');
    await closeWhatIsOver(service(), '2026-02-06');
    expect(await closed()).toEqual([]);
    await closeWhatIsOver(service(), '2026-02-07');
    expect(await closed()).toEqual(['2026-01']);
  });

  it('closes several that are behind, the oldest first', async () => {
    await hear('2026-03-15', '2026-05-31', '2026-06-01');
    await closeWhatIsOver(service(), '2026-06-10');
    expect(await closed()).toEqual(['2026-01', '2026-02', '2026-03', '2026-05']);
  });

  it('changes nothing when it runs again', async () => {
    const before = await everything();
    await closeWhatIsOver(service(), '2026-06-10');
    expect(await everything()).toEqual(before);
    expect(before).toHaveLength(8);
  });

  it('closes the months of a history that is imported later, and those that are closed stay what they were', async () => {
    const before = await everything();
    await hear('2025-11-30', '2026-04-10', '2026-05-10');
    await closeWhatIsOver(service(), '2026-06-11');
    expect((await closed()).slice(4).sort()).toEqual(['2025-11', '2026-04']);
    const after = await everything();
    for (const each of before) expect(after).toContainEqual(each);
    expect(after).toHaveLength(12);
  });

  it('can be told when each month was closed, for a history that is written down at once', async () => {
    await hear('2024-01-10', '2024-02-10');
    await closeMonths(service(), '2024-03', (month) => `${closingDay(month)}T09:00:00Z`);
    const days = await db.sql(
      `select closed_at::date::text as day from public.closed_months where month < '2025-01-01' order by 1`
    );
    expect(days).toEqual([{ day: '2024-02-07' }, { day: '2024-03-07' }]);
  });

  it('forgets what leaders guessed of a quarter that is over', async () => {
    await db.run(`
      insert into public.people (team_id, role, full_name, email)
      select id, 'leadership', 'Direction', 'direction@rivage.example' from public.teams;
      insert into public.leader_guesses select '2026-01-01', id, 8 from public.people`);
    const guesses = () => db.sql(`select from public.leader_guesses`);
    await closeWhatIsOver(service(), '2026-04-01');
    expect(await guesses()).toHaveLength(1);
    await closeWhatIsOver(service(), '2026-04-02');
    expect(await guesses()).toEqual([]);
  });

  describe('is leased like the others', () => {
    const supabase = () => ({ service: service() }) as unknown as Supabase;
    const job = async () => {
      const [state] = await db.sql(
        `select leased_until, last_error, round(extract(epoch from due_at - last_ended_at)) as pause
         from public.jobs where name = 'symmetry'`
      );
      return state;
    };

    it('while another server has it, it closes nothing; then it runs, and is due again in an hour', async () => {
      vi.useFakeTimers({ now: new Date('2026-07-20T09:00:00Z'), toFake: ['Date'] });
      await db.run(`select public.lease_job('symmetry', interval '5 minutes')`);
      runSoon(supabase(), 'symmetry');
      await settled(db);
      expect(await closed()).not.toContain('2026-06');
      await db.run(`select public.finish_job('symmetry', interval '0')`);
      runSoon(supabase(), 'symmetry');
      await vi.waitFor(async () =>
        expect(await job()).toEqual({ leased_until: null, last_error: null, pause: 3600 })
      );
      expect(await closed()).toContain('2026-06');
    });
  });
});

/** Requests are answered in turn: when this one is, those before it are. */
async function settled(db: Database): Promise<void> {
  for (let i = 0; i < 5; i++) await as(db, 'service').from('jobs').select('name');
}
