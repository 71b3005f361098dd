import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { teachErrors } from '../../src/lib/server/embedded/errors';
import { onEveryEngine, SECRETS, type Database } from '../support/engines';
import { seedCast, SHOPS, verbatimOf } from './cast';
import { as, token, unsigned } from './client';
import { REFUSALS } from './refusals';

const HELD = verbatimOf('nantes held');

onEveryEngine('The API of the embedded engine', seedCast, (db) => {
  // The engine prints every statement it refuses, and most of these are refused on purpose.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => vi.restoreAllMocks());

  it('grants nothing to anybody on its first requests', async () => {
    const before = await grants(db);
    await as(db, 'anon').from('verbatims').select('id');
    await as(db, 'service').from('verbatims').select('id');
    expect(await grants(db)).toEqual(before);
    const ofTables = before.filter((line) => !/^(private|extensions) /.test(line));
    expect(ofTables.join()).not.toContain('anon=');
  });

  it('answers nothing but data and sign-in: not its own pages, nor what it knows of itself', async () => {
    for (const path of ['/', '/_system/config', '/_system/introspect', '/storage/v1/bucket']) {
      const answer = await db.engine.fetch(new Request(`http://embedded.supabase${path}`));
      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).toBe('');
    }
  });

  it('never answers one caller with the rights of another, in 200 rounds of requests made at once', async () => {
    const [anon, ines, service] = [as(db, 'anon'), as(db, 'ines'), as(db, 'service')];
    let leaks = 0;
    for (let round = 0; round < 200; round++) {
      const [everything, nothing, own] = await Promise.all([
        service.from('verbatims').select('external_id, raw_text'),
        anon.from('verbatims').select('external_id'),
        ines.from('verbatims').select('external_id')
      ]);
      expect(everything.data).toHaveLength(16);
      if (nothing.error?.code !== '42501') leaks++;
      if (JSON.stringify(own.data) !== '[{"external_id":"nantes approved"}]') leaks++;
    }
    expect(leaks).toBe(0);
  });

  it('never runs SQL with the rights of a request that is being answered', async () => {
    const anon = as(db, 'anon');
    const everything = async () => {
      const counts = [];
      for (let n = 0; n < 6; n++) counts.push((await db.sql(`select raw_text from public.verbatims`)).length);
      return counts;
    };
    for (let round = 0; round < 20; round++) {
      const [nothing, counts] = await Promise.all([
        anon.from('verbatims').select('external_id'),
        everything()
      ]);
      expect(nothing.error?.code).toBe('42501');
      expect(counts).toEqual([16, 16, 16, 16, 16, 16]);
    }
  });

  const PATHS = [
    '/rest/v1/verbatims?select=id',
    '/rest/v1/rpc/wall_changes?since=2020-01-01',
    '/auth/v1/admin/users'
  ];
  const answers = (headers: Record<string, string>) =>
    Promise.all(
      PATHS.map(async (path) => {
        const response = await db.engine.fetch(new Request(`http://embedded.internal${path}`, { headers }));
        return { path, status: response.status, body: await response.text() };
      })
    );

  it.each([
    ['no key', {}],
    ['a wrong key', { apikey: 'sb_secret_guessed', authorization: 'Bearer sb_secret_guessed' }]
  ])('does not even ask the database for who comes with %s', async (_, headers: Record<string, string>) => {
    for (const answer of await answers(headers)) {
      expect(answer).toMatchObject({ status: 401, body: expect.stringContaining('API key') });
    }
  });

  it.each([
    ['signed by somebody else', token('thomas', 'forged')],
    ['not signed', unsigned('thomas')]
  ])('takes the bearer of a token that is %s for nobody', async (_, forged) => {
    for (const answer of await answers({
      apikey: SECRETS.publishableKey,
      authorization: `Bearer ${forged}`
    })) {
      expect([401, 403]).toContain(answer.status);
      expect(answer.body).not.toContain(HELD);
    }
    const genuine = await answers({
      apikey: SECRETS.publishableKey,
      authorization: `Bearer ${token('thomas')}`
    });
    expect(genuine[0]).toMatchObject({ status: 200, body: expect.stringContaining(HELD) });
  });

  describe('answers a refusal as Supabase does', () => {
    it.each(REFUSALS)('%s: %s, status %d', async (_, code, status, actor, ask) => {
      const answer = await ask(as(db, actor));
      expect(answer).toMatchObject({ status, error: { code } });
      expect(answer.error?.message).not.toBe('');
    });

    it('but a fault that has nothing to do with it keeps its own answer', async () => {
      const connection = { normalizeDbError: (error: unknown) => error };
      const explain = teachErrors(connection);
      connection.normalizeDbError({ code: '23514', message: 'a failed check' });
      expect((await explain(new Response('', { status: 500 }))).status).toBe(400);
      expect((await explain(new Response('', { status: 500 }))).status).toBe(500);
      connection.normalizeDbError({ code: '53100', message: 'disk full' });
      expect((await explain(new Response('', { status: 500 }))).status).toBe(500);
    });
  });

  describe('writes values as Supabase does', () => {
    const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/;

    it('in a table', async () => {
      const { data } = await as(db, 'helene')
        .from('verbatims')
        .select('received_at, day, rating, rating_percent, score, confidence, revision, held_for, reasons')
        .eq('id', HELD)
        .single();
      expect(data).toEqual({
        received_at: expect.stringMatching(iso),
        day: '2026-03-02',
        rating: 1,
        rating_percent: 10,
        score: 0,
        confidence: 0.5,
        revision: 0,
        held_for: ['uncertain'],
        reasons: []
      });
    });

    it('in a view, and in the answer of a function', async () => {
      const card = await as(db, 'service')
        .from('wall_cards')
        .select('changed_at, revision')
        .limit(1)
        .single();
      expect(card.data).toEqual({ changed_at: expect.stringMatching(iso), revision: 0 });
      const change = await as(db, 'service').rpc('wall_changes', {
        since: '2020-01-01T00:00:00+00:00',
        at_most: 1
      });
      expect(change.data?.[0]?.changed_at).toMatch(iso);
      const counts = await as(db, 'claire').rpc('verbatim_counts', {
        since: '2026-03-01',
        until: '2026-03-31'
      });
      const all = counts.data?.find((row) => row.grouped_by === 'all');
      expect(all).toMatchObject({ n: 10, rated: 10, rating_sum: expect.any(Number), starts_on: null });
    });

    it('such that a moment that was read finds its row again', async () => {
      const table = () => as(db, 'service').from('verbatims').select('id, changed_at');
      const { data } = await table().eq('id', HELD).single();
      expect((await table().eq('changed_at', data!.changed_at).eq('id', HELD)).data).toEqual([data]);
    });
  });

  it('stores ten thousand verbatims in one request, all or none', async () => {
    const batch = Array.from({ length: 10_000 }, (_, n) => ({
      external_id: `bulk ${n}`,
      raw_text: `Message numéro ${n}`,
      text: `Message numéro ${n}`,
      language: 'fr',
      said_on: '2025-06-01',
      status: 'approved',
      sentiment: 'neutral',
      score: 0,
      confidence: 0.9,
      rating: n % 11,
      rating_scale: '0-10'
    }));
    const service = as(db, 'service');
    const wrong = await service.rpc('store_verbatims', {
      source: SHOPS,
      batch: [...batch, { ...batch[0]!, external_id: 'last', rating: 11 }]
    });
    expect(wrong.error?.code).toBe('23514');
    const stored = await service.rpc('store_verbatims', { source: SHOPS, batch });
    expect(stored).toMatchObject({ error: null, data: [{ stored: 10_000, duplicates: 0, held: 0 }] });
    const again = await service.rpc('store_verbatims', { source: SHOPS, batch });
    expect(again.data).toEqual([{ stored: 0, duplicates: 10_000, held: 0 }]);
  });
});

async function grants(db: Database): Promise<string[]> {
  const rows = await db.sql<{ acl: string }>(`
    select oid::regclass || ' ' || coalesce(relacl::text, '') as acl from pg_class
    where relkind in ('r', 'v', 'm', 'p', 'S') and relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema)')
    union all select nspname || ' ' || coalesce(nspacl::text, '') from pg_namespace where nspname in ('private', 'extensions')
    union all select 'default ' || coalesce(defaclacl::text, '') from pg_default_acl
    order by 1`);
  return rows.map(({ acl }) => acl);
}
