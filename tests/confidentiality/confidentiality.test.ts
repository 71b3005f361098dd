import { describe, expect, it } from 'vitest';
import { attack } from './attacker';
import type { Equation } from './atoms';
import { closedWaveOf, K_SCORE, peopleWithin, publish, worthOf, type Published } from './closing';
import { combination } from './combination';
import { afterLaunch, EVENTS, happen } from './events';
import { assault, READINGS, type Leak } from './leaks';
import { organisationOf, type Organisation } from './organisations';
import { printedFor, type Printed } from './readings';
import { naive, ours, sibling } from './rules';
import { figures } from './surfaces';

const ORGANISATIONS = 2000;
const EVENTFUL = 60;

/** Seeds of one test alone, so that its companies are no other test's. */
const seeds = (many: number, from: number) => Array.from({ length: many }, (_, i) => from + i);

describe(`${ORGANISATIONS} companies and an attacker who reads every figure of all of them`, () => {
  const outcomes = { ours: outcomeOf(), naive: outcomeOf(), sibling: outcomeOf() };
  const eligible = { cells: 0 };

  it('publish their waves and are attacked', { timeout: 180_000 }, () => {
    for (const seed of seeds(ORGANISATIONS, 1)) {
      const organisation = organisationOf(seed);
      for (const [name, rule] of Object.entries({ ours, naive, sibling })) {
        // Of the rules that are broken it is enough to read the database, but for some companies.
        const readings = rule === ours || seed <= 50 ? READINGS : [figures];
        const { published, leaks } = assault(organisation, rule, readings);
        const outcome = outcomes[name as keyof typeof outcomes];
        outcome.leaks.push(...leaks);
        outcome.cells += published.cells.length;
        if (leaks.length > 0) outcome.broken++;
        if (leaks.some(({ surface }) => surface === 'scores')) outcome.answersFound++;
        if (name === 'naive') eligible.cells += published.cells.length;
      }
    }
    expect(eligible.cells).toBeGreaterThan(50 * ORGANISATIONS);
  });

  it('find nothing about fewer than five people, ten in distributions and moods, by our rule', () => {
    expect(outcomes.ours.leaks).toEqual([]);
  });

  it('find people’s answers by the rule that shows every figure of five', () => {
    expect(outcomes.naive.answersFound / ORGANISATIONS).toBeGreaterThan(0.5);
    expect(surfacesOf(outcomes.naive.leaks)).toEqual(
      new Set(['scores', 'answered', 'distributions', 'participation', 'report', 'together'])
    );
  });

  it('find people’s answers by the rule that also withholds the next smallest sibling', () => {
    expect(outcomes.sibling.answersFound / ORGANISATIONS).toBeGreaterThan(0.3);
  });

  it('find the very sums that were planted', () => {
    const found = [...outcomes.naive.leaks, ...outcomes.sibling.leaks];
    expect(found.length).toBeGreaterThan(ORGANISATIONS);
    expect(found.filter(({ value, truth }) => value !== truth)).toEqual([]);
    expect(found.filter(({ people }) => people === 1).length).toBeGreaterThan(ORGANISATIONS / 10);
  });

  it('leave us at least 65 % of the figures with five people', () => {
    expect(outcomes.ours.cells / eligible.cells).toBeGreaterThan(0.65);
  });
});

