import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runImport } from '../../src/lib/intake/import.server';
import { guessMapping } from '../../src/lib/intake/mapping';
import { openTable } from '../../src/lib/intake/table';
import { partOf } from '../../src/lib/sentiment/learned/teach';
import { runSoon } from '../../src/lib/server/jobs';
import type { Supabase } from '../../src/lib/server/supabase';
import { shippedEngine } from '../../src/lib/sentiment/tagger.server';
import { engineInForce } from '../../src/lib/tagging/in-force.server';
import { learn } from '../../src/lib/tagging/learning.server';
import { lessonsOf } from '../../src/lib/tagging/lessons.server';
import { mistakesOf, taggingOf } from '../../src/lib/tagging/tagging.server';
import { onEveryEngine } from '../support/engines';
import { seedCast, SHOPS } from './cast';
import { as, type Client } from './client';
import { idOf } from './names';
import { forgetTaught, PLAIN, PRAISE, rated, storeLessons, type Rated } from './lessons';

onEveryEngine('A company teaches its engine', seedCast, (db) => {
  let service: Client;
  const thomas = as(db, 'thomas');
  const tagging = () => taggingOf(thomas);
  const say = async (text: string) => (await engineInForce(service)).tag(text, 'fr').label;
  const store = (lessons: Rated[]) => storeLessons(db, lessons);

  beforeEach(async () => {
    await forgetTaught(db);
    // Another client knows nothing of the choices that are gone.
    service = as(db, 'service');
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  describe('by what its customers rate', () => {
    it('with words of its own: the model is adopted, and tags the next import', async () => {
      expect(shippedEngine().tag(PRAISE, 'fr').label).not.toBe('positive');
      await store(rated(400));
      const model = await learn(service);
      const { choice, models, material } = await tagging();
      expect(choice).toMatchObject({ model, by: null, pinned: false });
      expect(models).toHaveLength(1);
      expect(models[0]).toMatchObject({ id: model, adopted: true, kept: true });
      const { report } = models[0]!;
      expect(report.learned + report.fused + report.judged).toBe(material.rated);
      expect(report.after.right).toBeGreaterThan(report.before.right);

      const account = await importOf(PRAISE);
      expect(account).toMatchObject({ status: 'done', imported: 1 });
      const [row] = await db.sql(`select sentiment from public.verbatims where raw_text = $1`, [PRAISE]);
      expect(row).toEqual({ sentiment: 'positive' });
    });

    it('a model that is worse is stored with its report, and not adopted', async () => {
      const upsideDown = rated(600, (text) => partOf(text) !== 'judge', PLAIN);
      await store(upsideDown);
      const model = await learn(service);
      const { choice, models } = await tagging();
      expect(models[0]).toMatchObject({ id: model, adopted: false, kept: true });
      expect(models[0]!.report.after.right).toBeLessThan(models[0]!.report.before.right);
      expect(choice).toEqual({ model: null, since: null, by: null, pinned: false });
      expect(await say('Accueil parfait, merci')).toBe('positive');
    });

    it('not before there are fifty, nor again before enough is new', async () => {
      await store(rated(20));
      expect(await learn(service)).toBeNull();
      await store(rated(400));
      expect(await learn(service)).not.toBeNull();
      expect(await learn(service)).toBeNull();
      await db.run(`update public.sentiment_models set made_at = made_at - interval '1 hour'`);
      expect(await learn(service)).not.toBeNull();
    });

    it('more than a page of them, each once, the newest first', async () => {
      const days = ['2026-03-03', '2026-03-02', '2026-03-01'];
      await store(rated(2500).map((lesson, i) => ({ ...lesson, said_on: days[i % 3] })));
      const lessons = await lessonsOf(service);
      const inOrder = await db.sql<{ id: string }>(
        `select id from public.verbatims
         where status in ('approved', 'held') and rated_sentiment is not null order by day desc, id desc`
      );
      expect(lessons.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
    });

    it('in a job, which need not wait for its hour when somebody asks for it', async () => {
      await store(rated(60));
      await db.run(`select public.finish_job('sentiment-learn', '6 hours')`);
      runSoon({ service } as unknown as Supabase, 'sentiment-learn');
      await vi.waitFor(async () => expect((await tagging()).models).toHaveLength(1), 10_000);
    });

    it('a correction counts over the rating that came with the text', async () => {
      const lessons = rated(60);
      await store(lessons);
      const [{ id, text }] = (await db.sql(
        `select id, text from public.verbatims where external_id = 'lesson 0'`
      )) as [{ id: string; text: string }];
      await as(db, 'helene').rpc('correct_sentiment', { verbatim: id, corrected: 'neutral' }).throwOnError();
      const { data } = await service
        .rpc('sentiment_lessons', { before_day: null, before_id: null, size: 1000 })
        .throwOnError();
      expect(data).toContainEqual(expect.objectContaining({ id, text, corrected: 'neutral' }));
      expect((await tagging()).material).toMatchObject({ corrected: 1 });
      await learn(service);
      expect((await tagging()).models[0]!.report.corrected).toBe(1);
    });
  });

  it('mistakes are read as they are now, in the order given, without what is erased', async () => {
    await store(rated(4));
    const rows = await db.sql<{ id: string; external_id: string }>(
      `select id, external_id from public.verbatims where external_id like 'lesson %' order by external_id`
    );
    const [a, b, c, d] = rows.map(({ id }) => id) as [string, string, string, string];
    await db.sql(
      `update public.verbatims set status = 'erased', raw_text = null, text = null where id = $1`,
      [b]
    );
    await as(db, 'helene').rpc('correct_sentiment', { verbatim: c, corrected: 'neutral' }).throwOnError();
    const mistakes = await mistakesOf(thomas, [d, idOf('nothing'), c, b, a]);
    expect(mistakes.map(({ id, known, corrected }) => ({ id, known, corrected }))).toEqual([
      { id: d, known: 'negative', corrected: false },
      { id: c, known: 'neutral', corrected: true },
      { id: a, known: 'positive', corrected: false }
    ]);
    expect(await mistakesOf(as(db, 'ines'), [a, b, c, d])).toEqual([]);
  });

  /** One text, imported from a file as the command does it. */
  async function importOf(text: string) {
    const folder = await mkdtemp(join(tmpdir(), 'teaching-'));
    try {
      await writeFile(join(folder, 'avis.csv'), `Verbatim;Note\n${text};\n`);
      const table = await openTable(join(folder, 'avis.csv'));
      const { data } = await service
        .from('imports')
        .insert({ source_id: SHOPS, file_name: 'avis.csv', bytes: 1 })
        .select('id')
        .single()
        .throwOnError();
      return await runImport(service, {
        importId: data.id,
        table,
        mapping: guessMapping(table.columns, [[text, '']]),
        approvesItself: true,
        tagger: await engineInForce(service)
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }
});
