import { describe, expect, test } from 'vitest';
import { rankLimits } from '$lib/statistics/correlation';
import type { LagFigure } from './link';
import { neededFor, type Pace } from './needed';

const QUARTERLY: Pace = { pairs: 8, grain: 'quarter', until: '2026-09' };
const NEVER: Pace = { pairs: 0, grain: 'quarter', until: '2026-09' };

function figure(lag: number, value: number | null, pairs: number, effective: number): LagFigure {
  const limits = value === null ? { low: -1, high: 1 } : rankLimits(value, effective);
  return { lag, value, ...limits, pairs, effective };
}

describe('what it takes to know more', () => {
  test('is counted in real pairs, which are worth less than independent ones', () => {
    const lags = [figure(0, null, 14, 7)];
    expect(neededFor('too-few', { lags, strongest: null }, QUARTERLY)).toEqual({
      for: 'coefficient',
      more: 10,
      by: '2027-03'
    });
  });

  test('is all there has to be where there is nothing yet', () => {
    expect(neededFor('too-few', { lags: [figure(0, null, 0, 0)], strongest: null }, QUARTERLY)).toEqual({
      for: 'coefficient',
      more: 12,
      by: '2027-03'
    });
  });

  test('has no month where waiting brings no pairs, nor where it would take more than ten years', () => {
    const lags = [figure(0, 0.4, 18, 18)];
    expect(neededFor('exploratory', { lags, strongest: lags[0]! }, NEVER)).toEqual({
      for: 'verdict',
      more: 12,
      by: null
    });
    const slow = { ...QUARTERLY, pairs: 0.25 };
    expect(neededFor('exploratory', { lags, strongest: lags[0]! }, slow)?.by).toBe(null);
  });

  test('comes month by month where time is counted in months', () => {
    const lags = [figure(0, 0.4, 20, 20)];
    const monthly: Pace = { pairs: 5, grain: 'month', until: '2026-12' };
    expect(neededFor('exploratory', { lags, strongest: lags[0]! }, monthly)?.by).toBe('2027-02');
  });

  test('is about the strongest lag where only that one is known too little', () => {
    const strongest = figure(4, 0.7, 40, 20);
    const needed = neededFor(
      'exploratory',
      { lags: [figure(0, 0.1, 90, 60), strongest], strongest },
      QUARTERLY
    );
    expect(needed).toMatchObject({ for: 'verdict', more: 20 });
  });

  test('brings a link in sight that stays as strong as it is', () => {
    const strongest = figure(1, 0.3, 36, 36);
    const alone = neededFor('undetermined', { lags: [strongest], strongest }, QUARTERLY);
    const more = alone?.more ?? 0;
    expect(alone?.for).toBe('certainty');
    // As many as find .33 in four cases of five, which are 70, are more than its own interval needs.
    expect(36 + more).toBe(70);
    const later = rankLimits(0.3, 36 + more);
    expect(later.low).toBeGreaterThan(0);
  });

  test('asks for more where more lags were tried', () => {
    const strongest = figure(1, 0.25, 60, 60);
    const many = Array.from({ length: 8 }, (_, i) => figure(i + 2, 0.05, 60, 60));
    const [one, nine] = [[strongest], [strongest, ...many]].map(
      (lags) => neededFor('undetermined', { lags, strongest }, QUARTERLY)?.more ?? 0
    );
    expect(nine).toBeGreaterThan(one ?? Infinity);
  });

  test('ends a doubt about next to nothing by leaving no room for .33', () => {
    const strongest = figure(0, 0.02, 30, 30);
    const more = neededFor('undetermined', { lags: [strongest], strongest }, QUARTERLY)?.more ?? 0;
    expect(rankLimits(0.02, 30 + more).high).toBeLessThan(0.33);
  });

  test('is nothing once there is a verdict', () => {
    const strongest = figure(0, 0.6, 60, 60);
    expect(neededFor('plausible', { lags: [strongest], strongest }, QUARTERLY)).toBe(null);
    expect(neededFor('none', { lags: [strongest], strongest }, QUARTERLY)).toBe(null);
  });
});
