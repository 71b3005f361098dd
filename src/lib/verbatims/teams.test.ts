import { describe, expect, it } from 'vitest';
import { rootFor, teamAndBelow, tree } from './teams';

const TEAMS = [
  { id: 'r', parent_id: 'o', slug: 'rennes', name: 'Rennes' },
  { id: 'c', parent_id: null, slug: 'bellerive', name: 'Maison Bellerive' },
  { id: 'o', parent_id: 'c', slug: 'ouest', name: 'Ouest' },
  { id: 'e', parent_id: 'c', slug: 'ecole', name: 'École' },
  { id: 'n', parent_id: 'o', slug: 'nantes', name: 'Nantes' }
];

describe('a tree of teams', () => {
  it('is listed parents first, neighbours by name, accents notwithstanding', () => {
    expect(tree(TEAMS, TEAMS[1]).map(({ team, depth }) => `${depth} ${team.slug}`)).toEqual([
      '0 bellerive',
      '1 ecole',
      '1 ouest',
      '2 nantes',
      '2 rennes'
    ]);
    expect(tree(TEAMS, undefined)).toEqual([]);
  });

  it('holds a team and everything below it, and nothing beside it', () => {
    expect(teamAndBelow(TEAMS, 'o').sort()).toEqual(['n', 'o', 'r']);
    expect(teamAndBelow(TEAMS, 'e')).toEqual(['e']);
  });

  it('begins at one’s own team for a manager, and at the company for who serves all of it', () => {
    expect(rootFor({ role: 'manager', team_id: 'o' }, TEAMS)?.slug).toBe('ouest');
    expect(rootFor({ role: 'leadership', team_id: 'e' }, TEAMS)?.slug).toBe('bellerive');
    expect(rootFor({ role: 'manager', team_id: 'gone' }, TEAMS)).toBeUndefined();
  });
});
