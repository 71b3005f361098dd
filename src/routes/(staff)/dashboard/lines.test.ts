import { describe, expect, it } from 'vitest';
import { difference, proportion } from '$lib/statistics/proportion';
import { readFilters } from '$lib/verbatims/filters';
import type { GroupFigures } from '$lib/verbatims/groups';
import { changeSummary, linesOf } from './lines';

const KNOWN = { teams: ['nantes', 'rennes'], steps: ['delivery'] };
const filters = readFilters(new URLSearchParams('period=12m&step=delivery'), KNOWN, '2026-11-22');
const naming = {
  filter: 'team' as const,
  names: new Map([
    ['nantes', 'Nantes'],
    ['rennes', 'Rennes']
  ]),
  rest: 'Ouest, sans précision'
};

const better: GroupFigures = {
  slug: 'nantes',
  n: 100,
  share: proportion({ hits: 75, n: 100 }),
  change: difference({ hits: 75, n: 100 }, { hits: 50, n: 100 }),
  changed: true
};
const noise: GroupFigures = {
  slug: 'rennes',
  n: 1,
  share: null,
  change: difference({ hits: 12, n: 20 }, { hits: 10, n: 20 }),
  changed: false
};
const rest: GroupFigures = { slug: null, n: 7, share: null, change: null, changed: false };

describe('the lines of a chart', () => {
  it('lead to their own dashboard and to their verbatims, with the other filters kept', () => {
    const [nantes] = linesOf({ rows: [better], comparisons: 1 }, naming, filters);
    expect(nantes).toMatchObject({
      name: 'Nantes',
      href: '/dashboard?period=12m&team=nantes&step=delivery',
      detail: {
        href: '/verbatims?period=12m&team=nantes&step=delivery',
        label: '100 verbatims, Nantes\u202f: les lire'
      }
    });
  });

  it('lead to a list of the same period even where the dashboard need not name it', () => {
    const usual = readFilters(new URLSearchParams(), KNOWN, '2026-11-22');
    expect(linesOf({ rows: [noise], comparisons: 1 }, naming, usual)[0]).toMatchObject({
      href: '/dashboard?team=rennes',
      detail: { href: '/verbatims?team=rennes&period=90d', label: '1 verbatim, Rennes\u202f: les lire' }
    });
  });

  it('say a change only where it is established', () => {
    const [nantes, rennes] = linesOf({ rows: [better, noise], comparisons: 2 }, naming, filters);
    expect(nantes?.change).toBe('▲ +25 points (+12 à +37)');
    expect(rennes?.change).toBe('');
  });

  it('lead nowhere for what belongs to no team', () => {
    const [line] = linesOf({ rows: [rest], comparisons: 0 }, naming, filters);
    expect(line).toEqual({ name: 'Ouest, sans précision', n: 7, share: null, change: '' });
  });
});

describe('what is said of several changes', () => {
  const told = (rows: GroupFigures[], comparisons: number) =>
    changeSummary({ rows, comparisons }, linesOf({ rows, comparisons }, naming, filters), 0.62).replaceAll(
      '\u202f',
      ' '
    );

  it('names those that are established, out of how many', () => {
    expect(told([better, noise], 2)).toBe(
      'Changements avérés sur 2 comparaisons avec la période précédente : Nantes +25 points. Pointillé : l’ensemble, 62 %.'
    );
  });

  it('says that none is, or that nothing could be compared', () => {
    expect(told([noise], 1)).toContain('Aucun changement avéré sur 1 comparaison avec');
    expect(told([rest], 0)).toContain('trop peu de verbatims pour comparer');
  });
});
