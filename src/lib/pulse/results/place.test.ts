import { describe, expect, it } from 'vitest';
import { placeFor } from './place';

const team = (slug: string, parent_id: string | null) => ({ id: slug, slug, name: slug, parent_id });
const TEAMS = [
  team('bellerive', null),
  team('ouest', 'bellerive'),
  team('nantes', 'ouest'),
  team('strasbourg', 'bellerive')
];
const YOUSSEF = { role: 'manager', team_id: 'ouest' };
const CLAIRE = { role: 'leadership', team_id: 'strasbourg' };

describe('the page of a team', () => {
  it('is one’s own for a manager, the company’s for leadership, where the address names none', () => {
    expect(placeFor(YOUSSEF, TEAMS, null)).toMatchObject({
      team: { slug: 'ouest' },
      company: { slug: 'bellerive' }
    });
    expect(placeFor(CLAIRE, TEAMS, null)).toMatchObject({ team: { slug: 'bellerive' } });
  });

  it('is any below for a manager, and no other', () => {
    expect(placeFor(YOUSSEF, TEAMS, 'nantes')).toMatchObject({ team: { slug: 'nantes' } });
    expect(placeFor(YOUSSEF, TEAMS, 'strasbourg')).toBe('forbidden');
    expect(placeFor(YOUSSEF, TEAMS, 'bellerive')).toBe('forbidden');
  });

  it('is any for leadership, as long as there is one', () => {
    expect(placeFor(CLAIRE, TEAMS, 'nantes')).toMatchObject({ team: { slug: 'nantes' } });
    expect(placeFor(CLAIRE, TEAMS, 'atlantis')).toBe('unknown');
  });

  it('offers the teams one may choose, as a tree', () => {
    const place = placeFor(YOUSSEF, TEAMS, null);
    expect(
      typeof place === 'string' ? [] : place.choices.map(({ team, depth }) => [team.slug, depth])
    ).toEqual([
      ['ouest', 0],
      ['nantes', 1]
    ]);
  });
});
