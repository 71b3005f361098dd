import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome, type Database } from '../support/engines';
import { caller, seedCast, SHOPS, WEBSITE } from './cast';

onEveryEngine('Verbatims', seedCast, (db) => {
  isolate(db);

  describe('A verbatim that is sent again', () => {
    it.each([
      [
        'the same source and id is one',
        { external_id: 'a' },
        { external_id: 'a', raw_text: 'autre texte' },
        1
      ],
      [
        'the same id from another source is another',
        { external_id: 'a' },
        { external_id: 'a', source: WEBSITE },
        2
      ],
      [
        'without an id, the same text on the same day is one',
        { said_on: '2026-03-01' },
        { said_on: '2026-03-01' },
        1
      ],
      [
        'without an id, the same text on another day is another',
        { said_on: '2026-03-01' },
        { said_on: '2026-03-02' },
        2
      ],
      [
        'without an id, another text on the same day is another',
        { raw_text: 'Merci' },
        { raw_text: 'Merci !' },
        2
      ],
      ['without id nor date, the same text is one', {}, {}, 1],
      ['without an id, a dated text is not the undated one', {}, { said_on: '2026-03-01' }, 2],
      ['an id that reads like a text is not that text', { external_id: 'Merci' }, { raw_text: 'Merci' }, 2]
    ])('%s', async (_, first, second, kept) => {
      const before = await count(db);
      await store(db, [{ ...first }]);
      await store(db, [{ ...second }]);
      expect((await count(db)) - before).toBe(kept);
      expect(await store(db, [first, second])).toEqual({ stored: 0, duplicates: 2, held: 0 });
    });

    it('is recognised within one batch too', async () => {
      const batch = [{ external_id: 'a' }, { external_id: 'b' }, { external_id: 'a' }];
      expect(await store(db, batch)).toEqual({ stored: 2, duplicates: 1, held: 0 });
    });

    it('stays erased once it was erased', async () => {
      await store(db, [{ raw_text: 'Effacez-moi', said_on: '2026-03-01' }]);
      await db.sql(
        `update public.verbatims set status = 'erased', raw_text = null, text = null where raw_text = 'Effacez-moi'`
      );
      const again = await store(db, [{ raw_text: 'Effacez-moi', said_on: '2026-03-01' }]);
      expect(again).toEqual({ stored: 0, duplicates: 1, held: 0 });
      expect(await db.sql(`select from public.verbatims where raw_text = 'Effacez-moi'`)).toEqual([]);
    });

    it('stores all of a batch or nothing', async () => {
      const before = await count(db);
      const wrong = store(db, [{ external_id: 'a' }, { external_id: 'b', rating: 11, rating_scale: '0-10' }]);
      expect(await outcome(wrong)).toBe('23514');
      expect(await count(db)).toBe(before);
    });

    it('counts what it held', async () => {
      const tagged = { text: 'x', sentiment: 'neutral', score: 0, confidence: 0.1 };
      const batch = [{ external_id: 'a', status: 'held', ...tagged }, { external_id: 'b' }];
      expect(await store(db, batch)).toEqual({ stored: 2, duplicates: 0, held: 1 });
    });
  });

  describe('The life of a row', () => {
    it('numbers every change, and keeps its identity whatever an update says', async () => {
      const [before] = await db.sql<Row>(`select * from public.verbatims where external_id = 'nantes held'`);
      await db.sql(
        `update public.verbatims set answer = 'Vu', fingerprint = 'forged', revision = 99 where id = $1`,
        [before?.id]
      );
      const [after] = await db.sql<Row>(`select * from public.verbatims where id = $1`, [before?.id]);
      expect(after).toMatchObject({
        answer: 'Vu',
        fingerprint: before?.fingerprint,
        revision: (before?.revision ?? 0) + 1
      });
      expect(after!.changed_at > before!.changed_at).toBe(true);
    });

    it.each([
      ['1-5', 1, 0],
      ['1-5', 5, 100],
      ['0-10', 7, 70],
      ['1-10', 1, 0],
      ['1-10', 10, 100],
      ['0-20', 10, 50],
      ['0-100', 64, 64]
    ])('maps a rating on %s: %d is %d of 100', async (scale, rating, percent) => {
      await store(db, [{ external_id: 'rated', rating, rating_scale: scale }]);
      const [row] = await db.sql(`select rating_percent from public.verbatims where external_id = 'rated'`);
      expect(row).toEqual({ rating_percent: percent });
    });

    it.each([
      ['a rating without its scale', { rating: 3 }],
      ['a rating outside of its scale', { rating: 0, rating_scale: '1-5' }],
      ['an approved row without sentiment', { status: 'approved', text: 'x' }],
      ['an empty text', { raw_text: '' }]
    ])('refuses %s', async (_, row) => {
      expect(await outcome(store(db, [{ external_id: 'wrong', ...row }]))).toBe('23514');
    });

    it('counts an undated text on the day it arrived in Paris, not in Greenwich', async () => {
      await store(db, [{ external_id: 'late', received_at: '2026-03-01T23:30:00Z' }]);
      const [row] = await db.sql(`select day from public.verbatims where external_id = 'late'`);
      expect(row).toEqual({ day: '2026-03-02' });
    });
  });

  describe('Search', () => {
    const find = (words: string, language = 'private.french') =>
      db.as(caller('claire'), (sql) =>
        sql<{ external_id: string }>(
          `select external_id from public.verbatims where search @@ websearch_to_tsquery('${language}', $1) order by 1`,
          [words]
        )
      );

    it.each(['ete', 'été', 'ÉTÉ', 'terrasses'])('finds “l’été en terrasse” by “%s”', async (words) => {
      expect(await find(words)).toHaveLength(4);
    });

    it('does not find what is not there, and nothing in the raw text', async () => {
      expect(await find('hiver')).toEqual([]);
      expect(await find('Petit')).toEqual([]);
    });

    it('reads English as English', async () => {
      const tagged = { status: 'approved', sentiment: 'neutral', score: 0, confidence: 1 };
      await store(db, [
        { external_id: 'english', language: 'en', text: 'They were running late', ...tagged }
      ]);
      expect(await find('run', 'pg_catalog.english')).toEqual([{ external_id: 'english' }]);
    });
  });
});

interface Row {
  id: string;
  fingerprint: string;
  revision: number;
  changed_at: string;
}

async function store(db: Database, rows: Record<string, unknown>[]) {
  const { source = SHOPS } = rows[0] ?? {};
  const batch = rows.map((row) => ({ raw_text: 'Merci', language: 'fr', status: 'received', ...row }));
  const [answer] = await db.attempt(`select * from public.store_verbatims($1, $2)`, [source, batch]);
  return answer;
}

async function count(db: Database): Promise<number> {
  const [row] = await db.sql<{ n: number }>(`select count(*) as n from public.verbatims`);
  return row!.n;
}
