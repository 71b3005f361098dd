import { describe, expect, test } from 'vitest';
import type { Measure } from '$lib/pulse/results/measure';
import type { Estimate } from '$lib/statistics/estimate';
import { lastGuess } from './outcome';

const at = (value: number): Estimate => ({ value, low: value - 3, high: value + 3, n: 100 });

function measure(day: string, own: Estimate | null, company: Estimate | null, scale = 'guess'): Measure {
  const wave = { id: day, name: day, day, k_score: 5, k_distribution: 10 };
  return { wave, question: { scale } as Measure['question'], score: own, company, answers: null };
}

describe('the guess that everybody is told the outcome of', () => {
  const MAY = measure('2026-05-20', at(50), at(60));
  const NOVEMBER = measure('2026-11-20', at(55), at(64));
  const told = (measures: Measure[], today: string, isCompany = false) =>
    lastGuess(measures, isCompany, today);

  test('is the company’s, of the last quarter that is over', () => {
    expect(told([MAY, NOVEMBER], '2026-12-31')).toEqual({
      quarter: { since: '2026-04', until: '2026-06' },
      guess: at(60)
    });
    expect(told([MAY, NOVEMBER], '2027-01-01')?.guess).toEqual(at(64));
    expect(told([MAY], '2026-07-01', true)?.guess).toEqual(at(50));
  });

  test('is nothing while its quarter runs, once it is old, where it was withheld, and of another question', () => {
    expect(told([MAY], '2026-06-30')).toBeNull();
    expect(told([MAY], '2027-03-31')).not.toBeNull();
    expect(told([MAY], '2027-04-01')).toBeNull();
    expect(told([measure('2026-05-20', at(50), null)], '2026-08-01')).toBeNull();
    expect(told([measure('2026-05-20', at(50), at(60), 'agreement')], '2026-08-01')).toBeNull();
  });
});
