import { expect, test } from 'vitest';
import { TEAMS } from './company';
import { CONTENT } from './customers';
import { guessedBy } from './perception';

test('in every team people believe their customers to be harsher than they are, and differ little in that', () => {
  const guesses = TEAMS.filter(({ headcount }) => headcount > 0).map(({ slug }) => guessedBy(slug, 60));
  expect(Math.min(...guesses)).toBeGreaterThan(4);
  expect(Math.max(...guesses) - Math.min(...guesses)).toBeLessThan(2);
  for (const [team, content] of Object.entries(CONTENT))
    expect(guessedBy(team, 60), team).toBeLessThan(2.5 * (content - 1));
});
