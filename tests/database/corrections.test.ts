import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { caller, seedCast, SHOPS, verbatimOf, WEBSITE, type Actor } from './cast';

const SAID = 'Pas piqué des hannetons, votre service';
const GIVEN = { text: SAID, status: 'approved', sentiment: 'negative', score: -0.3, confidence: 0.6 };

onEveryEngine('A correction holds for its text', seedCast, (db) => {
  isolate(db);

  const correct = (who: Actor, label: string, sentiment: string) =>
    db.as(caller(who), (sql) =>
      sql(`select public.correct_sentiment((select id from public.verbatims where external_id = $1), $2)`, [
        label,
        sentiment
      ])
    );
  const takeBack = (who: Actor, label: string) =>
    db.as(caller(who), (sql) =>
      sql(`select public.take_back_correction((select id from public.verbatims where external_id = $1))`, [
        label
      ])
    );
  const hear = (label: string, given: object = {}, source = SHOPS) =>
    db.sql(`select public.store_verbatims($1, $2)`, [
      source,
      [{ external_id: label, raw_text: SAID, language: 'fr', ...GIVEN, ...given }]
    ]);
  const tag = async (label: string) => {
    const [row] = await db.sql(
      `select status, sentiment, score, confidence, held_for, revision from public.verbatims where external_id = $1`,
      [label]
    );
    return row;
  };
  const erase = (label: string) =>
    db.sql(
      `update public.verbatims set status = 'erased', raw_text = null, text = null where external_id = $1`,
      [label]
    );

  describe('wherever it was said before', () => {
    it('its twin of another source is corrected with it, and waits for what else holds it', async () => {
      await hear('one');
      const held_for = ['personal_data', 'uncertain', 'contradiction'];
      await hear('twin', { status: 'held', held_for }, WEBSITE);
      await hear('another', { text: `${SAID} !` });
      await correct('helene', 'one', 'positive');
      const corrected = { sentiment: 'positive', score: 0.5, confidence: 1 };
      expect(await tag('one')).toMatchObject({ status: 'approved', ...corrected, held_for: [] });
      expect(await tag('twin')).toMatchObject({ status: 'held', ...corrected, held_for: ['personal_data'] });
      expect(await tag('another')).toMatchObject({ sentiment: 'negative', confidence: 0.6, revision: 0 });
      const kept = await db.sql(`select was, sentiment from public.corrections where text_hash is not null`);
      expect(kept).toEqual([{ was: 'negative', sentiment: 'positive' }]);
      const noted = await db.sql(`select details from public.audit_log where action = 'correct'`);
      expect(noted).toEqual([{ details: { was: 'negative', is: 'positive', others: 1 } }]);
    });

    it('taking it back takes it back for its twin, and one that is right already is not touched', async () => {
      await hear('one');
      await hear('twin');
      await correct('helene', 'one', 'neutral');
      await correct('thomas', 'one', 'negative');
      expect(await tag('twin')).toMatchObject({ sentiment: 'negative', score: -0.5, revision: 2 });
      await correct('helene', 'one', 'negative');
      expect(await tag('twin')).toMatchObject({ sentiment: 'negative', revision: 2 });
    });

    it('taken back, it never was: its twin is as before, and what was changed since stays', async () => {
      await hear('one', { status: 'held', held_for: ['uncertain'] });
      await hear('twin');
      await hear('elsewhere', { text: `${SAID} !` });
      const before = [await tag('one'), await tag('twin')].map((row) => ({ ...row, revision: 2 }));
      await correct('helene', 'one', 'positive');
      await takeBack('thomas', 'one');
      expect([await tag('one'), await tag('twin')]).toEqual(before);
      expect(await db.sql(`select from public.corrections where text_hash = md5($1)`, [SAID])).toEqual([]);
      await correct('helene', 'one', 'positive');
      await correct('helene', 'twin', 'neutral');
      await takeBack('helene', 'one');
      expect(await tag('twin')).toMatchObject({ sentiment: 'neutral', confidence: 1 });
      expect(await outcome(takeBack('helene', 'elsewhere'))).toBe('PT404');
    });

    it('only a moderator takes it back', async () => {
      await hear('one');
      await correct('helene', 'one', 'positive');
      for (const who of ['claire', 'youssef', 'ines'] as const)
        expect(await outcome(takeBack(who, 'one'))).toBe('PT403');
    });

    it('the counts follow', async () => {
      await hear('one');
      await hear('twin');
      const counts = () =>
        db.sql(`select sum(positive) as positive, sum(negative) as negative from public.daily_rollups`);
      const [before] = await counts();
      await correct('helene', 'one', 'positive');
      expect(await counts()).toEqual([
        { positive: Number(before!.positive) + 2, negative: Number(before!.negative) - 2 }
      ]);
    });

    it.each(['ines', 'claire', 'paul'] as const)('%s corrects neither it nor its twin', async (who) => {
      await hear('one');
      await hear('twin');
      expect(await outcome(correct(who, 'one', 'positive'))).toBe('PT403');
      expect(await tag('twin')).toMatchObject({ sentiment: 'negative', revision: 0 });
    });
  });

  describe('wherever it is said next', () => {
    it('it arrives as it was corrected, and is not approved by that', async () => {
      await hear('one');
      await correct('helene', 'one', 'positive');
      await hear('next', { status: 'held', held_for: ['uncertain'], score: 0.7 });
      expect(await tag('next')).toMatchObject({
        status: 'held',
        sentiment: 'positive',
        score: expect.closeTo(0.7),
        confidence: 1,
        held_for: [],
        revision: 0
      });
    });

    it('the newest correction holds, whichever of the same texts it was made on', async () => {
      await hear('one');
      await hear('twin');
      await correct('helene', 'one', 'positive');
      await correct('thomas', 'twin', 'neutral');
      await hear('next');
      expect(await tag('next')).toMatchObject({ sentiment: 'neutral', score: 0 });
    });

    it('one that is tagged later than it came is tagged as it was corrected', async () => {
      await hear('one');
      await correct('helene', 'one', 'positive');
      const untagged = { text: null, sentiment: null, score: null, confidence: null };
      await hear('later', { ...untagged, status: 'received' });
      expect(await tag('later')).toMatchObject({ sentiment: null });
      await db.sql(
        `update public.verbatims set text = $1, status = 'held', sentiment = 'negative', score = 0, confidence = 0.2
         where external_id = 'later'`,
        [SAID]
      );
      expect(await tag('later')).toMatchObject({ status: 'held', sentiment: 'positive', confidence: 1 });
    });
  });

  describe('as long as somebody says it', () => {
    const hashes = () =>
      db.sql<{ hash: string | null }>(
        `select text_hash as hash from public.corrections where verbatim_id <> '${verbatimOf('nantes approved')}'`
      );

    it.each([
      ['erased', erase],
      ['deleted', (label: string) => db.sql(`delete from public.verbatims where external_id = $1`, [label])]
    ])('when every text is %s, nothing is kept that could tell it', async (_, end) => {
      await hear('one');
      await hear('twin');
      await correct('helene', 'one', 'positive');
      await end('twin');
      expect(await hashes()).toEqual([{ hash: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
      await end('one');
      expect((await hashes()).filter(({ hash }) => hash !== null)).toEqual([]);
      await hear('again');
      expect(await tag('again')).toMatchObject({ sentiment: 'negative', confidence: expect.closeTo(0.6) });
    });

    it('when one of two is erased, it holds for the other and for the next', async () => {
      await hear('one');
      await hear('twin');
      await correct('helene', 'one', 'positive');
      await erase('one');
      await hear('next');
      expect(await tag('twin')).toMatchObject({ sentiment: 'positive' });
      expect(await tag('next')).toMatchObject({ sentiment: 'positive' });
    });
  });
});