describe('the choice of what is published', () => {
  it('tells something on every surface, so that there is something to attack', () => {
    const telling = new Set<string>();
    for (const seed of seeds(20, 9_000)) {
      const organisation = organisationOf(seed);
      const published = publish(organisation, ours(organisation));
      for (const { name, equations } of READINGS.flatMap((read) => read(organisation, published)))
        if (equations.length > 0) telling.add(name);
    }
    expect([...telling].sort()).toEqual(
      ['answered', 'distributions', 'moods', 'participation', 'report', 'scores', 'wall'].sort()
    );
  });

  it('leaves no weighted sum, with whatever weights, about too few', () => {
    for (const seed of seeds(100, 10_000)) {
      const organisation = organisationOf(seed);
      for (const { name, k, sizes, equations } of figures(
        organisation,
        publish(organisation, ours(organisation))
      ))
        expect(combination(sizes, equations, k), `${name} of company ${seed}`).toBeNull();
    }
  });

  it('shows the participation of every team that has a score, whoever left meanwhile', () => {
    for (const seed of seeds(100, 12_000)) {
      const launched = organisationOf(seed);
      const people = launched.people.map((person, i) => (i % 9 === 0 ? { ...person, gone: true } : person));
      const { scores, participation } = ours({ ...launched, people });
      const beside = new Set(participation);
      expect(
        scores.filter(({ team_id }) => !beside.has(team_id)),
        `company ${seed}`
      ).toEqual([]);
    }
  });

  it('does not depend on what was answered, so that a missing cell says nothing of it', () => {
    for (const seed of seeds(100, 11_000)) {
      const organisation = organisationOf(seed);
      const turned = organisation.people.map((person) => ({
        ...person,
        answers: person.answers.map((answer) => answer && 1)
      }));
      expect(ours({ ...organisation, people: turned })).toEqual(ours(organisation));
    }
  });
});

describe('while people and teams change', () => {
  it.each(Object.keys(EVENTS))('%s between launch and close: nothing comes out', (name) => {
    for (const seed of seeds(EVENTFUL, 20_000)) {
      const launched = organisationOf(seed);
      const closed = afterLaunch(launched, happen(EVENTS[name]!, launched, seed));
      if (!closed.people.some(({ gone }) => gone))
        expect(closedWaveOf(closed)).toEqual(closedWaveOf(launched));
      expect(closedWaveOf(closed).scores).toEqual(closedWaveOf(launched).scores);
      expect(assault(closed, ours).leaks, `company ${seed}`).toEqual([]);
    }
  });

  it.each(Object.keys(EVENTS))('%s after the publication: every page says what it said', (name) => {
    for (const seed of seeds(EVENTFUL, 21_000)) {
      const closed = organisationOf(seed);
      const published = publish(closed, ours(closed));
      const today = happen(EVENTS[name]!, closed, seed);
      expect(today).not.toEqual(closed);
      const before = new Set(printedFor(closed, published).map(keyOf));
      const asked = printedFor(today, published).map(keyOf);
      expect(
        asked.filter((each) => !before.has(each)),
        `company ${seed}`
      ).toEqual([]);
      expect(asked.length).toBeGreaterThan(0);
    }
  });

  it.each(Object.keys(EVENTS))(
    '%s, and figures of today’s company are published too: it gives people away',
    (name) => {
      const broken = seeds(EVENTFUL, 22_000).filter((seed) => {
        const before = organisationOf(seed);
        const after = happen(EVENTS[name]!, before, seed);
        const [sizes, equations] = everything(
          [before, publish(before, ours(before))],
          [after, publish(after, ours(after))]
        );
        return attack(sizes, equations, K_SCORE).length > 0;
      });
      expect(broken.length / EVENTFUL).toBeGreaterThan(0.4);
    }
  );
});

function keyOf({ question, team, n, score }: Printed): string {
  return `${question} ${team} ${n} ${score}`;
}

function outcomeOf() {
  return { leaks: [] as Leak[], cells: 0, broken: 0, answersFound: 0 };
}

function surfacesOf(leaks: readonly Leak[]): Set<string> {
  return new Set(leaks.map(({ surface }) => surface));
}

/** The scores of one question at several moments, as sums of people who may have moved in between. */
function everything(...moments: [Organisation, Published][]): [number[], Equation[]] {
  const numbers = new Map<string, number>();
  for (const [{ people }] of moments)
    for (const { id } of people) if (!numbers.has(id)) numbers.set(id, numbers.size);
  const equations = moments.flatMap(([organisation, published]) => {
    const within = peopleWithin(organisation);
    const { id, scale } = organisation.questions[0]!;
    return published.cells
      .filter(({ question_id }) => question_id === id)
      .map(({ team_id, total }) => {
        const people = within.get(team_id)!.map((i) => organisation.people[i]!);
        const answering = people.filter(({ answers }) => answers[0] !== null);
        const sum = answering.reduce((all, { answers }) => all + worthOf(scale, answers[0]!), 0);
        expect(sum).toBe(total);
        return { groups: answering.map((person) => numbers.get(person.id)!), sum };
      });
  });
  return [[...numbers].map(() => 1), equations];
}
