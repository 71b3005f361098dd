import { seeded } from '../../src/lib/demo/random';
import { hasAnswered } from './closing';
import type { Organisation, Person, Team } from './organisations';

/** Changes a company as it stands today. */
export type Event = (company: Organisation, random: () => number) => Organisation;

/** The eight things that happen to people and teams while figures about them are published. */
export const EVENTS: Record<string, Event> = {
  'somebody joins': (company, random) => {
    const answers = company.people.find(hasAnswered)!.answers.map(() => 1);
    const team = one(random, company.teams).id;
    return { ...company, people: [...company.people, { id: 'joiner', team, answers, comment: null }] };
  },
  'somebody leaves': (company, random) => without(company, one(random, company.people)),
  'somebody moves into a small team': (company, random) =>
    move(company, one(random, company.people.filter(hasAnswered)), bySize(company)[0]!),
  'somebody moves out of a small team': (company, random) => {
    const small = bySize(company).find((team) => company.people.some((p) => p.team === team.id))!;
    const mover = one(
      random,
      company.people.filter(({ team }) => team === small.id)
    );
    return move(company, mover, bySize(company).at(-1)!);
  },
  'somebody is erased': (company, random) => without(company, one(random, company.people)),
  'a team is split': (company, random) => {
    const old = one(
      random,
      company.teams.filter(({ id }) => peopleOf(company, id).length > 0)
    );
    const part: Team = { id: `${old.id}-b`, parent: one(random, company.teams).id };
    const leaving = peopleOf(company, old.id).slice(0, 1 + Math.floor(4 * random()));
    return leaving.reduce((now, person) => move(now, person, part), {
      ...company,
      teams: [...company.teams, part]
    });
  },
  'two teams are merged': (company, random) => {
    const [small] = bySize(company).filter(({ id }) => isLeaf(company, id));
    const into = one(
      random,
      company.teams.filter(({ id }) => id !== small!.id)
    );
    const moved = peopleOf(company, small!.id).reduce((now, person) => move(now, person, into), company);
    return { ...moved, teams: moved.teams.filter(({ id }) => id !== small!.id) };
  },
  'a team goes to another region': (company, random) => {
    const small = bySize(company).find(({ id }) => isLeaf(company, id))!;
    const region = one(
      random,
      company.teams.filter(({ id }) => id !== small.id && id !== small.parent)
    );
    const teams = company.teams.map((team) => (team === small ? { ...team, parent: region.id } : team));
    return { ...company, teams };
  }
};

/**
 * What a wave is told of an event between its launch and its close: nothing but who is gone. Whoever joined is not on the
 * roster, and everybody else counts where the roster has them, in the teams there were.
 */
export function afterLaunch(frozen: Organisation, today: Organisation): Organisation {
  const here = new Set(today.people.map(({ id }) => id));
  return {
    ...frozen,
    people: frozen.people.map((person) => (here.has(person.id) ? person : { ...person, gone: true }))
  };
}

export function happen(event: Event, company: Organisation, seed: number): Organisation {
  return event(company, seeded(seed));
}

function one<T>(random: () => number, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!;
}

function without(company: Organisation, leaver: Person): Organisation {
  return { ...company, people: company.people.filter((person) => person !== leaver) };
}

function move(company: Organisation, mover: Person, to: Team): Organisation {
  const people = company.people.map((person) => (person === mover ? { ...person, team: to.id } : person));
  return { ...company, people };
}

/** The smallest first, without teams that are empty. */
function bySize(company: Organisation): Team[] {
  const size = ({ id }: Team) => peopleOf(company, id).length;
  return company.teams.filter((team) => size(team) > 0).sort((a, b) => size(a) - size(b));
}

function peopleOf({ people }: Organisation, team: string): Person[] {
  return people.filter((person) => person.team === team);
}

function isLeaf({ teams }: Organisation, team: string): boolean {
  return !teams.some(({ parent }) => parent === team);
}
