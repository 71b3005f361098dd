import { describe, expect, test } from 'vitest';
import { overlap, reached } from './audience';

const TEAMS = [
  { id: 'company', parent_id: null },
  { id: 'west', parent_id: 'company' },
  { id: 'nantes', parent_id: 'west' },
  { id: 'east', parent_id: 'company' }
];

describe('an audience', () => {
  test('reaches the teams it names and all below them', () => {
    expect([...reached(TEAMS, ['west'])]).toEqual(['west', 'nantes']);
    expect(reached(TEAMS, null).size).toBe(4);
    expect(reached(TEAMS, ['gone']).size).toBe(0);
  });

  test('meets another where a team of one lies below a team of the other', () => {
    expect(overlap(TEAMS, ['nantes'], ['west'])).toBe(true);
    expect(overlap(TEAMS, ['west'], ['nantes'])).toBe(true);
    expect(overlap(TEAMS, ['west'], ['east'])).toBe(false);
    expect(overlap(TEAMS, null, ['east'])).toBe(true);
  });
});
