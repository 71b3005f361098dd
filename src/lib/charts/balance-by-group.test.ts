import { describe, expect, it } from 'vitest';
import { balanceRange, balanceText, stepOf } from './balance-by-group';

describe('figures around zero', () => {
  it('always show their sign, but for zero', () => {
    expect(balanceText({ value: 12.4 })).toBe('+12');
    expect(balanceText({ value: -0.4 })).toBe('0');
    expect(balanceRange({ low: -3.2, high: 10 })).toMatch(/^−3 .+ \+10$/);
  });

  it('have a scale with at most three ticks on either side', () => {
    expect([5, 40, 60, 100, 300].map(stepOf)).toEqual([2, 20, 20, 50, 100]);
  });
});
