import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runSoon } from '../../src/lib/server/jobs';
import type { Supabase } from '../../src/lib/server/supabase';
import { retag } from '../../src/lib/tagging/retagging.server';
import { cancelRetagging, requestRetagging, taggingOf } from '../../src/lib/tagging/tagging.server';
import { onEveryEngine } from '../support/engines';
import { seedCast } from './cast';
import { as } from './client';
import { forgetPast, many, remember } from './past';

const LATER = new Date('2999-01-01');
/** No time for a second page. */
const AT_ONCE = new Date(0);

onEveryEngine('A reading of the past', seedCast, (db) => {
  const service = as(db, 'service');
  const thomas = as(db, 'thomas');
  const progress = async () => (await taggingOf(thomas)).retagging!;
  const hear = (rows: Record<string, unknown>[]) => remember(db, rows);

  beforeEach(async () => {
    // Engines print what they refuse.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await forgetPast(db);
  });

  describe('comes in pages', () => {
    it('goes on where the last run ended, and comes to the same', async () => {
      await hear(many(1100));
      await requestRetagging(thomas);
      await retag(service, AT_ONCE);
      expect(await progress()).toMatchObject({ status: 'running', done: 500, finishedAt: null });
      await retag(service, AT_ONCE);
      expect(await progress()).toMatchObject({ status: 'running', done: 1000 });
      await retag(service, LATER);
      const { total, done } = await progress();
      expect(await progress()).toMatchObject({ status: 'done', finishedAt: expect.any(String) });
      expect(done).toBe(total);
      const wrong = await db.sql(
        `select from public.verbatims where external_id like 'past %' and sentiment <> 'positive'`
      );
      expect(wrong).toEqual([]);
    });

    it('stops when it is cancelled, and what it stored stays', async () => {
      await hear(many(1100));
      await requestRetagging(thomas);
      await retag(service, AT_ONCE);
      const { id, changed } = await progress();
      await cancelRetagging(thomas, id);
      await retag(service, LATER);
      expect(await progress()).toMatchObject({ status: 'cancelled', done: 500, changed });
      const nothing = { read_to: 'ffffffff-ffff-4fff-bfff-ffffffffffff', read: 1, batch: [] };
      const { data } = await service.rpc('store_tags', { retagging: id, ...nothing });
      expect(data).toBe('cancelled');
      expect(await progress()).toMatchObject({ done: 500 });
      await expect(cancelRetagging(thomas, id)).rejects.toMatchObject({ status: 404 });
    });

    it('a run that another one overtook stores nothing', async () => {
      await hear(many(600));
      await requestRetagging(thomas);
      await retag(service, AT_ONCE);
      const [{ id, last_id }] = (await db.sql(`select id, last_id from public.retaggings`)) as [
        { id: number; last_id: string }
      ];
      const { data } = await service.rpc('store_tags', {
        retagging: id,
        read_to: last_id,
        read: 500,
        batch: []
      });
      expect(data).toBeNull();
      expect(await progress()).toMatchObject({ status: 'running', done: 500 });
    });

    it('fails where it cannot be stored, and can be asked for again', async () => {
      await hear(many(2));
      await requestRetagging(thomas);
      await db.run(`revoke execute on function public.store_tags from service_role`);
      await expect(retag(service, LATER)).rejects.toMatchObject({ code: '42501' });
      await db.run(`grant execute on function public.store_tags to service_role`);
      expect(await progress()).toMatchObject({ status: 'failed', failure: 'storage', done: 0 });
      await requestRetagging(thomas);
      await retag(service, LATER);
      expect(await progress()).toMatchObject({ status: 'done' });
    });

    it('one at a time, which a job does', async () => {
      await hear(many(2));
      await requestRetagging(thomas);
      await expect(requestRetagging(thomas)).rejects.toMatchObject({ status: 409 });
      runSoon({ service } as unknown as Supabase, 'sentiment-retag');
      await vi.waitFor(async () => expect(await progress()).toMatchObject({ status: 'done' }), 10_000);
    });
  });

  it.each(['helene', 'claire', 'youssef', 'ines'] as const)(
    '%s can neither ask for it nor cancel it',
    async (who) => {
      await expect(requestRetagging(as(db, who))).rejects.toMatchObject({ status: 403 });
      await requestRetagging(thomas);
      const { id } = await progress();
      await expect(cancelRetagging(as(db, who), id)).rejects.toMatchObject({ status: 403 });
      expect(await progress()).toMatchObject({ status: 'waiting' });
    }
  );

  it('is noted when it is asked for and when it is cancelled', async () => {
    await requestRetagging(thomas);
    const { id } = await progress();
    await cancelRetagging(thomas, id);
    const noted = await db.sql(`select action, subject_id from public.audit_log order by id desc limit 2`);
    expect(noted).toEqual([
      { action: 'cancel_retagging', subject_id: String(id) },
      { action: 'retag', subject_id: String(id) }
    ]);
  });
});
