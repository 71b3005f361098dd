import { describe, expect, it } from 'vitest';
import { marginOf, runsOf, ticksOf } from './moment-axis';

describe('the axis of moments', () => {
  const names = ['T3 2025', 'T4 2025', 'T1 2026', 'T2 2026'];

  it('says the year below the first moment of it alone', () => {
    expect(ticksOf([0, 91, 182, 273], names, 10).map(({ label }) => label)).toEqual([
      ['T3', '2025'],
      ['T4'],
      ['T1', '2026'],
      ['T2']
    ]);
  });

  it('names as many as there is room for, always the last', () => {
    expect(ticksOf([0, 91, 182, 273], names, 2.9)).toEqual([
      { value: 91, label: ['T4', '2025'] },
      { value: 273, label: ['T2', '2026'] }
    ]);
    expect(ticksOf([0, 91, 182, 273], names, 0.2).map(({ value }) => value)).toEqual([273]);
  });

  it('keeps a name that has no year as it is', () => {
    expect(ticksOf([0], ['Rentrée'], 5)).toEqual([{ value: 0, label: ['Rentrée'] }]);
  });

  it('leaves half a step at its ends, and half a month beside a single moment', () => {
    expect(marginOf([0, 91, 182])).toBe(45.5);
    expect(marginOf([0])).toBe(15);
  });
});

describe('moments with a figure', () => {
  it('are told apart where one without lies between them', () => {
    expect(runsOf([null, 1, 2, null, 3])).toEqual([
      { first: 1, last: 2 },
      { first: 4, last: 4 }
    ]);
    expect(runsOf([null, null])).toEqual([]);
  });
});
