import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded, shuffle } from '../../src/lib/demo/random';
import { onEveryEngine, type Database } from '../support/engines';
import { seedCast } from './cast';
import { idOf } from './names';
import { besideEachOther, BY_CHANCE, link, ordersInCommon, TRACES, type Trace } from './linking';
import { closeWave, hire, launch, publish } from './pulse';
import { deadRows, isNative, rowsWith, spoken } from './remains';

const PEOPLE = 200;
/** Invited, and silent. */
const SILENT = 40;
const WORDS = (n: number) => `Le mot de la personne ${n}.`;
const hashOf = (n: number) => createHash('sha256').update(`${n}`).digest('hex');

/**
 * Two hundred people of one team answer in random order. So that the test knows whose each answer is, and the attacker
 * gains nothing by it, the wave has a question for everybody: person n answers their own with 1, the next one's with 2.
 */
onEveryEngine('Who answered what', seedCast, (db) => {
  let wave: string;
  let people: string[];
  /** People in the order in which they answered. */
  let arrivals: number[];
  let questions: string[];
  let atLaunch: Trace[];

  beforeAll(async () => {
    people = await hire(db, 'lyon', PEOPLE + SILENT);
    questions = people.slice(0, PEOPLE).map((_, n) => idOf(`question ${n}`));
    await db.sql(
      `insert into public.questions (id, slug, battery, lever, scale, text_fr, text_en, position)
       select uuid(id), 'q-' || id, 'levers', 'tools', 'agreement', id, id, 100 from jsonb_array_elements_text($1) as id`,
      [questions]
    );
    wave = await launch(db, 'watched', { audience: ['lyon'], asks: questions.map((id) => `q-${id}`) });
    const links = people.map((person_id, n) => ({ hash: hashOf(n), person_id }));
    await db.sql(`select public.store_answer_links($1, $2)`, [wave, links]);
    arrivals = shuffle(
      seeded(7),
      questions.map((_, n) => n)
    );
    atLaunch = await whoAnswered();
    for (const n of arrivals) {
      const answers = { [questions[n]!]: 1, [questions[(n + 1) % PEOPLE]!]: 2 };
      await db.sql(`select public.answer_by_link($1, $2, $3)`, [hashOf(n), answers, WORDS(n)]);
    }
  });

  const roster = async () => {
    const rows = await db.sql<Trace>(
      `select person_id::text as id, ${TRACES} from public.roster where wave_id = $1`,
      [wave]
    );
    const arrivalOf = new Map(arrivals.map((n, i) => [n, i]));
    return rows
      .map((row) => ({ ...row, who: people.indexOf(row.id) }))
      .map((row) => ({ ...row, arrival: arrivalOf.get(row.who) ?? -1 }));
  };
  const whoAnswered = async () => (await roster()).filter(({ who }) => who < PEOPLE);
  /** First everybody's own question, then the other. */
  const answersIn = async (table: string): Promise<[Trace[], Trace[]]> => {
    const rows = await db.sql<Trace & { value: number }>(
      `select question_id::text as id, value, ${TRACES} from ${table} where wave_id = $1`,
      [wave]
    );
    const of = (value: number) =>
      rows
        .filter((row) => row.value === value)
        .map((row) => ({ ...row, who: (questions.indexOf(row.id) + PEOPLE - value + 1) % PEOPLE, id: '' }));
    return [of(1), of(2)];
  };
  const commentsIn = async (table: string, id = `''`): Promise<Trace[]> => {
    const rows = await db.sql<Trace & { text: string }>(
      `select text, ${id} as id, ${TRACES} from ${table} where wave_id = $1`,
      [wave]
    );
    return rows.map((row) => ({ ...row, who: Number(/\d+/.exec(row.text)?.[0]) }));
  };
  const expectChance = (left: Trace[], right: Trace[]) => {
    expect([left.length, right.length]).toEqual([PEOPLE, PEOPLE]);
    expect(link(left, right)[0]!.right).toBeLessThan(BY_CHANCE);
    expect(ordersInCommon(left, right)).toEqual([]);
  };

  describe('while the wave is open', () => {
    it('can be told by the owner of the database: so the attack is one', async () => {
      const persons = await whoAnswered();
      const [own, other] = await answersIn('public.answer_inbox');
      const comments = await commentsIn('public.comment_inbox');
      for (const rows of [own, other, comments]) {
        const linked = new Map(link(persons, rows).map(({ by, right }) => [by, right]));
        expect(linked.get('the same transaction')).toBe(PEOPLE);
        expect(linked.get('the nearest transaction')).toBe(PEOPLE);
        expect(linked.get('arrival beside place')).toBe(PEOPLE);
        expect(ordersInCommon(persons, rows)).toContain('xmin and place');
      }
      expect(link(own, other)[0]!.right).toBe(PEOPLE);
      expect(link(own, comments)[0]!.right).toBe(PEOPLE);
      expect(besideEachOther([...own, ...other])).toBe(PEOPLE);
    });

    it('is written in no row, nor is it in the words of a statement or of the server’s log', async () => {
      await refusedAnswers(db, wave, questions);
      expect(await rowsWith(db, [people, [...questions, 'Le mot de']])).toEqual([]);
      expect(await rowsWith(db, [['Le mot de']])).toEqual(['public.comment_inbox']);
      for (const text of await spoken(db))
        expect(text).not.toMatch(new RegExp(`Le mot de|${questions.join('|')}`));
    });
  });

  describe('once it is closed', () => {
    let persons: Trace[];
    let own: Trace[];
    let other: Trace[];
    let comments: Trace[];

    beforeAll(async () => {
      await closeWave(db, wave);
      persons = await whoAnswered();
      [own, other] = await answersIn('public.answers');
      comments = await commentsIn('private.closed_comments');
    });

    it('can not be told better than by chance, whatever is compared', () => {
      for (const rows of [own, other, comments]) expectChance(persons, rows);
    });

    it('nor which answers are of the same person, or go with which comment', () => {
      expectChance(own, other);
      expectChance(own, comments);
      expectChance(other, comments);
      expect(besideEachOther([...own, ...other])).toBeLessThan(BY_CHANCE);
    });

    it('nor who took part at all, nor in which order', async () => {
      const everybody = await roster();
      expect(everybody).toHaveLength(PEOPLE + SILENT);
      const told = await db.sql(
        `select distinct xmin::text, cmin::text, xmax::text, team_id, state, invited_on, reminded_on
         from public.roster where wave_id = $1`,
        [wave]
      );
      expect(told).toHaveLength(1);
      expect(ordersInCommon(persons, persons)).not.toContain('arrival and place');
      expect(ordersInCommon(atLaunch, persons)).not.toContain('place and place');
      expect(silentApart(everybody)).toBeLessThan(6.5);
    });

    it('is in no row, statement or log; inboxes and links are empty', async () => {
      expect(await rowsWith(db, [people, [...questions, 'Le mot de']])).toEqual([]);
      expect(await rowsWith(db, [['Le mot de']])).toEqual(['private.closed_comments']);
      expect(await rowsWith(db, [people.map((_, n) => hashOf(n))])).toEqual([]);
      expect(await rowsWith(db, [people])).toEqual(['public.people', 'public.roster']);
      for (const text of await spoken(db))
        expect(text).not.toMatch(new RegExp(`Le mot de|${questions.join('|')}`));
    });

    it('nor in what is left of deleted rows in the files', async () => {
      await db.run(`create table public.gone as select 1 as row; delete from public.gone`);
      expect(await deadRows(db, 'public.gone')).toBe((await isNative(db)) ? 1 : 0);
      for (const table of ['public.roster', 'public.answers', 'public.answer_inbox', 'public.comment_inbox'])
        expect(await deadRows(db, table), table).toBe(0);
    });
  });

  it('after the publication, the comments alone are left, and they tell no better', async () => {
    await publish(db, wave);
    const persons = await whoAnswered();
    expectChance(persons, await commentsIn('public.comments', 'id::text'));
    expect(await answersIn('public.answers')).toEqual([[], []]);
    for (const table of ['public.answers', 'private.closed_comments', 'private.turnout', 'public.comments'])
      expect(await deadRows(db, table), table).toBe(0);
    expect(await rowsWith(db, [['Le mot de']])).toEqual(['public.comments']);
  });

  describe('would be told by a simpler design', () => {
    const persons = (table: string) =>
      db.sql<Trace>(`select person as who, person as arrival, '' as id, ${TRACES} from ${table}`);
    const answers = (table: string) =>
      db.sql<Trace>(`select answer as who, '' as id, ${TRACES} from ${table}`);

    it('of everybody, if an answer stayed with the transaction that notes who took part', async () => {
      await db.run(
        `create table public.took_part (person integer); create table public.said (answer integer)`
      );
      for (const n of arrivals)
        await db.sql(
          `with part as (insert into public.took_part values ($1)) insert into public.said values ($1)`,
          [n]
        );
      const linked = link(await persons('public.took_part'), await answers('public.said'));
      expect(linked.find(({ by }) => by === 'the same transaction')!.right).toBe(PEOPLE);
    });

    it('of everybody, if the two were noted by separate transactions', async () => {
      await db.run(`truncate public.took_part, public.said`);
      for (const n of arrivals) {
        await db.sql(`insert into public.took_part values ($1)`, [n]);
        await db.sql(`insert into public.said values ($1)`, [n]);
      }
      const linked = link(await persons('public.took_part'), await answers('public.said'));
      expect(linked.find(({ by }) => by === 'the same transaction')!.right).toBe(0);
      expect(linked.find(({ by }) => by === 'place beside place')!.right).toBe(PEOPLE);
    });

    it('of everybody, if the close copied both without shuffling them', async () => {
      await db.run(`
        create table public.took_part_copied as select * from public.took_part;
        create table public.said_copied as select * from public.said`);
      const linked = link(await persons('public.took_part_copied'), await answers('public.said_copied'));
      expect(linked[0]).toMatchObject({ right: PEOPLE });
    });
  });
});

/** How far from the middle of the file those lie who did not answer, in standard deviations of a random order. */
function silentApart(everybody: Trace[]): number {
  const places = [...everybody]
    .sort((a, b) => a.place - b.place)
    .flatMap(({ who }, place) => (who >= PEOPLE ? [place] : []));
  const mean = places.reduce((sum, place) => sum + place, 0) / SILENT;
  const deviation = Math.sqrt(((PEOPLE + SILENT + 1) * PEOPLE) / (12 * SILENT));
  return Math.abs(mean - (PEOPLE + SILENT - 1) / 2) / deviation;
}

/** Answers that end in an error, which a server may write down. */
async function refusedAnswers(db: Database, wave: string, questions: string[]): Promise<void> {
  for (const answers of [{ [questions[0]!]: 6 }, { [questions[1]!]: 'x' }, [questions[2]]])
    await expect(
      db.sql(`select public.answer_by_link($1, $2, $3)`, [hashOf(PEOPLE), answers, WORDS(0)])
    ).rejects.toMatchObject({ code: 'PT400' });
  expect(
    await db.sql(`select state from public.roster where wave_id = $1 and state = 'declined'`, [wave])
  ).toEqual([]);
}
