import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '$lib/verbatims/period';
import { addMonths, CADENCES, comingRounds, nextOpening, shortestGap, type Cadence } from './calendar';

const from = (starts_on: string, cadence: Cadence) => ({ starts_on, next_on: starts_on, cadence });
const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the calendar of a plan', () => {
  test('that started on the 31st opens on the last day of shorter months, and on the 31st again', () => {
    expect(comingRounds(from('2026-12-31', 'monthly'), '2027-05-31')).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31'
    ]);
    expect(
      nextOpening({ cadence: 'monthly', starts_on: '2027-01-30', next_on: '2027-02-28' }, '2027-02-28')
    ).toBe('2027-03-30');
    expect(comingRounds(from('2027-11-30', 'quarterly'), '2028-06-01')).toEqual([
      '2027-11-30',
      '2028-02-29',
      '2028-05-30'
    ]);
  });

  test('keeps the day of the week when it is weekly or fortnightly', () => {
    expect(comingRounds(from('2026-10-05', 'weekly'), '2026-10-26')).toEqual([
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26'
    ]);
    expect(comingRounds(from('2026-10-05', 'fortnightly'), '2026-10-31')).toEqual([
      '2026-10-05',
      '2026-10-19'
    ]);
  });

  test('goes on from the next round alone when it was never told where it started', () => {
    expect(nextOpening({ cadence: 'bimonthly', starts_on: null, next_on: '2026-10-05' }, '2026-10-05')).toBe(
      '2026-12-05'
    );
  });

  test('always has a next round, after the day and never two in between', () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom(...CADENCES), (start, after, cadence) => {
        const next = nextOpening(from(start, cadence), after);
        expect(next > after).toBe(true);
        if (after < start) expect(next).toBe(start);
        else {
          const before = comingRounds(from(start, cadence), after);
          expect(nextOpening(from(start, cadence), before.at(-1)!)).toBe(next);
        }
      })
    );
  });

  test('never brings two rounds closer together than the shortest gap it promises', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...CADENCES), (start, cadence) => {
        const rounds = comingRounds(from(start, cadence), addMonths(start, 15));
        const gaps = rounds.slice(1).map((each, i) => daysBetween(rounds[i]!, each));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(shortestGap(cadence));
      })
    );
  });
});
