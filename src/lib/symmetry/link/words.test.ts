import { afterEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import { EVIDENCE, evidenceOf } from './evidence';
import type { LagFigure, Link } from './link';
import { dotsPicture, lagsPicture } from './pictures';
import { neededOf, probability, saidOf } from './words';

afterEach(() => overwriteGetLocale(() => 'fr'));

function figure(lag: number, value: number | null, low = -1, high = 1): LagFigure {
  return { lag, value, low, high, pairs: 80, effective: 50 };
}

const NOTHING_YET: Link = {
  view: 'time',
  verdict: 'too-few',
  reach: { since: '2024-01', until: '2026-09' },
  lags: [figure(0, null)],
  strongest: null,
  p: null,
  draws: 0,
  dots: [],
  pairs: 3,
  teams: 2,
  leftOut: 0,
  kind: null,
  spans: 2,
  needed: { for: 'coefficient', more: 9, by: '2027-03' }
};

function plausible(lag: number, value: number, view: Link['view'] = 'time'): Link {
  const strongest = figure(lag, value, Math.min(value, 0.2 * value), Math.max(value, 0.2 * value));
  return { ...NOTHING_YET, view, verdict: 'plausible', strongest, lags: [strongest], p: 0.002, needed: null };
}

describe('what a link says first', () => {
  test('is who follows whom and after how long, in both languages', () => {
    expect(saidOf(plausible(1, 0.6), 'quarter')).toEqual({
      verdict: 'Lien plausible',
      said: 'Quand une équipe va mieux, ses clients le disent un trimestre plus tard.'
    });
    expect(saidOf(plausible(-3, 0.6), 'month').said).toBe(
      'Quand les clients d’une équipe sont plus satisfaits, l’équipe va mieux 3 mois plus tard.'
    );
    overwriteGetLocale(() => 'en');
    expect(saidOf(plausible(4, 0.6), 'quarter')).toEqual({
      verdict: 'Plausible link',
      said: 'When a team is doing better, its customers say so 4 quarters later.'
    });
    expect(saidOf(plausible(-1, 0.6), 'month').said).toBe(
      'When a team’s customers are more satisfied, the team is doing better one month later.'
    );
  });

  test('names a link in the other direction as such', () => {
    expect(saidOf(plausible(2, -0.6), 'quarter').said).toContain('moins satisfaits 2 trimestres plus tard');
    expect(saidOf(plausible(-2, -0.6), 'quarter').said).toContain('l’équipe va moins bien');
    expect(saidOf(plausible(0, -0.6, 'teams'), 'quarter').said).toContain('des clients moins satisfaits');
  });

  test('knows no direction across teams, nor in the same quarter', () => {
    expect(saidOf(plausible(0, 0.6, 'teams'), 'quarter').said).toContain('cette vue ne peut pas le dire');
    expect(saidOf(plausible(0, 0.6), 'quarter').said).toContain('le même trimestre');
    expect(saidOf(plausible(0, 0.6), 'quarter').said).toContain('ne se voit pas');
  });

  test('says that a sure link is weak where it is', () => {
    const strongest = figure(1, 0.15, 0.05, 0.25);
    const weak = { ...plausible(1, 0.15), strongest };
    expect(saidOf(weak, 'quarter').said).toContain('Mais le lien est faible');
    expect(saidOf(plausible(1, 0.6), 'quarter').said).not.toContain('faible');
  });

  test('tells a lead from a mere figure while there are too few pairs for a verdict', () => {
    const lead: Link = { ...plausible(1, 0.6), verdict: 'exploratory' };
    expect(saidOf(lead, 'quarter').verdict).toBe('Piste à confirmer');
    const figureAlone: Link = { ...lead, p: 0.3 };
    expect(saidOf(figureAlone, 'quarter').verdict).toBe('Trop tôt pour conclure');
  });

  test('says how many pairs are missing, and by when they are there', () => {
    expect(saidOf(NOTHING_YET, 'quarter')).toEqual({
      verdict: 'Pas encore assez de données',
      said: 'Encore 9 paires avant un premier chiffre, vers mars 2027.'
    });
    const one: Link = { ...NOTHING_YET, needed: { for: 'coefficient', more: 1, by: null } };
    overwriteGetLocale(() => 'en');
    expect(saidOf(one, 'quarter').said).toBe('1 more pair before a first figure.');
  });

  test('keeps none and undetermined apart', () => {
    const none: Link = { ...plausible(0, 0.02), verdict: 'none', p: 0.7 };
    expect(saidOf(none, 'quarter')).toMatchObject({
      verdict: 'Pas de lien visible',
      said: expect.stringContaining('0,33')
    });
    expect(saidOf({ ...none, verdict: 'undetermined' }, 'quarter').verdict).toBe('Indéterminé');
  });

  test('never says that one side makes the other', () => {
    const links = [-4, -1, 0, 1, 4].flatMap((lag) =>
      [0.6, -0.6].flatMap((value) => [plausible(lag, value), plausible(0, value, 'teams')])
    );
    for (const locale of ['fr', 'en'] as const) {
      overwriteGetLocale(() => locale);
      for (const link of links) {
        expect(saidOf(link, 'quarter').said).not.toMatch(
          /grâce|cause|effet|entraîne|améliore|thanks|because|effect|improve|significa/i
        );
      }
    }
  });
});

describe('what it takes to know more', () => {
  test('is told with its month, or that waiting does not do', () => {
    const certainty = (by: string | null, view: Link['view']): Link => ({
      ...NOTHING_YET,
      view,
      verdict: 'undetermined',
      needed: { for: 'certainty', more: 64, by }
    });
    expect(neededOf(certainty('2028-06', 'time')).join(' ')).toMatch(/environ 64 paires de plus.*juin 2028/);
    expect(neededOf(certainty(null, 'time')).join(' ')).toContain('attendre n’y suffira pas');
    expect(neededOf(certainty(null, 'teams')).join(' ')).toContain('plus d’équipes');
    overwriteGetLocale(() => 'en');
    expect(neededOf(certainty('2028-06', 'time')).join(' ')).toMatch(/about 64 more pairs.*Jun 2028/);
  });

  test('is a comparison, not more pairs, once a link is plausible', () => {
    expect(neededOf(plausible(1, 0.6)).join(' ')).toContain('comparer');
  });
});

describe('the pictures', () => {
  test('say at which lag CX is taken, and how many dots are not drawn', () => {
    const link: Link = {
      ...plausible(1, 0.6),
      pairs: 900,
      dots: [{ ex: 1.5, cx: -2, team: 'lyon', span: { since: '2026-04', until: '2026-06' } }]
    };
    const { summary, notes, dots } = dotsPicture(link, { lyon: 'Lyon Bellecour' }, 'quarter');
    expect(summary).toContain('un trimestre plus tard');
    expect(notes).toEqual([expect.stringContaining('1 points dessinés sur 900')]);
    expect(dots[0]).toMatchObject({ name: 'Lyon Bellecour · T2 2026', when: 'T2 2026', ex: 1.5, cx: -2 });
  });

  test('name the teams that were left out and why', () => {
    const link: Link = { ...plausible(0, 0.6, 'teams'), kind: 'rating', leftOut: 2, pairs: 0 };
    expect(dotsPicture(link, {}, 'quarter').notes).toEqual([
      expect.stringMatching(/^2 équipes laissées de côté.*pas fait de notes/)
    ]);
  });

  test('say who follows whom at each lag', () => {
    const lags = [figure(-1, 0.1), figure(0, 0.2), figure(1, 0.5, 0.2, 0.7)];
    const { lags: marks, summary } = lagsPicture(
      { ...plausible(1, 0.5), lags, strongest: lags[2]! },
      'quarter'
    );
    expect(marks.map(({ direction }) => direction)).toEqual([
      'Les équipes suivent',
      'En même temps',
      'Les clients suivent'
    ]);
    expect(summary).toContain('0,50 (0,20 à 0,70), les clients suivent un trimestre plus tard.');
  });
});

test('a probability is never written as zero', () => {
  expect([0.0004, 0.0123, 0.27].map(probability)).toEqual(['< 0,001', '0,012', '0,27']);
});
describe('the published evidence', () => {
  test('has both sides, each by year, each study with its direction, its finding and its n', () => {
    for (const side of ['for', 'against'] as const) {
      const years = evidenceOf(side).map(({ year }) => year);
      expect(years.length).toBeGreaterThanOrEqual(3);
      expect(years).toEqual([...years].sort());
    }
    for (const locale of ['fr', 'en'] as const) {
      overwriteGetLocale(() => locale);
      for (const { direction, found, sample } of EVIDENCE) {
        for (const text of [direction(), found(), sample()]) expect(text).not.toBe('');
      }
    }
    expect(EVIDENCE.find(({ year }) => year === 2002)?.sample()).toContain('7,939');
  });
});
