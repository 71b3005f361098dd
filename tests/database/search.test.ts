import { describe, expect, it, vi } from 'vitest';
import { CAST } from '../../src/lib/demo/company';
import { caller, idOf, seedCast, SHOPS, teamOf, type Actor } from './cast';
import { isolate, onPglite, type Database } from '../support/engines';

vi.setConfig({ hookTimeout: 120_000, testTimeout: 60_000 });

/** Of each: the text, where it is from, where it stands, its language. */
const TEXTS: [label: string, text: string, team: string | null, status: string, language: string][] = [
  ['summer', 'Un été en terrasse, merci à l’équipe', 'nantes', 'approved', 'fr'],
  ['late', 'Livraison arrivée en retard, personne ne rappelle', 'nantes', 'approved', 'fr'],
  ['good', 'La livraison s’est bien passée', 'rennes', 'approved', 'fr'],
  ['held', 'La livraison a été un cauchemar', 'nantes', 'held', 'fr'],
  ['hidden', 'Livraison jetée par-dessus le portail', 'nantes', 'hidden', 'fr'],
  ['english', 'The delivery was arriving late', 'nantes', 'approved', 'en'],
  ['nobody', 'Livraison parfaite', null, 'approved', 'fr'],
  ['strasbourg', 'Livraison soignée', 'strasbourg', 'approved', 'fr']
];
const DAY = '2026-03-02';

async function seed(db: Database): Promise<void> {
  await seedCast(db);
  await db.sql('delete from public.verbatims');
  for (const [label, text, team, status, language] of TEXTS) {
    await db.sql(
      `insert into public.verbatims (id, source_id, external_id, raw_text, text, language, said_on, team_id, status,
         sentiment, score, confidence)
       values ($1, $2, $3, $4, $4, $5, $6, $7, $8, 'neutral', 0, 0.5)`,
      [idOf(label), SHOPS, label, text, language, DAY, team && teamOf(team), status]
    );
  }
}

interface Found {
  id: string;
  day: string;
  status: string;
}

function ask(db: Database, who: Actor, asked: Record<string, unknown> = {}): Promise<Found[]> {
  const names = Object.keys(asked);
  const given = names.map((name, i) => `${name} => $${i + 1}`).join(', ');
  return db.as(caller(who), (sql) =>
    sql<Found>(`select * from public.search_verbatims(${given})`, Object.values(asked))
  );
}

async function find(db: Database, who: Actor, asked: Record<string, unknown> = {}): Promise<string[]> {
  const labels = new Map(TEXTS.map(([label]) => [idOf(label), label]));
  return (await ask(db, who, asked)).map(({ id }) => labels.get(id) ?? id).sort();
}

