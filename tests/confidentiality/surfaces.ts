import { shippedEngine } from '../../src/lib/sentiment/tagger.server';
import { OPTIONS } from '../../src/lib/pulse/question';
import type { Equation } from './atoms';
import {
  hasAnswered,
  K_DISTRIBUTION,
  K_SCORE,
  peopleWithin,
  stillCounts,
  worthOf,
  type Published
} from './closing';
import type { Organisation, Person } from './organisations';

/** One kind of figure, as an attacker sees it who knows who works where and who answered, but not what. */
export interface Surface {
  name: string;
  /** What is summed: figures about the same thing can be laid side by side, wherever they were read. */
  about: string;
  /** How many people a figure must be about. */
  k: number;
  /** How many people count in each group. */
  sizes: number[];
  /** What the attacker is after: the sum of each group. */
  truth: number[];
  equations: Equation[];
}

/** A way to tell something of a published wave: what can be read from it, as equations. */
export type Reading = (organisation: Organisation, published: Published) => Surface[];

/** The figures as they lie in the database, all of them, as if one reader could see every team. */
export const figures: Reading = (organisation, published) => {
  const { questions } = organisation;
  return [
    ...questions.flatMap(({ id, scale }, question) => {
      const cells = published.cells.filter((cell) => cell.question_id === id);
      const answering = groupsOf(organisation, ({ answers }) => answers[question] !== null);
      const everybody = groupsOf(organisation, stillCounts);
      const lowest = OPTIONS[scale][0];
      return [
        {
          ...answering.surface('scores', `${id}: answers`, K_SCORE, ({ answers }) =>
            worthOf(scale, answers[question]!)
          ),
          equations: cells.map(({ team_id, total }) => answering.equation(team_id, total))
        },
        {
          ...everybody.surface('answered', `${id}: answered`, K_SCORE, ({ answers }) =>
            Number(answers[question] !== null)
          ),
          equations: cells.map(({ team_id, n }) => everybody.equation(team_id, n))
        },
        {
          // All options stand on the same cells: what holds for one holds for each.
          ...answering.surface('distributions', `${id}: lowest`, K_DISTRIBUTION, ({ answers }) =>
            Number(answers[question] === lowest)
          ),
          equations: cells.flatMap(({ team_id, distribution }) =>
            distribution ? answering.equation(team_id, distribution[0]!) : []
          )
        }
      ];
    }),
    participation(organisation, published),
    moods(organisation, published)
  ];
};

/**
 * Who took part, from the participation and from how many answered each question together. Percentages are taken as if
 * they were not rounded. The two speak of the same people only where nobody skipped a question.
 */
function participation(organisation: Organisation, published: Published): Surface {
  const { people } = organisation;
  const groups = groupsOf(organisation, stillCounts);
  const within = peopleWithin(organisation);
  const answered = (team: string) => within.get(team)!.filter((i) => hasAnswered(people[i]!)).length;
  const isSame = people.every(
    (person) => !hasAnswered(person) || person.answers.every((answer) => answer !== null)
  );
  return {
    ...groups.surface('participation', 'participation', K_SCORE, (person) => Number(hasAnswered(person))),
    equations: [
      ...published.participation.map(({ team_id }) => groups.equation(team_id, answered(team_id))),
      ...(isSame ? published.cells.map(({ team_id, n }) => groups.equation(team_id, n)) : [])
    ]
  };
}

/** The mood of comments: each is counted in one cell alone, the smallest around its author. */
function moods(organisation: Organisation, published: Published): Surface {
  const { teams } = organisation;
  const parents = new Map(teams.map(({ id, parent }) => [id, parent]));
  const cells = new Set(published.comments);
  const groups = groupsOf(organisation, hasAnswered);
  const cellOf = (team: string) => {
    let cell: string | null = team;
    while (cell !== null && !cells.has(cell)) cell = parents.get(cell) ?? null;
    return cell;
  };
  return {
    ...groups.surface('moods', 'moods', K_DISTRIBUTION, ({ comment }) =>
      Number(comment !== null && shippedEngine().tag(comment).label === 'negative')
    ),
    equations: published.moods.map(({ team_id, negative }) => ({
      groups: teams.flatMap(({ id }, group) => (cellOf(id) === team_id ? group : [])),
      sum: negative
    }))
  };
}

/** The people who count, by the team the roster has them in. */
export function groupsOf({ teams, people }: Organisation, counts: (person: Person) => boolean) {
  const counted = people.filter(counts);
  const groupOf = new Map(teams.map(({ id }, group) => [id, group]));
  const parents = new Map(teams.map(({ id, parent }) => [id, parent]));
  const below = new Map(teams.map(({ id }) => [id, [] as number[]]));
  teams.forEach(({ id }, group) => {
    for (let each: string | null = id; each !== null; each = parents.get(each) ?? null)
      below.get(each)!.push(group);
  });
  return {
    surface(
      name: string,
      about: string,
      k: number,
      worth: (person: Person) => number
    ): Omit<Surface, 'equations'> {
      const sizes = teams.map(() => 0);
      const truth = teams.map(() => 0);
      for (const person of counted) {
        const group = groupOf.get(person.team)!;
        sizes[group]! += 1;
        truth[group]! += worth(person);
      }
      return { name, about, k, sizes, truth };
    },
    equation: (team: string, sum: number): Equation => ({ groups: below.get(team)!, sum })
  };
}
