import { expect, it } from 'vitest';
import { attack } from '../confidentiality/attacker';
import { closedWaveOf, publish as publishModel, WAVE, type Published } from '../confidentiality/closing';
import { afterLaunch, EVENTS, happen } from '../confidentiality/events';
import { READINGS } from '../confidentiality/leaks';
import { organisationOf, type Organisation } from '../confidentiality/organisations';
import { naive } from '../confidentiality/rules';
import { shippedEngine } from '../../src/lib/sentiment/tagger.server';
import { publicationOf } from '../../src/lib/pulse/publication';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { seedCast } from './cast';
import { become, inDatabase, readByAll, sumsFrom, survey, type Sums } from './organisation';
import { closeWave, publish } from './pulse';

/** Companies for each event. */
const COMPANIES = 2;

/**
 * The whole way of a wave through the database, for companies at random: what all roles together can read of it is
 * handed to the attacker that otherwise reads a model.
 */
onEveryEngine('All that anybody reads of a wave', seedCast, (db) => {
  isolate(db);

  const releaseAll = () => db.sql(`update public.comments set status = 'released'`);

  it.each(Object.keys(EVENTS))(
    'tells nothing about fewer people than promised, and stays what it is, when %s before the close and after it',
    async (event) => {
      for (let i = 0; i < COMPANIES; i++) {
        const seed = 20_000 + i + COMPANIES * Object.keys(EVENTS).indexOf(event);
        await db.undone(async () => {
          const launched = organisationOf(seed);
          const wave = await survey(db, launched);
          const closed = renamed(happen(EVENTS[event]!, launched, seed));
          await become(db, launched, closed, event);
          await closeWave(db, wave);
          await publish(db, wave);
          await releaseAll();

          const read = await readByAll(db, wave);
          const known = await inDatabase(db, afterLaunch(launched, closed));
          expect(read.cells.length).toBeGreaterThan(0);
          expect(figuresOf(read)).toEqual(
            figuresOf(publishModel(known, publicationOf(closedWaveOf(known), shippedEngine().tag)))
          );
          expect(attacked(known, read)).toEqual([]);
          const levers = known.questions.filter(({ scale }) => scale === 'agreement').map(({ id }) => id);
          expect(read.sums.length).toBeGreaterThan(0);
          expectSums(read.sums, sumsFrom(read.cells, levers));

          let today = closed;
          for (const [later, change] of Object.entries(EVENTS)) {
            const next = happen(change, today, seed);
            await become(db, today, next, later);
            today = next;
            expect(await readByAll(db, wave), later).toEqual(read);
          }
        });
      }
    }
  );

  it('would tell, and the same attacker find it, if the database did not refuse what is commonly published', async () => {
    const refused: number[] = [];
    const found: number[] = [];
    for (let seed = 21_000; seed < 21_000 + 4 * COMPANIES; seed++) {
      await db.undone(async () => {
        const wave = await survey(db, organisationOf(seed));
        const company = await inDatabase(db, organisationOf(seed));
        await closeWave(db, wave);
        const publication = { ...naive(company), moods: [] };
        const publishing = `select public.publish_wave($1, $2)`;
        if ((await outcome(db.attempt(publishing, [wave, publication]))) === 'PT422') {
          refused.push(seed);
          await db.run(`
            create or replace function private.refuse_revealing(
              wave uuid, atoms private.atom[], figures private.figure[], k integer
            ) returns void language sql set search_path = '' as ''`);
          await db.attempt(publishing, [wave, publication]);
        }
        if (attacked(company, await readByAll(db, wave)).length > 0) found.push(seed);
      });
    }
    expect(found).toEqual(refused);
    expect(found.length).toBeGreaterThan(COMPANIES);
  });
});

function attacked(company: Organisation, seen: Published) {
  const published = { ...seen, cells: seen.cells.map((cell) => ({ ...cell, wave_id: WAVE })) };
  return READINGS.flatMap((read) => read(company, published)).flatMap(({ sizes, equations, k }) =>
    attack(sizes, equations, k)
  );
}

function figuresOf({ cells, participation, moods }: Published) {
  const line = (row: object) => JSON.stringify(Object.entries({ ...row, wave_id: '' }).sort());
  return [cells, participation, moods].map((rows) => rows.map(line).sort());
}

/** What is added up of a wave is what anybody can add up who has its cells: it gives the attacker nothing more. */
function expectSums(read: Sums[], computed: ReturnType<typeof sumsFrom>) {
  expect(read.map(({ team_id }) => team_id).sort()).toEqual([...computed.keys()].sort());
  for (const { team_id, n, questions, score_sum, error_sum } of read) {
    const expected = computed.get(team_id)!;
    expect([n, questions]).toEqual([expected.n, expected.questions]);
    expect(score_sum).toBeCloseTo(expected.score_sum, 3);
    expect(error_sum).toBeCloseTo(expected.error_sum, 3);
  }
}

/** An event calls who comes by the same name each time: the first gets another, since there will be a second. */
function renamed({ teams, people, questions }: Organisation): Organisation {
  const name = (id: string) => id.replace(/-b$/, '-c').replace(/^joiner$/, 'first joiner');
  return {
    teams: teams.map(({ id, parent }) => ({ id: name(id), parent: parent && name(parent) })),
    people: people.map((person) => ({ ...person, id: name(person.id), team: name(person.team) })),
    questions
  };
}
