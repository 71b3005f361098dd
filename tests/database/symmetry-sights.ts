import { FIGURES, PEOPLE, sight } from './pulse-sights';
import type { Sight } from './sights';
import { EARLIER_GUESS, GUESSERS } from './symmetry-cast';

/** One word per row of each table of `symmetry-cast.ts`. */
export const SYMMETRY_LABELS: Record<string, string> = {
  closed_months: 'month::text',
  symmetry_targets: 'ex::text',
  events: `replace(title, ' moves', '')`,
  leader_guesses: 'value::text',
  leader_beliefs: 'total::text'
};

const TARGETS = Object.values(GUESSERS).map(({ guess }) => `${60 + guess}`);

export const SYMMETRY_SIGHTS: Sight[] = PEOPLE.flatMap((who) => {
  const outside = who === 'paul' || who === 'stranger';
  const compares = ['youssef', 'lea', 'claire', 'thomas'].includes(who);
  const own = [`${GUESSERS.claire.guess}`, `${EARLIER_GUESS}`];
  return [
    sight(who, 'closed_months', outside ? [] : ['2026-03-01']),
    sight(who, 'symmetry_targets', compares ? TARGETS : []),
    sight(who, 'events', FIGURES[who]),
    sight(who, 'leader_guesses', who === 'claire' ? own : []),
    sight(who, 'leader_beliefs', who === 'claire' ? ['40'] : [])
  ];
});
