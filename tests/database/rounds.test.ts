import { describe, expect, it, vi } from 'vitest';
import { keepWaves, launch } from '../../src/lib/pulse/waves/waves.server';
import { onPglite, type Database } from '../support/engines';
import { as } from './client';

const PARIS = 'Europe/Paris';
const COMPANY = '00000000-0000-0000-0000-00000000000c';

/** A company of one team and a few people, and nothing else. */
async function seed(db: Database): Promise<void> {
  await db.sql(`insert into public.teams (id, kind, slug, name) values ($1, 'company', 'rivage', 'Rivage')`, [
    COMPANY
  ]);
  await db.sql(
    `insert into public.people (team_id, role, full_name, email, joined_on)
     select $1, 'employee', 'Personne ' || n, 'p' || n || '@rivage.example', '2024-01-01' from generate_series(1, 8) n`,
    [COMPANY]
  );
}

onPglite('The rounds of a plan', seed, (db) => {
  const service = () => as(db, 'service');
  const at = (moment: string) => keepWaves(service(), PARIS, new Date(moment));
  const plan = async (name: string, next_on: string, more = '') => {
    await db.sql(`insert into public.wave_plans (name, cadence, next_on) values ($1, 'monthly', $2)`, [
      name,
      next_on
    ]);
    if (more) await db.sql(`update public.wave_plans set ${more} where name = $1`, [name]);
  };
  const waves = (name: string) =>
    db.sql<{ name: string; status: string; opens: string; closes: string; questions: number }>(
      `select name, status, to_char(opens_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as opens,
         to_char(closes_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as closes,
         (select count(*)::integer from public.wave_questions where wave_id = waves.id) as questions
       from public.waves where name like $1 || ' ·%' order by opens_at`,
      [name]
    );
  const nextOf = async (name: string) =>
    (
      await db.sql<{ next: string }>(`select next_on::text as next from public.wave_plans where name = $1`, [
        name
      ])
    )[0]?.next;

  it('are prepared on their day, open at nine, close and are published when their time is over', async () => {
    await plan('Mensuel', '2026-01-31', `starts_on = '2026-01-31'`);
    await at('2026-01-30T12:00:00Z');
    expect(await waves('Mensuel')).toEqual([]);
    await at('2026-01-31T01:00:00Z');
    const prepared = { name: 'Mensuel · 2026-01', opens: '2026-01-31 08:00', closes: '2026-02-07 08:00' };
    expect(await waves('Mensuel')).toEqual([{ ...prepared, status: 'planned', questions: 4 }]);
    expect(await nextOf('Mensuel')).toBe('2026-02-28');
    await at('2026-01-31T08:00:00Z');
    expect(await waves('Mensuel')).toMatchObject([{ status: 'open' }]);
    await at('2026-02-07T07:59:00Z');
    expect(await waves('Mensuel')).toMatchObject([{ status: 'open' }]);
    await at('2026-02-07T08:00:00Z');
    expect(await waves('Mensuel')).toMatchObject([{ status: 'published' }]);
    await at('2026-02-28T09:00:00Z');
    expect(await waves('Mensuel')).toMatchObject([{}, { status: 'open', questions: 3 }]);
    expect(await nextOf('Mensuel')).toBe('2026-03-31');
    await db.sql(`delete from public.wave_plans where name = 'Mensuel'`);
  });

  it('that were missed by a server that stood still for long make one wave, not several', async () => {
    await plan(
      'Hebdo',
      '2026-03-02',
      `cadence = 'weekly', questions_per_wave = 6, asks_recommendation = false`
    );
    await at('2026-03-26T14:00:00Z');
    expect(await waves('Hebdo')).toEqual([
      {
        name: 'Hebdo · 2026-03-26',
        status: 'open',
        opens: '2026-03-26 08:00',
        closes: '2026-04-02 07:00',
        questions: 6
      }
    ]);
    expect(await nextOf('Hebdo')).toBe('2026-03-30');
    await db.sql(`delete from public.wave_plans where name = 'Hebdo'`);
  });

  it('are not prepared twice when the server stopped in the middle of it', async () => {
    await plan('Coupé', '2026-04-10');
    await at('2026-04-10T01:00:00Z');
    await db.sql(
      `delete from public.wave_questions where wave_id in (select id from public.waves where name like 'Coupé%')`
    );
    await db.sql(`update public.wave_plans set next_on = '2026-04-10' where name = 'Coupé'`);
    await at('2026-04-10T02:00:00Z');
    expect(await waves('Coupé')).toMatchObject([{ status: 'planned', questions: 3 }]);
    expect(await nextOf('Coupé')).toBe('2026-05-10');
    await db.sql(`delete from public.wave_plans where name = 'Coupé'`);
  });

  it('do not come while the plan is paused', async () => {
    await plan('En pause', '2026-05-01', 'paused = true');
    await at('2026-05-20T09:00:00Z');
    expect(await waves('En pause')).toEqual([]);
  });

  it('do not ask the same people again what another plan has just asked them', async () => {
    await plan('Un', '2026-06-01', 'questions_per_wave = 9');
    await plan('Deux', '2026-06-02', `questions_per_wave = 9, audience = '{${COMPANY}}'`);
    await at('2026-06-01T09:00:00Z');
    await at('2026-06-02T09:00:00Z');
    const [{ n } = { n: 0 }] = await db.sql<{ n: number }>(
      `select count(distinct question_id)::integer as n from public.wave_questions
       join public.waves on waves.id = wave_id join public.questions on questions.id = question_id
       where waves.name ~ '^(Un|Deux) ·' and battery = 'levers'`
    );
    expect(n).toBe(18);
    await db.sql(`delete from public.wave_plans where name in ('Un', 'Deux')`);
  });

  describe('and waves planned by hand', () => {
    const wave = async (name: string, opens: string, closes: string, question = true) => {
      const [row] = await db.sql<{ id: string }>(
        `insert into public.waves (name, opens_at, closes_at) values ($1, $2, $3) returning id`,
        [name, opens, closes]
      );
      if (question)
        await db.sql(
          `insert into public.wave_questions select $1, id, 1 from public.questions where slug = 'welcome'`,
          [row!.id]
        );
      return row!.id;
    };
    const statusOf = async (id: string) =>
      (await db.sql<{ status: string }>(`select status from public.waves where id = $1`, [id]))[0]?.status;

    it('open when their time comes; one whose whole time passed is left unopened', async () => {
      const due = await wave('À l’heure', '2026-07-01T07:00Z', '2026-07-08T07:00Z');
      const over = await wave('Trop tard', '2026-06-20T07:00Z', '2026-06-27T07:00Z');
      await at('2026-07-01T07:00:00Z');
      expect([await statusOf(due), await statusOf(over)]).toEqual(['open', 'planned']);
    });

    it('that cannot open stop no other, are named once and not every minute', async () => {
      const empty = await wave('Sans question', '2026-08-01T07:00Z', '2026-08-08T07:00Z', false);
      const full = await wave('Complète', '2026-08-01T07:00Z', '2026-08-08T07:00Z');
      // The engine prints what it refuses.
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await expect(at('2026-08-01T08:00:00Z')).rejects.toThrow('Sans question asks nothing');
      expect([await statusOf(empty), await statusOf(full)]).toEqual(['planned', 'open']);
      await expect(at('2026-08-01T08:01:00Z')).resolves.toBeUndefined();
      vi.restoreAllMocks();
    });

    it('are published also when the server stopped between the close and the publication', async () => {
      const id = await wave('Interrompue', '2026-09-01T07:00Z', '2026-09-08T07:00Z');
      await launch(service(), id, new Date('2026-09-01T07:00:00Z'));
      await service().rpc('close_wave', { wave: id, at: '2026-09-08T07:00:00Z' }).throwOnError();
      expect(await statusOf(id)).toBe('closed');
      await at('2026-09-08T07:05:00Z');
      expect(await statusOf(id)).toBe('published');
    });
  });
});
