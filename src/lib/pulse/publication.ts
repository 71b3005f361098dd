import type { Tag } from '$lib/sentiment/sentiment';
import { choose, type Node } from './audit';

/** What a closed wave has to publish, as the database function `closed_wave` tells it. */
export interface ClosedWave {
  k_score: number;
  k_distribution: number;
  teams: { id: string; parent: string | null }[];
  /** People who answered a question in a team, those below not included. */
  scores: (Count & { question_id: string })[];
  /** People invited and still there at the close. */
  roster: Count[];
  /** Those of them who answered anything. */
  respondents: Count[];
  /** With the team they come from. */
  comments: { team_id: string; text: string }[];
}

/** What may be shown of it, as the database function `publish_wave` takes it. */
export interface Publication {
  scores: { question_id: string; team_id: string }[];
  distributions: { question_id: string; team_id: string }[];
  /** Ids of teams. */
  participation: string[];
  comments: string[];
  moods: Mood[];
}

interface Count {
  team_id: string;
  n: number;
}

interface Mood {
  team_id: string;
  positive: number;
  neutral: number;
  negative: number;
}

/**
 * Decides what a wave publishes, from nothing but how many people were asked, answered and commented in each team as it
 * stood at launch: no answer and no later change of the organisation has a part in it.
 *
 * The answers to each question are audited by themselves, since nobody's answer to one is part of another; distributions
 * and comments are too, with the threshold that was promised for each. How many answered, however, is told by every
 * question and by the participation together, and must not tell of fewer than k people whether they did: so all questions
 * take their cells from one choice that hides the silent as well, and the participation only adds to it, which it can,
 * since where enough people answered enough were asked.
 */
export function publicationOf(wave: ClosedWave, tag: Tag): Publication {
  const answering = choose(nodesOf(wave, wave.respondents, wave.roster), wave.k_score);
  const scores: Publication['scores'] = [];
  const distributions: Publication['distributions'] = [];
  for (const question_id of new Set(wave.scores.map((score) => score.question_id))) {
    const nodes = nodesOf(
      wave,
      wave.scores.filter((score) => score.question_id === question_id)
    );
    const shown = choose(nodes, wave.k_score, answering);
    for (const team_id of shown) scores.push({ question_id, team_id });
    for (const team_id of choose(nodes, wave.k_distribution, shown))
      distributions.push({ question_id, team_id });
  }
  const commented = choose(nodesOf(wave, wave.respondents), wave.k_distribution);
  return {
    scores,
    distributions,
    participation: [...choose(nodesOf(wave, wave.roster), wave.k_score, undefined, answering)],
    comments: [...commented],
    moods: moodsOf(wave, commented, tag)
  };
}

function nodesOf(wave: ClosedWave, counts: readonly Count[], asked: readonly Count[] = []): Node[] {
  const own = new Map(counts.map(({ team_id, n }) => [team_id, n]));
  const invited = new Map(asked.map(({ team_id, n }) => [team_id, n]));
  return wave.teams.map(({ id, parent }) => ({
    id,
    parent,
    own: own.get(id) ?? 0,
    asked: invited.get(id) ?? 0
  }));
}

/** A comment counts in the cell it will be read in: the smallest around its author. Too few of them have no mood. */
function moodsOf(wave: ClosedWave, commented: ReadonlySet<string>, tag: Tag): Mood[] {
  const parents = new Map(wave.teams.map(({ id, parent }) => [id, parent]));
  const moods = new Map<string, Mood>();
  for (const { team_id, text } of wave.comments) {
    let cell: string | null | undefined = team_id;
    while (cell != null && !commented.has(cell)) cell = parents.get(cell);
    if (cell == null) continue;
    const mood = moods.get(cell) ?? { team_id: cell, positive: 0, neutral: 0, negative: 0 };
    mood[tag(text).label]++;
    moods.set(cell, mood);
  }
  return [...moods.values()].filter(
    ({ positive, neutral, negative }) => positive + neutral + negative >= wave.k_distribution
  );
}
