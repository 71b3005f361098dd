import { describe, expect, test } from 'vitest';
import { nameOf, readGuess, runningQuarter, toldOn } from './guess';

describe('a guess', () => {
  test('is a whole number from 0 to 10', () => {
    for (let value = 0; value <= 10; value++) expect(readGuess(String(value))).toBe(value);
  });

  test.each(['', ' ', '11', '-1', '7.5', '07', '1e1', 'sept', '10 '])('is not %j', (typed) => {
    expect(readGuess(typed)).toBeNull();
  });
});

describe('the quarter that leaders guess', () => {
  test('is the one that a day lies in, up to its last day', () => {
    expect(runningQuarter('2026-12-31')).toEqual({ since: '2026-10', until: '2026-12' });
    expect(runningQuarter('2027-01-01')).toEqual({ since: '2027-01', until: '2027-03' });
    expect(nameOf(runningQuarter('2026-11-22'))).toBe('2026-10-01');
  });

  test('is told of on the second day after it', () => {
    expect(toldOn(runningQuarter('2026-11-22'))).toBe('2027-01-02');
  });
});
