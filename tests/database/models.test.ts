import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shippedEngine } from '../../src/lib/sentiment/tagger.server';
import { engineInForce } from '../../src/lib/tagging/in-force.server';
import { learn } from '../../src/lib/tagging/learning.server';
import { chooseModel, taggingOf } from '../../src/lib/tagging/tagging.server';
import { onEveryEngine } from '../support/engines';
import { seedCast } from './cast';
import { as, type Client } from './client';
import { forgetTaught, PRAISE, rated, storeLessons } from './lessons';

onEveryEngine('Which model tags', seedCast, (db) => {
  let service: Client;
  const thomas = as(db, 'thomas');
  const tagging = (client = thomas) => taggingOf(client);
  const say = async (text: string) => (await engineInForce(service)).tag(text, 'fr').label;
  const store = (lessons: ReturnType<typeof rated>) => storeLessons(db, lessons);
  const storeModel = async (adopted: boolean, packed = 'weights') =>
    (await service.rpc('store_sentiment_model', { packed, report: {}, adopted }).throwOnError()).data;

  beforeEach(async () => {
    await forgetTaught(db);
    // Another client knows nothing of the choices that are gone.
    service = as(db, 'service');
    vi.useFakeTimers({ toFake: ['Date'] });
    // Engines print what they refuse.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  describe('is an administrator’s to choose', () => {
    it('what Thomas pins stays, whatever is learned, until he lets it go', async () => {
      await chooseModel(thomas, null, true);
      await store(rated(400));
      const first = await learn(service);
      expect((await tagging()).models[0]).toMatchObject({ id: first, adopted: true });
      expect((await tagging()).choice).toMatchObject({ model: null, by: 'Thomas Nguyen', pinned: true });
      expect(await say(PRAISE)).not.toBe('positive');
      await chooseModel(thomas, null, false);
      const next = await storeModel(true);
      expect((await tagging()).choice).toMatchObject({ model: next, by: null });
    });

    it('he goes back to an earlier one, and it tags at once', async () => {
      await store(rated(400));
      const model = await learn(service);
      expect(await say(PRAISE)).toBe('positive');
      await chooseModel(thomas, null, true);
      expect(await say(PRAISE)).not.toBe('positive');
      await chooseModel(thomas, model, true);
      expect(await say(PRAISE)).toBe('positive');
      const noted = await db.sql(
        `select subject_id, details from public.audit_log where action = 'choose_model' order by id desc limit 2`
      );
      expect(noted).toEqual([
        { subject_id: String(model), details: { pinned: true } },
        { subject_id: null, details: { pinned: true } }
      ]);
    });

    it('twenty models keep their weights, and the one in force; he cannot choose another', async () => {
      const oldest = await storeModel(false);
      const inForce = await storeModel(true);
      for (let n = 0; n < 20; n++) await storeModel(false);
      const kept = await db.sql<{ id: number }>(
        `select id from public.sentiment_models where kept order by id`
      );
      expect(kept).toHaveLength(21);
      expect(kept[0]).toEqual({ id: inForce });
      for (const gone of [oldest, 999_999])
        await expect(chooseModel(thomas, gone, true)).rejects.toMatchObject({ status: 404 });
      expect((await tagging()).choice.model).toBe(inForce);
    });

    it.each(['helene', 'claire'] as const)('%s can not choose, nor see what was taught', async (who) => {
      const model = await storeModel(false);
      await expect(chooseModel(as(db, who), model, true)).rejects.toMatchObject({ status: 403 });
      await expect(tagging(as(db, who))).rejects.toMatchObject({ code: 'PT403' });
      expect((await tagging()).choice).toMatchObject({ model: null, since: null });
    });
  });

  describe('and the engine that has it', () => {
    it('learns of another server’s choice within half a minute', async () => {
      await store(rated(400));
      await learn(service);
      expect(await say(PRAISE)).toBe('positive');
      await db.run(`insert into public.sentiment_choices (model_id, pinned) values (null, true)`);
      vi.setSystemTime(Date.now() + 29_000);
      expect(await say(PRAISE)).toBe('positive');
      vi.setSystemTime(Date.now() + 2_000);
      expect(await say(PRAISE)).not.toBe('positive');
    });

    it('is the shipped one where the weights cannot be read, which is said once', async () => {
      const model = await storeModel(true, 'not weights at all');
      expect(await engineInForce(service)).toBe(shippedEngine());
      vi.setSystemTime(Date.now() + 60_000);
      expect(await engineInForce(service)).toBe(shippedEngine());
      expect(vi.mocked(console.error).mock.calls).toEqual([
        [expect.stringContaining(`Sentiment model ${model} cannot be read`)]
      ]);
    });
  });
});
