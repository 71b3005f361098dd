import { beforeEach, describe, expect, it, vi } from 'vitest';
import { retag } from '../../src/lib/tagging/retagging.server';
import { requestRetagging, taggingOf } from '../../src/lib/tagging/tagging.server';
import { onEveryEngine } from '../support/engines';
import { seedCast } from './cast';
import { as } from './client';
import { idOf } from './names';
import { BLAME, forgetPast, many, PRAISE, remember } from './past';

const LATER = new Date('2999-01-01');

onEveryEngine('Reading the past again', seedCast, (db) => {
  const service = as(db, 'service');
  const thomas = as(db, 'thomas');
  const progress = async () => (await taggingOf(thomas)).retagging!;
  const hear = (rows: Record<string, unknown>[]) => remember(db, rows);
  const tag = async (label: string) => {
    const [row] = await db.sql(
      `select status, sentiment, held_for, revision from public.verbatims where external_id = $1`,
      [label]
    );
    return row;
  };
  const readAllAgain = async () => {
    await requestRetagging(thomas);
    await retag(service, LATER);
  };

  beforeEach(async () => {
    // Engines print what they refuse.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await forgetPast(db);
  });

  describe('tags what the engine sees otherwise today', () => {
    it('whether it is approved, held or hidden, which it stays', async () => {
      await hear([
        { external_id: 'past approved', text: PRAISE },
        { external_id: 'past rated', text: BLAME, rating: 10, rating_scale: '0-10' },
        { external_id: 'past held', text: `${PRAISE} !`, status: 'held', held_for: ['health', 'uncertain'] },
        {
          external_id: 'past doubtful',
          text: `${BLAME} !`,
          status: 'held',
          rating: 10,
          rating_scale: '0-10'
        },
        { external_id: 'past hidden', text: `${PRAISE} !!`, status: 'hidden' },
        { external_id: 'past received', text: null, raw_text: 'x', status: 'received', sentiment: null }
      ]);
      await readAllAgain();
      expect(await tag('past approved')).toMatchObject({ status: 'approved', sentiment: 'positive' });
      // What a person approved stays so, whatever its rating says.
      expect(await tag('past rated')).toMatchObject({
        status: 'approved',
        sentiment: 'negative',
        held_for: []
      });
      expect(await tag('past held')).toMatchObject({
        status: 'held',
        sentiment: 'positive',
        held_for: ['health']
      });
      expect(await tag('past doubtful')).toMatchObject({ status: 'held', held_for: ['contradiction'] });
      expect(await tag('past hidden')).toMatchObject({ status: 'hidden', sentiment: 'positive' });
      expect(await tag('past received')).toMatchObject({ status: 'received', sentiment: null, revision: 0 });
    });

    it('and says how far it is; a second reading changes nothing any more', async () => {
      await hear([{ external_id: 'past', text: 'x' }, ...many(3)]);
      await readAllAgain();
      const first = await progress();
      const [{ n }] = (await db.sql(
        `select count(*) as n from public.verbatims where status in ('approved', 'held', 'hidden')`
      )) as [{ n: number }];
      expect(first).toMatchObject({ status: 'done', total: n, done: n, failure: null });
      expect(first.changed).toBeGreaterThanOrEqual(3);
      const revisions = () => db.sql(`select id, revision from public.verbatims order by id`);
      const before = await revisions();
      await readAllAgain();
      expect(await progress()).toMatchObject({ status: 'done', done: n, changed: 0 });
      expect(await revisions()).toEqual(before);
    });

    it('but nothing that a person corrected, nor that changed meanwhile', async () => {
      await hear([
        { external_id: 'past corrected', text: PRAISE },
        { external_id: 'past twin', text: PRAISE },
        { external_id: 'past moving', text: `${PRAISE} !` }
      ]);
      const id = async (label: string) =>
        (await db.sql<{ id: string }>(`select id from public.verbatims where external_id = $1`, [label]))[0]!
          .id;
      await as(db, 'helene')
        .rpc('correct_sentiment', { verbatim: await id('past corrected'), corrected: 'negative' })
        .throwOnError();
      await requestRetagging(thomas);
      await db.run(`update public.retaggings set status = 'running'`);
      const [running] = await db.sql<{ id: number }>(`select id from public.retaggings`);
      const given = { sentiment: 'positive', score: 1, confidence: 1, reasons: [], held_for: [] };
      await db.run(`update public.verbatims set answer = 'Merci' where external_id = 'past moving'`);
      const { data } = await service.rpc('store_tags', {
        retagging: running!.id,
        read_to: idOf('somewhere'),
        read: 2,
        batch: [
          { id: await id('past twin'), revision: 1, ...given },
          { id: await id('past moving'), revision: 0, ...given }
        ]
      });
      expect(data).toBe('running');
      expect(await tag('past twin')).toMatchObject({ sentiment: 'negative', revision: 1 });
      expect(await tag('past moving')).toMatchObject({ sentiment: 'neutral', revision: 1 });
      await retag(service, LATER);
      expect(await tag('past corrected')).toMatchObject({ sentiment: 'negative', revision: 1 });
    });

    it('and a closed month stays as it was closed: what moved is listed as late', async () => {
      await hear([{ external_id: 'past in March', text: PRAISE }]);
      await db.run(`delete from public.closed_months; select public.close_month('2026-03-01', '2026-04-08')`);
      const closed = () =>
        db.sql(`select * from public.closed_month_rollups order by team_id, step_id, whole`);
      const before = await closed();
      await readAllAgain();
      expect(await closed()).toEqual(before);
      const { data: late } = await as(db, 'claire').rpc('late_verbatims').throwOnError();
      expect(late).toMatchObject([{ month: '2026-03-01' }]);
      expect(late[0]!.came).toBe((await progress()).changed);
      expect(late[0]!.went).toBe((await progress()).changed);
    });
  });
});