onPglite('the search of verbatims', seed, (db) => {
  isolate(db);

  describe('finds words', () => {
    it.each([
      ['without their accents', 'ete', ['held', 'summer']],
      ['with accents that the text does not have', 'térrasse', ['summer']],
      ['in capitals', 'ÉTÉ', ['held', 'summer']],
      ['in the plural', 'livraisons retards', ['late']],
      ['after an elision', 'equipe', ['summer']],
      ['that are not finished', 'terras', ['summer']],
      ['all of them, in any order', 'retard livraison', ['late']],
      ['side by side when quoted', '"livraison arrivée"', ['late']],
      ['not side by side when they are not', '"livraison retard"', []],
      ['without others', 'livraison -retard -soignée -cauchemar', ['good', 'hidden', 'nobody']],
      ['one or the other', 'terrasse or retard', ['late', 'summer']],
      ['of English as English has them', 'deliveries arrived', ['english']],
      ['none when they are too common', 'le', []],
      ['none when they are nowhere', 'xylophone', []]
    ])('%s', async (_, query, labels) => {
      expect(await find(db, 'helene', { query })).toEqual(labels);
    });

    it.each([
      `'`,
      `"`,
      `'); drop table public.verbatims; --`,
      ':*',
      '!!! ((',
      '\\',
      'a & | b:*',
      `${'é'.repeat(5000)}`
    ])('whatever is typed: %s', async (query) => {
      expect(await find(db, 'helene', { query })).toEqual([]);
    });

    it('whatever the text search configuration of the database', async () => {
      await db.run(`set local default_text_search_config = 'pg_catalog.simple'`);
      expect(await find(db, 'helene', { query: 'ete' })).toEqual(['held', 'summer']);
    });

    it('nothing but everything when only blanks are typed', async () => {
      expect(await find(db, 'helene', { query: '  ' })).toHaveLength(TEXTS.length);
    });
  });

  describe('shows what its reader may see', () => {
    const delivery = { query: 'livraison' };

    it('to the moderator every status, to leadership what is approved', async () => {
      expect(await find(db, 'helene', delivery)).toEqual([
        'good',
        'held',
        'hidden',
        'late',
        'nobody',
        'strasbourg'
      ]);
      expect(await find(db, 'claire', delivery)).toEqual(['good', 'late', 'nobody', 'strasbourg']);
    });

    it('to a manager their teams, to an employee their own, to a stranger nothing', async () => {
      expect(await find(db, 'youssef', delivery)).toEqual(['good', 'late']);
      expect(await find(db, 'ines', delivery)).toEqual(['late']);
      expect(await find(db, 'stranger', delivery)).toEqual([]);
      expect(await find(db, 'paul', delivery)).toEqual([]);
    });

    it('and not more when it is asked for by name', async () => {
      expect(await find(db, 'youssef', { in_status: 'held' })).toEqual([]);
      expect(await find(db, 'helene', { in_status: 'held' })).toEqual(['held']);
      expect(await find(db, 'ines', { in_teams: [teamOf('nantes'), teamOf('strasbourg')] })).toEqual([
        'english',
        'late',
        'summer'
      ]);
      expect(await find(db, 'claire', { in_teams: [teamOf('strasbourg')] })).toEqual(['strasbourg']);
    });

    it('the same as the table itself, for every one of the cast', async () => {
      for (const who of ['stranger', ...Object.keys(CAST)] as Actor[]) {
        const table = await db.as(caller(who), (sql) =>
          sql<{ external_id: string }>('select external_id from public.verbatims')
        );
        expect(await find(db, who)).toEqual(table.map(({ external_id }) => external_id).sort());
      }
    });
  });

  it('turns pages that neither skip nor repeat, there and back, though all are of one day', async () => {
    const all = (await ask(db, 'claire')).map(({ id }) => id);
    const there: string[] = [];
    let page = await ask(db, 'claire', { at_most: 2 });
    let last = page;
    while (page.length > 0) {
      there.push(...page.map(({ id }) => id));
      last = page;
      page = await ask(db, 'claire', { before_day: DAY, before_id: page.at(-1)?.id, at_most: 2 });
    }
    expect(there).toEqual(all);
    const back: string[] = [];
    page = last;
    while (page.length > 0) {
      back.unshift(...page.map(({ id }) => id));
      page = await ask(db, 'claire', { after_day: DAY, after_id: page[0]?.id, at_most: 2 });
    }
    expect(back).toEqual(all);
  });

  it('keeps to a period, a channel, a step and a sentiment', async () => {
    await db.sql(
      `update public.verbatims set channel = 'google', sentiment = 'negative',
         step_id = (select id from public.journey_steps where slug = 'delivery') where external_id = 'late'`
    );
    const [step] = await db.sql<{ id: string }>(
      `select id from public.journey_steps where slug = 'delivery'`
    );
    expect(await find(db, 'claire', { in_channel: 'google' })).toEqual(['late']);
    expect(await find(db, 'claire', { in_sentiment: 'negative' })).toEqual(['late']);
    expect(await find(db, 'claire', { in_step: step?.id })).toEqual(['late']);
    expect(await find(db, 'claire', { since: '2026-03-03' })).toEqual([]);
    expect(await find(db, 'claire', { until: '2026-03-01' })).toEqual([]);
    expect(await find(db, 'claire', { since: DAY, until: DAY, in_channel: 'google' })).toEqual(['late']);
  });
});
