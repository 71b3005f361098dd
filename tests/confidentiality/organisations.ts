import { normal, pickWeighted, seeded } from '../../src/lib/demo/random';
import { OPTIONS, type Scale } from '../../src/lib/pulse/question';

/** A company on the day a wave of it closes, with everything the product would never tell. */
export interface Organisation {
  teams: Team[];
  people: Person[];
  questions: { id: string; scale: Scale }[];
}

export interface Team {
  id: string;
  parent: string | null;
}

export interface Person {
  id: string;
  /** Where the roster has them. */
  team: string;
  /** One for each question, null for one that was skipped; nothing but nulls for who did not take part. */
  answers: (number | null)[];
  comment: string | null;
  /** Left or was erased before the close: what they answered stays in the figures, nobody counts them as asked. */
  gone?: boolean;
}

type Random = () => number;

/** How likely a tree has so many levels; with one, its teams only lie beside each other. */
const LEVELS = [
  { levels: 1, weight: 1 },
  { levels: 2, weight: 4 },
  { levels: 3, weight: 9 },
  { levels: 4, weight: 6 }
];

/** Who works in a team that has others below it: mostly its manager alone. */
const HEADS = [
  { from: 1, to: 1, weight: 70 },
  { from: 0, to: 0, weight: 10 },
  { from: 2, to: 4, weight: 12 },
  { from: 5, to: 15, weight: 8 }
];

const COMMENTS = [
  'Bonne ambiance dans l’équipe, merci.',
  'Les plannings arrivent trop tard.',
  'Rien à signaler.',
  'The new till is slow and keeps crashing.',
  'Great support from my colleagues.'
];

/**
 * A company as they are: 1 to 4 levels, 5 to 60 teams of 1 to 40 people, lone managers in between, 40 to 100 % of the
 * people taking part, questions skipped in every second company, comments in every third. The same seed gives the same company.
 */
export function organisationOf(seed: number): Organisation {
  const random = seeded(seed);
  const teams = treeOf(random);
  const questions = [
    { id: 'rhythm', scale: 'agreement' as const },
    { id: 'respect', scale: 'agreement' as const },
    { id: 'recommend', scale: 'recommendation' as const }
  ];
  const inner = new Set(teams.map(({ parent }) => parent));
  const participation = 0.4 + 0.6 * random();
  const skipping = random() < 0.5 ? 0 : 0.12 * random();
  const commenting = random() < 0.3 ? 0.5 : 0;
  const people: Person[] = [];
  for (const { id: team } of teams) {
    const size = inner.has(team) ? headOf(random) : sizeOf(random);
    // Teams differ from each other in how many take part, and in how they feel.
    const taking = Math.min(1, Math.max(0, participation + 0.15 * normal(random)));
    const mood = 0.62 + 0.15 * normal(random);
    for (let i = 0; i < size; i++) {
      const takesPart = random() < taking;
      const answers = questions.map(({ scale }) =>
        takesPart && random() >= skipping ? answerOf(random, scale, mood) : null
      );
      const comments = answers.some((answer) => answer !== null) && random() < commenting;
      people.push({
        id: `person-${people.length}`,
        team,
        answers,
        comment: comments ? COMMENTS[Math.floor(random() * COMMENTS.length)]! : null
      });
    }
  }
  return { teams, people, questions };
}

/** Below a company of several levels every inner team has 1 to 5 more below it at a time, until there are enough. */
function treeOf(random: Random): Team[] {
  const { levels } = pickWeighted(random, LEVELS, ({ weight }) => weight);
  const wanted = 5 + Math.floor(56 * random());
  if (levels === 1) return Array.from({ length: wanted }, (_, i) => ({ id: `team-${i}`, parent: null }));
  const teams: (Team & { level: number })[] = [{ id: 'team-0', parent: null, level: 1 }];
  while (teams.length < wanted) {
    const above = teams.filter(({ level }) => level < levels);
    const parent = above[Math.floor(random() * above.length)]!;
    const siblings = Math.min(1 + Math.floor(5 * random()), wanted - teams.length);
    for (let i = 0; i < siblings; i++)
      teams.push({ id: `team-${teams.length}`, parent: parent.id, level: parent.level + 1 });
  }
  return teams.map(({ id, parent }) => ({ id, parent }));
}

function headOf(random: Random): number {
  const { from, to } = pickWeighted(random, HEADS, ({ weight }) => weight);
  return from + Math.floor((to - from + 1) * random());
}

/** Half of the teams have 5 to 13 people; a few have a handful, a few as many as 40. */
function sizeOf(random: Random): number {
  return Math.min(40, Math.max(1, Math.round(8 * Math.exp(0.7 * normal(random)))));
}

function answerOf(random: Random, scale: Scale, mood: number): number {
  const options = OPTIONS[scale];
  const felt = Math.min(0.999, Math.max(0, mood + 0.28 * normal(random)));
  return options[Math.floor(felt * options.length)]!;
}
