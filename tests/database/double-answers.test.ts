import { createHash } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines';
import { seedCast } from './cast';
import { hire, launch, questionIds } from './pulse';

const PEOPLE = 10_000;
const TIMEOUT = 180_000;

/** Who answers as the number n: everybody by link and signed in, the two next to each other. */
const doorOf = (n: number) => ({ person: n >> 1, by: n % 2 === 0 ? 'link' : 'account' }) as const;
const words = (n: number) => `${doorOf(n).person} by ${doorOf(n).by}`;
const hashOf = (wave: string, person: number) =>
  createHash('sha256').update(`${wave} ${person}`).digest('hex');

onEveryEngine('Answers that come all at once', seedCast, (db) => {
  let people: string[];
  let question: string;

  beforeAll(async () => {
    people = await hire(db, 'lyon', PEOPLE);
    await db.run(`
      insert into auth.users (id, email) select id, email from public.people where full_name like 'lyon %';
      update public.people set user_id = id where full_name like 'lyon %'`);
    question = (await questionIds(db)).rhythm!;
  }, TIMEOUT);

  /** An open wave that everybody, or the first of them, has a link to. */
  async function ask(name: string, many = PEOPLE): Promise<string> {
    const wave = await launch(db, name, { audience: ['lyon'], asks: ['rhythm'] });
    const links = people.slice(0, many).map((person_id, n) => ({ hash: hashOf(wave, n), person_id }));
    await db.sql(`select public.store_answer_links($1, $2)`, [wave, links]);
    return wave;
  }

  /** What number n says: one value by link and another signed in. */
  const say = (wave: string) => (n: number) => {
    const { person, by } = doorOf(n);
    const given = `'{"${question}": ${by === 'link' ? 2 : 4}}', '${words(n)}'`;
    if (by === 'link') return `select public.answer_by_link('${hashOf(wave, person)}', ${given}) as outcome`;
    return `
      with claims as materialized (
        select set_config('request.jwt.claims', '{"sub": "${people[person]}"}', true) as set
      )
      select case when set <> '' then public.answer_wave('${wave}', ${given}) end as outcome from claims`;
  };
  const end = (wave: string) =>
    `select public.close_wave(id, closes_at)::text as outcome from public.waves where id = '${wave}'`;
  const kept = async (wave: string) => {
    const [answers] = await db.sql(
      `select count(*) as n, count(*) filter (where value = 2) as by_link from public.answers where wave_id = $1`,
      [wave]
    );
    const comments = await db.sql<{ text: string }>(
      `select text from private.closed_comments where wave_id = $1`,
      [wave]
    );
    return { answers, comments: comments.map(({ text }) => text).sort() };
  };
  const outcomesOf = async (times: number, statement: (n: number) => string) =>
    (await db.crowd<{ outcome: string }>(times, statement)).map(([row]) => row!.outcome);

  it(
    `are accepted once from each of ${PEOPLE} people who answer twice, and none is lost`,
    async () => {
      const wave = await ask('at once');
      const outcomes = await outcomesOf(2 * PEOPLE, say(wave));
      const accepted = outcomes.flatMap((outcome, n) => (outcome === 'accepted' ? n : []));
      expect(new Set(outcomes)).toEqual(new Set(['accepted', 'already']));
      expect(accepted).toHaveLength(PEOPLE);
      expect(new Set(accepted.map((n) => doorOf(n).person)).size).toBe(PEOPLE);
      await db.run(end(wave));
      expect(await kept(wave)).toEqual({
        answers: { n: PEOPLE, by_link: accepted.filter((n) => doorOf(n).by === 'link').length },
        comments: accepted.map(words).sort()
      });
    },
    TIMEOUT
  );

  it(
    'are all kept that were accepted, and no other, when the wave closes in their midst',
    async () => {
      const many = 2000;
      const wave = await ask('closing', many);
      const other = await ask('staying', many);
      // A third each for the wave that closes, for one that stays open, and links that are sent for that one meanwhile.
      const link = (n: number) => `
        select public.store_answer_links('${other}',
          '[{"hash": "${hashOf(`${other} again`, n)}", "person_id": "${people[n]}"}]')::text as outcome`;
      const outcomes = await outcomesOf(3 * many + 1, (n) => {
        if (n === 1.5 * many) return end(wave);
        const turn = n > 1.5 * many ? n - 1 : n;
        return [say(wave), say(other), link][turn % 3]!(Math.floor(turn / 3));
      });
      const of = (which: number) =>
        outcomes
          .filter((_, n) => n !== 1.5 * many)
          .flatMap((outcome, turn) => (turn % 3 === which ? outcome : []));
      const accepted = (which: number) =>
        of(which).flatMap((outcome, n) => (outcome === 'accepted' ? n : []));
      const closing = accepted(0);
      expect(closing.length).toBeGreaterThan(many / 10);
      expect(closing.length).toBeLessThan(many / 2);
      expect(of(0)).toContain('closed');
      expect(of(0)).toContain('unknown');
      expect((await kept(wave)).comments).toEqual(closing.map(words).sort());

      expect(accepted(1)).toHaveLength(many / 2);
      expect(new Set(of(1))).toEqual(new Set(['accepted', 'already']));
      await db.run(end(other));
      expect((await kept(other)).comments).toEqual(accepted(1).map(words).sort());
    },
    TIMEOUT
  );
});
