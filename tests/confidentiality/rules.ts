import { publicationOf, type Publication } from '../../src/lib/pulse/publication';
import { shippedEngine } from '../../src/lib/sentiment/tagger.server';
import { closedWaveOf, hasAnswered, K_DISTRIBUTION, K_SCORE, moodsWithin, peopleWithin } from './closing';
import type { Organisation } from './organisations';

/** Decides what of a closed wave may be shown. */
export type Rule = (organisation: Organisation) => Publication;

/** The product's own, through the code that runs when a wave closes. */
export const ours: Rule = (organisation) => publicationOf(closedWaveOf(organisation), shippedEngine().tag);

/** What is commonly promised: every figure with enough people behind it. */
export const naive: Rule = (organisation) => filterTeams(organisation, (sizes, k) => big(sizes, k));

/** What is commonly done about it: for each figure withheld, the next smallest beside it is withheld too. */
export const sibling: Rule = (organisation) =>
  filterTeams(organisation, (sizes, k) => {
    const shown = big(sizes, k);
    for (const { id, parent } of organisation.teams) {
      if (parent === null || sizes.get(id)! >= k) continue;
      const beside = organisation.teams.filter((team) => team.parent === parent && shown.has(team.id));
      const [smallest] = beside.sort((a, b) => sizes.get(a.id)! - sizes.get(b.id)!);
      if (smallest) shown.delete(smallest.id);
    }
    return shown;
  });

type Sizes = Map<string, number>;

function big(sizes: Sizes, k: number): Set<string> {
  return new Set([...sizes].filter(([, size]) => size >= k).map(([team]) => team));
}

/** Applies one way of choosing teams, given how many people count in each with all below, to every kind of figure. */
function filterTeams(
  organisation: Organisation,
  select: (sizes: Sizes, k: number) => Set<string>
): Publication {
  const { people, questions } = organisation;
  const within = peopleWithin(organisation);
  const sizesOf = (counts: (person: Organisation['people'][number]) => boolean) =>
    new Map([...within].map(([team, inside]) => [team, inside.filter((i) => counts(people[i]!)).length]));
  const figures = (k: number) =>
    questions.flatMap(({ id: question_id }, question) => {
      const shown = select(
        sizesOf(({ answers }) => answers[question] !== null),
        k
      );
      return [...shown].map((team_id) => ({ question_id, team_id }));
    });
  const comments = [...select(sizesOf(hasAnswered), K_DISTRIBUTION)];
  return {
    scores: figures(K_SCORE),
    distributions: figures(K_DISTRIBUTION),
    participation: [
      ...select(
        sizesOf(() => true),
        K_SCORE
      )
    ],
    comments,
    moods: moodsWithin(organisation, comments).filter(
      ({ positive, neutral, negative }) => positive + neutral + negative >= K_DISTRIBUTION
    )
  };
}
