import { describe, expect, it } from 'vitest';
import type { Publication } from '../../src/lib/pulse/publication';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { caller, seedCast } from './cast';
import { idOf, personOf, teamOf } from './names';
import { answer, closeWave, hire, launch, proposal, publish, published, questionIds } from './pulse';

const NOTHING: Publication = { scores: [], distributions: [], participation: [], comments: [], moods: [] };
const SHOPS = ['nantes', 'rennes', 'bordeaux'];

onEveryEngine('Publishing', seedCast, (db) => {
  isolate(db);

  /** The Ouest with so many people in each shop, who all answer and comment; Youssef alone stands above them. */
  async function ouest(
    sizes: number[],
    { silent = false, commenting = 1000, promised = {} as Record<string, number> } = {}
  ): Promise<string> {
    const people = silent ? [] : [personOf('youssef')];
    for (const [i, shop] of SHOPS.entries())
      people.push(...(await hire(db, shop, sizes[i]!, { name: `${shop} crew` })));
    await db.sql(`delete from public.people where id = $1`, [personOf('ines')]);
    const wave = await launch(db, 'ouest', { audience: ['ouest'], with: promised });
    await answer(
      db,
      wave,
      people.map((person, i) => ({
        person,
        answers: { rhythm: 1 + (i % 5), recommend: i % 11 },
        comment: i <= commenting ? `Mot ${i}` : ''
      }))
    );
    await closeWave(db, wave);
    return wave;
  }

  const asService = (wave: string, publication: unknown) =>
    db.as(caller('service'), (sql) =>
      outcome(sql(`select public.publish_wave($1, $2)`, [wave, publication]))
    );
  const nothingPublished = async (wave: string) => {
    expect(await published(db, wave)).toEqual({ cells: [], participation: [], moods: [], comments: [] });
    expect(await db.sql(`select status, published_at from public.waves where id = $1`, [wave])).toEqual([
      { status: 'closed', published_at: null }
    ]);
  };

  it('tells of each cell what its people answered', async () => {
    const shop = await hire(db, 'lyon', 12);
    const head = await hire(db, 'sud-est', 5);
    const wave = await launch(db, 'sud-est', { audience: ['sud-est'] });
    const values = [1, 1, 2, 3, 3, 3, 4, 4, 5, 5, 5];
    await answer(db, wave, [
      ...values.map((rhythm, i) => ({ person: shop[i]!, answers: { rhythm, recommend: i } })),
      { person: shop[11]!, answers: {} },
      ...head.slice(0, 4).map((person) => ({ person, answers: { rhythm: 5 } })),
      { person: head[4]!, answers: { rhythm: 5, recommend: 10 } }
    ]);
    await closeWave(db, wave);
    await publish(db, wave);
    const { cells, participation } = await published(db, wave);
    expect(cells).toEqual([
      { team: 'lyon', question: 'rhythm', n: 11, total: 36, distribution: null },
      {
        team: 'sud-est',
        question: 'recommend',
        n: 12,
        total: -4,
        distribution: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]
      },
      { team: 'sud-est', question: 'rhythm', n: 16, total: 61, distribution: [2, 1, 3, 2, 8] }
    ]);
    expect(participation).toEqual([
      { team: 'lyon', percent: 90 },
      { team: 'sud-est', percent: 95 }
    ]);
    expect(
      await db.sql(`select status, published_at is not null as told from public.waves where id = $1`, [wave])
    ).toEqual([{ status: 'published', told: true }]);
  });

  it('waits for the close, which waits for its time; closing twice changes nothing', async () => {
    await hire(db, 'nantes', 12);
    const wave = await launch(db, 'patient', { audience: ['ouest'] });
    expect(await asService(wave, NOTHING)).toBe('PT409');
    expect(await outcome(db.attempt(`select public.close_wave($1)`, [wave]))).toBe('PT409');
    await answer(db, wave, [{ person: personOf('ines'), answers: { rhythm: 2 } }]);
    await closeWave(db, wave);
    const dealt = () =>
      db.sql(`select ctid::text, xmin::text, * from public.answers where wave_id = $1`, [wave]);
    const before = await dealt();
    expect(before).toHaveLength(1);
    await closeWave(db, wave);
    expect(await dealt()).toEqual(before);
  });

  describe('is refused whole, also to the service, when it would tell of fewer people than the threshold', () => {
    const figures = async (teams: string[], question = 'rhythm') => {
      const ids = await questionIds(db);
      return teams.map((team) => ({ team_id: teamOf(team), question_id: ids[question]! }));
    };
    const of = (teams: string[]) => teams.map(teamOf);
    /** The same figures in each of the families. */
    const FAMILIES: [string, (teams: string[]) => Promise<Partial<Publication>>][] = [
      ['scores', async (teams) => ({ scores: await figures(teams) })],
      ['distributions', async (teams) => ({ distributions: await figures(teams) })],
      ['participation', (teams) => Promise.resolve({ participation: of(teams) })],
      ['comments', (teams) => Promise.resolve({ comments: of(teams) })]
    ];
    const ALL = ['ouest', ...SHOPS];

    describe.each(FAMILIES)('%s', (_, family) => {
      it.each([
        ['the lone manager above shops that are all shown', [12, 12, 12], ALL],
        ['the smaller sibling, by what is left of the whole', [12, 12, 3], ['ouest', 'nantes', 'rennes']],
        ['the team itself', [12, 12, 4], ['bordeaux']],
        ['a team outside of the wave', [12, 12, 12], ['lyon']],
        ['the company above the wave', [12, 12, 12], ['bellerive']]
      ])('%s', async (_reason, sizes, teams) => {
        const wave = await ouest(sizes);
        const publication = { ...NOTHING, ...(await family(teams)) };
        expect(await asService(wave, publication)).toBe('PT422');
        await nothingPublished(wave);
        expect(await asService(wave, { ...NOTHING, ...(await family(['nantes', 'rennes'])) })).toBe('done');
      });
    });

    it('counts 9 people as too few for a distribution or comments, and as enough for a score', async () => {
      const wave = await ouest([9, 12, 12]);
      const [nantes] = await figures(['nantes']);
      expect(await asService(wave, { ...NOTHING, scores: [nantes], distributions: [nantes] })).toBe('PT422');
      expect(await asService(wave, { ...NOTHING, comments: [teamOf('nantes')] })).toBe('PT422');
      await nothingPublished(wave);
      expect(await asService(wave, { ...NOTHING, scores: [nantes] })).toBe('done');
      expect((await published(db, wave)).cells).toMatchObject([{ n: 9, distribution: null }]);
    });

    it('refuses the figures of a team beside those of all below it, which tell that its lone manager kept silent', async () => {
      const wave = await ouest([12, 12, 12], { silent: true });
      expect(await asService(wave, { ...NOTHING, scores: await figures(ALL) })).toBe('PT422');
      const apart = [...(await figures(SHOPS)), ...(await figures(['ouest'], 'recommend'))];
      expect(await asService(wave, { ...NOTHING, scores: apart })).toBe('PT422');
      expect(
        await asService(wave, { ...NOTHING, scores: await figures(SHOPS), participation: of(['ouest']) })
      ).toBe('PT422');
      await nothingPublished(wave);
      expect(
        await asService(wave, { ...NOTHING, scores: await figures(['ouest', 'nantes', 'rennes']) })
      ).toBe('done');
    });

    it('holds each wave to the thresholds its people were promised', async () => {
      const wave = await ouest([13, 14, 19], { promised: { k_score: 14, k_distribution: 20 } });
      const [nantes, rennes] = await figures(['nantes', 'rennes']);
      expect(await asService(wave, { ...NOTHING, scores: [nantes] })).toBe('PT422');
      expect(await asService(wave, { ...NOTHING, participation: of(['nantes']) })).toBe('PT422');
      expect(await asService(wave, { ...NOTHING, distributions: [rennes] })).toBe('PT422');
      expect(await asService(wave, { ...NOTHING, comments: of(['bordeaux']) })).toBe('PT422');
      await nothingPublished(wave);
      expect(await asService(wave, { ...NOTHING, scores: [rennes] })).toBe('done');
    });

    it('refuses a mood of fewer comments than the threshold', async () => {
      const wave = await ouest([24, 1, 1], { commenting: 15, promised: { k_score: 5, k_distribution: 20 } });
      const moods = [{ team_id: teamOf('nantes'), positive: 15, neutral: 0, negative: 0 }];
      expect(await asService(wave, { ...NOTHING, comments: of(['nantes']), moods })).toBe('PT422');
      await nothingPublished(wave);
    });

    it('refuses a mood that does not count the comments of its cell', async () => {
      const wave = await ouest([12, 12, 12]);
      const comments = of(SHOPS);
      const mood = (positive: number) => [{ team_id: teamOf('nantes'), positive, neutral: 0, negative: 0 }];
      expect(await asService(wave, { ...NOTHING, comments, moods: mood(13) })).toBe('PT422');
      expect(await asService(wave, { ...NOTHING, comments: of(['ouest']), moods: mood(12) })).toBe('PT422');
      await nothingPublished(wave);
      expect(await asService(wave, { ...NOTHING, comments, moods: mood(12) })).toBe('done');
    });
  });

  it('happens once', async () => {
    const wave = await ouest([12, 12, 12]);
    expect(await asService(wave, await proposal(db, wave))).toBe('done');
    const first = await published(db, wave);
    expect(await asService(wave, NOTHING)).toBe('PT409');
    await closeWave(db, wave);
    expect(await published(db, wave)).toEqual(first);
    expect(first.cells.length).toBeGreaterThan(3);
  });

  it.each(['cells', 'participation', 'comment_moods'])(
    'cannot be taken back: nobody changes or deletes %s, not even the owner of the database',
    async (table) => {
      const wave = await ouest([12, 12, 12]);
      await publish(db, wave);
      for (const change of [`update public.${table} set wave_id = wave_id`, `delete from public.${table}`]) {
        expect(await outcome(db.attempt(change))).toBe('P0001');
        expect(await db.as(caller('service'), (sql) => outcome(sql(change)))).toBe('42501');
      }
    }
  );

  it('leaves nothing of the answers behind, and another wave that is closed all of its own', async () => {
    const left = (of: string) =>
      db.sql(
        `select (select count(*) from public.answers where wave_id = $1) as answers,
           (select count(*) from private.closed_comments where wave_id = $1) as comments,
           (select count(*) from private.turnout where wave_id = $1) as teams`,
        [of]
      );
    const wave = await ouest([12, 12, 12]);
    const people = await hire(db, 'lyon', 10);
    const other = await launch(db, 'other', { audience: ['lyon'] });
    await answer(
      db,
      other,
      people.map((person) => ({ person, answers: { rhythm: 3 }, comment: 'Un mot' }))
    );
    await closeWave(db, other);
    const before = await proposal(db, other);
    await publish(db, wave);
    expect(await left(wave)).toEqual([{ answers: 0, comments: 0, teams: 0 }]);
    expect(await left(other)).toEqual([{ answers: 10, comments: 10, teams: 1 }]);
    expect(await proposal(db, other)).toEqual(before);
    await publish(db, other);
    expect((await published(db, other)).cells).toMatchObject([{ team: 'lyon', n: 10, total: 30 }]);
  });

  it.each(['during', 'before the publication', 'after'])(
    'tells the same when people are erased %s the wave: their answers were never theirs alone',
    async (when) => {
      const people = await hire(db, 'lyon', 12);
      const wave = await launch(db, 'erased', { audience: ['lyon'] });
      const given = people.map((person, i) => ({
        person,
        answers: { rhythm: 1 + (i % 5) },
        comment: `Mot ${i}`
      }));
      await answer(db, wave, given);
      const erase = () => db.sql(`delete from public.people where id in ($1, $2)`, [people[0], people[1]]);
      if (when === 'during') await erase();
      await closeWave(db, wave);
      if (when === 'before the publication') await erase();
      await publish(db, wave);
      if (when === 'after') await erase();
      const { cells, comments } = await published(db, wave);
      expect(cells).toMatchObject([{ team: 'lyon', n: 12, distribution: [3, 3, 2, 2, 2] }]);
      expect(comments).toHaveLength(12);
      expect(await db.sql(`select from public.roster where person_id = $1`, [idOf('person lyon 0')])).toEqual(
        []
      );
    }
  );
});
