import type { Cell } from '../../src/lib/pulse/cell';
import type { ClosedWave, Publication } from '../../src/lib/pulse/publication';
import { OPTIONS, type Scale } from '../../src/lib/pulse/question';
import { shippedEngine } from '../../src/lib/sentiment/tagger.server';
import type { Organisation, Person } from './organisations';

export const K_SCORE = 5;
export const K_DISTRIBUTION = 10;
export const WAVE = 'wave';

/** All that leaves the database when a wave is published. */
export interface Published {
  cells: Cell[];
  participation: { wave_id: string; team_id: string; percent: number }[];
  moods: Publication['moods'];
  /** The teams whose comments are read together, each without those of a smaller one inside. */
  comments: string[];
}

/** What the database function `closed_wave` would tell of this company. */
export function closedWaveOf({ teams, people, questions }: Organisation): ClosedWave {
  const teamsOf = (some: Person[]) => {
    const counts = new Map<string, number>();
    for (const { team } of some) counts.set(team, (counts.get(team) ?? 0) + 1);
    return [...counts].map(([team_id, n]) => ({ team_id, n }));
  };
  const answering = new Set(people.filter(hasAnswered).map(({ team }) => team));
  return {
    k_score: K_SCORE,
    k_distribution: K_DISTRIBUTION,
    teams,
    scores: questions.flatMap(({ id }, question) =>
      teamsOf(people.filter(({ answers }) => answers[question] !== null)).map((count) => ({
        question_id: id,
        ...count
      }))
    ),
    roster: teamsOf(people.filter(stillCounts)),
    respondents: teamsOf(people.filter(hasAnswered)),
    comments: people.flatMap(({ team, comment }) =>
      comment === null || !answering.has(team) ? [] : { team_id: team, text: comment }
    )
  };
}

/** What the database function `publish_wave` would write for this company: counted from answers, one by one. */
export function publish(organisation: Organisation, publication: Publication): Published {
  const { people, questions } = organisation;
  const within = peopleWithin(organisation);
  const detailed = new Set(publication.distributions.map(keyOf));
  return {
    cells: publication.scores.map(({ question_id, team_id }) => {
      const question = questions.findIndex(({ id }) => id === question_id);
      const { scale } = questions[question]!;
      const counts = OPTIONS[scale].map(() => 0);
      for (const person of within.get(team_id)!) {
        const answer = people[person]!.answers[question] ?? null;
        if (answer !== null) counts[answer - OPTIONS[scale][0]!]! += 1;
      }
      return {
        wave_id: WAVE,
        team_id,
        question_id,
        n: counts.reduce((sum, count) => sum + count, 0),
        total: counts.reduce((sum, count, i) => sum + count * worthOf(scale, OPTIONS[scale][i]!), 0),
        distribution: detailed.has(keyOf({ question_id, team_id })) ? counts : null
      };
    }),
    participation: publication.participation.map((team_id) => {
      const asked = within.get(team_id)!.filter((person) => stillCounts(people[person]!));
      const answered = asked.filter((person) => hasAnswered(people[person]!)).length;
      return { wave_id: WAVE, team_id, percent: Math.round((20 * answered) / asked.length) * 5 };
    }),
    moods: publication.moods,
    comments: publication.comments
  };
}

/** What an answer adds to the total of a cell. */
export function worthOf(scale: Scale, answer: number): number {
  if (scale !== 'recommendation') return answer;
  return answer >= 9 ? 1 : answer <= 6 ? -1 : 0;
}

/** Who left or was erased before the close counts only if they had answered. */
export function stillCounts(person: Person): boolean {
  return !person.gone || hasAnswered(person);
}

export function hasAnswered({ answers }: Person): boolean {
  return answers.some((answer) => answer !== null);
}

/** The mood of each comment that goes to one of these cells, by the smallest around its author. */
export function moodsWithin({ teams, people }: Organisation, cells: readonly string[]): Publication['moods'] {
  const parents = new Map(teams.map(({ id, parent }) => [id, parent]));
  const moods = new Map(cells.map((team_id) => [team_id, { team_id, positive: 0, neutral: 0, negative: 0 }]));
  for (const { team, comment } of people) {
    let cell: string | null = team;
    while (cell !== null && !moods.has(cell)) cell = parents.get(cell) ?? null;
    if (cell !== null && comment !== null) moods.get(cell)![shippedEngine().tag(comment).label]++;
  }
  return [...moods.values()];
}

/** For each team, the indexes of the people in it and below. */
export function peopleWithin(organisation: Organisation): Map<string, number[]> {
  const known = WITHIN.get(organisation);
  if (known) return known;
  const parents = new Map(organisation.teams.map(({ id, parent }) => [id, parent]));
  const within = new Map(organisation.teams.map(({ id }) => [id, [] as number[]]));
  organisation.people.forEach(({ team }, person) => {
    for (let each: string | null = team; each !== null; each = parents.get(each) ?? null)
      within.get(each)!.push(person);
  });
  WITHIN.set(organisation, within);
  return within;
}

/** Asked for many times of the same company. */
const WITHIN = new WeakMap<Organisation, Map<string, number[]>>();

function keyOf({ question_id, team_id }: { question_id: string; team_id: string }): string {
  return `${question_id} ${team_id}`;
}
