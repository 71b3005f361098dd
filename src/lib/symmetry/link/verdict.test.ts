import { describe, expect, test } from 'vitest';
import { rankLimits } from '$lib/statistics/correlation';
import type { LagFigure } from './link';
import { isStriking, mostKnown, verdictOf } from './verdict';

function figure(lag: number, value: number | null, effective: number): LagFigure {
  const limits = value === null ? { low: -1, high: 1 } : rankLimits(value, effective);
  return { lag, value, ...limits, pairs: 2 * effective, effective };
}

describe('the verdict', () => {
  test('is not given below 12 effective pairs, however many real ones there are', () => {
    const few = figure(0, null, 11.9);
    expect(verdictOf({ lags: [few], strongest: null, p: null })).toBe('too-few');
    expect(verdictOf({ lags: [], strongest: null, p: null })).toBe('too-few');
    const enough = figure(0, 0.2, 12);
    expect(verdictOf({ lags: [enough], strongest: enough, p: 0.5 })).toBe('exploratory');
  });

  test('stays exploratory from 12 to 29, even for a strong correlation that chance hardly makes', () => {
    const strong = figure(1, 0.8, 29.5);
    expect(verdictOf({ lags: [strong], strongest: strong, p: 0.001 })).toBe('exploratory');
    const same = figure(1, 0.8, 30);
    expect(verdictOf({ lags: [same], strongest: same, p: 0.001 })).toBe('plausible');
  });

  test('is plausible only when both the permutation and the interval say so', () => {
    const strong = figure(1, 0.5, 60);
    const others = [figure(0, 0.1, 60), strong];
    expect(verdictOf({ lags: others, strongest: strong, p: 0.05 })).toBe('plausible');
    expect(verdictOf({ lags: others, strongest: strong, p: 0.051 })).toBe('undetermined');
    const wide = { ...strong, low: -0.01 };
    expect(verdictOf({ lags: [wide], strongest: wide, p: 0.001 })).toBe('undetermined');
  });

  test('is plausible for a negative link as for a positive one', () => {
    const against = figure(-2, -0.5, 60);
    expect(verdictOf({ lags: [against], strongest: against, p: 0.01 })).toBe('plausible');
  });

  test('sees none only when every lag leaves no room for .33', () => {
    const near = [figure(-1, -0.05, 120), figure(0, 0.08, 120), figure(1, 0.02, 120)];
    expect(verdictOf({ lags: near, strongest: near[1]!, p: 0.6 })).toBe('none');
    const roomy = [...near, figure(2, 0.05, 25)];
    expect(verdictOf({ lags: roomy, strongest: near[1]!, p: 0.6 })).toBe('undetermined');
    const unknown = [...near, figure(2, null, 9)];
    expect(verdictOf({ lags: unknown, strongest: near[1]!, p: 0.6 })).toBe('undetermined');
  });

  test('calls a striking lag with few pairs of its own something to confirm, among lags with many', () => {
    const striking = figure(4, 0.7, 20);
    const lags = [figure(0, 0.1, 60), striking];
    expect(verdictOf({ lags, strongest: striking, p: 0.01 })).toBe('exploratory');
    expect(isStriking({ strongest: striking, p: 0.01 })).toBe(true);
    expect(isStriking({ strongest: striking, p: 0.2 })).toBe(false);
  });
});

test('the lag that is known best is the one with most pairs, the nearest to none of several', () => {
  const lags = [figure(-2, 0.1, 20), figure(-1, 0.1, 40), figure(0, 0.1, 40), figure(1, 0.1, 30)];
  expect(mostKnown(lags)?.lag).toBe(0);
  expect(mostKnown([])).toBe(null);
});
