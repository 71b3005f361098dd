import { describe, expect, it } from 'vitest';
import { BELLERIVE, rated, sumsOf } from '../../../tests/support/sums';
import { unitsOf } from './units';

const spokenOf = (...teams: string[]) =>
  sumsOf(Object.fromEntries(teams.map((team) => [team, { '2026-10': rated(9, 70) }])));
const units = (root: string, ...teams: string[]) =>
  unitsOf(BELLERIVE, root, spokenOf(...teams)).map(({ slug }) => slug);

describe('the teams that are compared', () => {
  it('are those that customers speak of, by name as French has it', () => {
    expect(units('bellerive', 'nantes', 'e-commerce', 'dijon')).toEqual(['dijon', 'e-commerce', 'nantes']);
  });

  it('are the lowest of each branch, so that nobody’s customers count twice', () => {
    expect(units('bellerive', 'bellerive', 'ouest', 'nantes', 'sud-est')).toEqual(['nantes', 'sud-est']);
  });

  it('are a region as a whole where customers know no shop of it', () => {
    expect(units('bellerive', 'ouest', 'strasbourg')).toEqual(['ouest', 'strasbourg']);
  });

  it('are those of the place alone, which may be a single team', () => {
    expect(units('ouest', 'nantes', 'rennes', 'strasbourg')).toEqual(['nantes', 'rennes']);
    expect(units('strasbourg', 'nantes', 'strasbourg')).toEqual(['strasbourg']);
  });

  it('are none where no customer says which team it was', () => {
    expect(units('bellerive', '')).toEqual([]);
    expect(units('siege', 'nantes')).toEqual([]);
  });
});
