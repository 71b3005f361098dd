import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome, type Database } from '../support/engines';
import { caller, seedCast, type Actor } from './cast';
import { idOf, personOf, teamOf } from './names';
import { answer, closeWave, hire, launch, plan, questionIds } from './pulse';

const LINK = 'b'.repeat(64);

onEveryEngine('Answering', seedCast, (db) => {
  isolate(db);

  const signedIn = (who: Actor, wave: string, answers: unknown, comment: string | null = null) =>
    db.as(caller(who), async (sql) => {
      const call = `select public.answer_wave($1, $2, $3) as outcome`;
      return (await sql<{ outcome: string }>(call, [wave, answers, comment]))[0]?.outcome;
    });
  const byLink = (link: string, answers: unknown, comment: string | null = null) =>
    db.as(caller('service'), async (sql) => {
      const call = `select public.answer_by_link($1, $2, $3) as outcome`;
      return (await sql<{ outcome: string }>(call, [link, answers, comment]))[0]?.outcome;
    });
  const opens = (link: string) =>
    db.as(caller('service'), (sql) => sql(`select * from public.open_link($1)`, [link]));
  const give = (person: string, wave: string, link = LINK) =>
    db.sql(`select public.store_answer_links($1, $2)`, [wave, [{ hash: link, person_id: person }]]);

  it('is accepted once, whether signed in or by link, whichever comes first', async () => {
    const { rhythm } = await questionIds(db);
    const answers = { [rhythm!]: 4 };
    const wave = await launch(db, 'both doors');
    await give(personOf('ines'), wave);
    expect(await byLink(LINK, answers)).toBe('accepted');
    expect(await byLink(LINK, answers)).toBe('already');
    expect(await signedIn('ines', wave, answers)).toBe('already');
    await give(personOf('claire'), wave, 'c'.repeat(64));
    expect(await signedIn('claire', wave, answers)).toBe('accepted');
    expect(await byLink('c'.repeat(64), answers)).toBe('already');
    expect(await inbox(db, wave)).toEqual([
      { team: 'nantes', question: 'rhythm', value: 4 },
      { team: 'siege', question: 'rhythm', value: 4 }
    ]);
  });

  it('may leave questions out; with none answered it is declined, once', async () => {
    const { recommend } = await questionIds(db);
    const wave = await launch(db, 'skipping');
    expect(await signedIn('lea', wave, { [recommend!]: 0 })).toBe('accepted');
    expect(await signedIn('ines', wave, {})).toBe('accepted');
    expect(await signedIn('ines', wave, { [recommend!]: 10 })).toBe('already');
    expect(await inbox(db, wave)).toEqual([{ team: 'strasbourg', question: 'recommend', value: 0 }]);
    const states = await db.sql(
      `select state, count(*) as n from public.roster where wave_id = $1 group by 1 order by 1`,
      [wave]
    );
    expect(states).toEqual([
      { state: 'answered', n: 1 },
      { state: 'declined', n: 1 },
      { state: 'invited', n: 5 }
    ]);
  });

  it('keeps a comment without the blanks around it, and none that is blank', async () => {
    const wave = await launch(db, 'comments');
    await signedIn('ines', wave, {}, '  Il fait froid.  ');
    await signedIn('lea', wave, {}, '   ');
    expect(await db.sql(`select text from public.comment_inbox where wave_id = $1`, [wave])).toEqual([
      { text: 'Il fait froid.' }
    ]);
  });

  it('counts for the team one had at the launch', async () => {
    const { rhythm } = await questionIds(db);
    const wave = await launch(db, 'moved');
    await db.sql(`update public.people set team_id = $1 where id = $2`, [teamOf('lyon'), personOf('ines')]);
    await signedIn('ines', wave, { [rhythm!]: 1 });
    expect(await inbox(db, wave)).toEqual([{ team: 'nantes', question: 'rhythm', value: 1 }]);
  });

  describe('is not possible', () => {
    it('before the launch, after its time and after the close', async () => {
      const { rhythm } = await questionIds(db);
      const answers = { [rhythm!]: 4 };
      expect(await signedIn('ines', await plan(db, 'planned only'), answers)).toBe('closed');
      const wave = await launch(db, 'timed');
      await give(personOf('ines'), wave);
      await give(personOf('lea'), wave, 'd'.repeat(64));
      expect(await opens(LINK)).toEqual([{ wave_id: wave, state: 'invited' }]);
      await db.run(`alter table public.waves disable trigger keep_launched;
        update public.waves set closes_at = now() where id = '${wave}';
        alter table public.waves enable trigger keep_launched`);
      expect(await signedIn('ines', wave, answers)).toBe('closed');
      expect(await byLink(LINK, answers)).toBe('closed');
      expect(await opens(LINK)).toEqual([]);
      await closeWave(db, wave);
      expect(await signedIn('ines', wave, answers)).toBe('closed');
      expect(await byLink(LINK, answers)).toBe('unknown');
      expect(await opens(LINK)).toEqual([]);
    });

    it('for who is not invited, is not of the company, or left', async () => {
      const { rhythm } = await questionIds(db);
      const answers = { [rhythm!]: 4 };
      await hire(db, 'nantes', 5);
      const wave = await launch(db, 'ouest only', { audience: ['ouest'] });
      for (const who of ['lea', 'claire', 'paul', 'stranger'] as const)
        expect(await signedIn(who, wave, answers), who).toBe('unknown');
      await give(personOf('ines'), wave);
      await db.sql(`update public.people set left_on = current_date where id = $1`, [personOf('ines')]);
      expect(await signedIn('ines', wave, answers)).toBe('unknown');
      expect(await byLink(LINK, answers)).toBe('unknown');
      expect(await opens(LINK)).toEqual([]);
      expect(await inbox(db, wave)).toEqual([]);
    });

    it('by a link that does not exist, nor in one wave by the link of another', async () => {
      const { rhythm, skills } = await questionIds(db);
      const wave = await launch(db, 'this one');
      const other = await launch(db, 'another one', { asks: ['skills'] });
      await give(personOf('ines'), other);
      expect(await byLink('e'.repeat(64), { [rhythm!]: 4 })).toBe('unknown');
      expect(await outcome(byLink(LINK, { [rhythm!]: 4 }))).toBe('PT400');
      expect(await byLink(LINK, { [skills!]: 4 })).toBe('accepted');
      expect(await inbox(db, wave)).toEqual([]);
      expect(await signedIn('ines', wave, { [rhythm!]: 4 })).toBe('accepted');
    });
  });

  it('shows one the open waves one is invited to, and no other', async () => {
    const states = (who: Actor) =>
      db.as(caller(who), (sql) =>
        sql(
          `select name, state from public.my_waves() join public.waves on id = wave_id
           where name <> 'open' order by name`
        )
      );
    const wave = await launch(db, 'company');
    await hire(db, 'strasbourg', 5);
    await launch(db, 'east', { audience: ['strasbourg'] });
    await plan(db, 'later');
    await signedIn('lea', wave, {});
    expect(await states('ines')).toEqual([{ name: 'company', state: 'invited' }]);
    expect(await states('lea')).toEqual([
      { name: 'company', state: 'declined' },
      { name: 'east', state: 'invited' }
    ]);
    await closeWave(db, wave);
    expect(await states('ines')).toEqual([]);
    expect(await states('paul')).toEqual([]);
  });

  it('collected on paper is stored with the outcome of each', async () => {
    const people = await hire(db, 'lyon', 5);
    const wave = await launch(db, 'paper', { audience: ['lyon'] });
    const given = [...people, people[0]!, idOf('nobody')].map((person) => ({
      person,
      answers: { rhythm: 5 }
    }));
    expect(await answer(db, wave, given)).toEqual({ accepted: 5, already: 1, unknown: 1 });
    expect(await inbox(db, wave)).toHaveLength(5);
  });

  describe('with something the question does not offer', () => {
    const SECRET = 'une phrase secrète';
    const REFUSED: [string, (ids: Record<string, string>) => unknown][] = [
      ['too much', ({ rhythm }) => ({ [rhythm!]: 66 })],
      ['too little', ({ rhythm }) => ({ [rhythm!]: 0 })],
      ['too much of a recommendation', ({ recommend }) => ({ [recommend!]: 11 })],
      ['half a point', ({ rhythm }) => ({ [rhythm!]: 3.66 })],
      ['a negative', ({ rhythm }) => ({ [rhythm!]: -66 })],
      ['a number larger than any', ({ rhythm }) => ({ [rhythm!]: 66e20 })],
      ['a text', ({ rhythm }) => ({ [rhythm!]: SECRET })],
      ['a number as a text', ({ rhythm }) => ({ [rhythm!]: '4' })],
      ['nothing', ({ rhythm }) => ({ [rhythm!]: null })],
      ['a list', ({ rhythm }) => ({ [rhythm!]: [SECRET] })],
      ['one good and one bad', ({ rhythm, recommend }) => ({ [recommend!]: 6, [rhythm!]: 66 })],
      ['a question that is not asked', ({ skills }) => ({ [skills!]: 3 })],
      ['a question that does not exist', () => ({ [idOf(SECRET)]: 3 })],
      ['what is no question', () => ({ [SECRET]: 3 })],
      ['a list of answers', () => [66]],
      ['no answers at all', () => null]
    ];

    it.each(REFUSED)(
      'is refused: %s; the refusal tells nothing of it, and nothing is kept',
      async (_, make) => {
        const ids = await questionIds(db);
        const wave = await launch(db, 'careful');
        await give(personOf('ines'), wave);
        const given = make(ids);
        for (const attempt of [
          () => signedIn('ines', wave, given, SECRET),
          () => byLink(LINK, given, SECRET),
          () =>
            db.attempt(`select public.store_answers($1, $2)`, [
              wave,
              [{ person_id: personOf('ines'), answers: given }]
            ])
        ]) {
          const told = await refusal(attempt());
          expect(told).toContain('PT400');
          expect(told).not.toMatch(/66|secrète/);
          for (const id of Object.values(ids)) expect(told).not.toContain(id);
        }
        expect(await inbox(db, wave)).toEqual([]);
        expect(await db.sql(`select from public.comment_inbox where wave_id = $1`, [wave])).toEqual([]);
        expect(await signedIn('ines', wave, { [ids.rhythm!]: 4 })).toBe('accepted');
      }
    );

    it('is refused: a comment of more than 1,000 characters', async () => {
      const { rhythm } = await questionIds(db);
      const wave = await launch(db, 'long');
      const told = await refusal(signedIn('ines', wave, { [rhythm!]: 4 }, 'z'.repeat(1001)));
      expect(told).toContain('PT400');
      expect(told).not.toContain('zz');
      expect(await signedIn('ines', wave, { [rhythm!]: 4 }, 'z'.repeat(1000))).toBe('accepted');
    });
  });
});

/** All that a refusal says, whoever hears it: the person, the page, the log. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const said = await work.then(
    () => 'accepted',
    (error: Record<string, unknown>) =>
      ['code', 'message', 'detail', 'hint', 'where', 'internalQuery', 'internal_query'].map(
        (key) => error[key]
      )
  );
  return JSON.stringify(said);
}

function inbox(db: Database, wave: string) {
  return db.sql(
    `select (select slug from public.teams where id = team_id) as team,
       (select slug from public.questions where id = question_id) as question, value
     from public.answer_inbox where wave_id = $1 order by 1, 2`,
    [wave]
  );
}
