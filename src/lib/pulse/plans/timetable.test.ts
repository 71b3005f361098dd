import { describe, expect, test } from 'vitest';
import { stateOf } from './state';
import { stretch, timetable, type ListedPlan, type ListedWave } from './timetable';

const wave = (id: string, opens_on: string, state: ListedWave['state']): ListedWave => ({
  id,
  name: id,
  state,
  opens_on,
  closes_on: opens_on,
  questions: 3,
  participation: null
});
const WEEKLY: ListedPlan = {
  id: 'plan',
  name: 'Hebdo',
  cadence: 'weekly',
  starts_on: '2026-10-05',
  next_on: '2026-11-23',
  open_days: 3,
  paused: false
};

describe('the calendar of waves', () => {
  test('puts what is behind and what comes apart, the nearest first', () => {
    const { coming, past } = timetable(
      [
        wave('open', '2026-11-20', 'open'),
        wave('later', '2027-01-04', 'planned'),
        wave('gone', '2026-10-05', 'published'),
        wave('off', '2026-10-12', 'cancelled'),
        wave('older', '2026-08-03', 'missed')
      ],
      [],
      '2026-11-22'
    );
    const ids = (months: typeof coming) => months.map(({ lines }) => lines.map(({ id }) => id));
    expect(ids(coming)).toEqual([['open'], ['later']]);
    expect(ids(past)).toEqual([['off', 'gone'], ['older']]);
  });

  test('looks a year ahead, with the rounds of a month on one line', () => {
    const { coming } = timetable([], [WEEKLY], '2026-11-22');
    expect(coming.map(({ first }) => first)).toHaveLength(13);
    expect(coming[1]).toMatchObject({
      first: '2026-12-01',
      days: 31,
      lines: [
        {
          kind: 'rounds',
          name: 'Hebdo',
          spans: [
            { opens_on: '2026-12-07', closes_on: '2026-12-10' },
            { opens_on: '2026-12-14', closes_on: '2026-12-17' },
            { opens_on: '2026-12-21', closes_on: '2026-12-24' },
            { opens_on: '2026-12-28', closes_on: '2026-12-31' }
          ]
        }
      ]
    });
  });

  test('expects nothing of a plan that is paused', () => {
    expect(timetable([], [{ ...WEEKLY, paused: true }], '2026-11-22').coming).toEqual([]);
  });

  test('draws a wave over its days, as far as its month goes', () => {
    const month = { first: '2026-11-01', days: 30, lines: [] };
    expect(stretch(month, { opens_on: '2026-11-04', closes_on: '2026-11-07' })).toEqual({
      left: 10,
      width: 10
    });
    expect(stretch(month, { opens_on: '2026-11-28', closes_on: '2026-12-05' })).toEqual({
      left: 90,
      width: 10
    });
  });
});

describe('where a wave stands', () => {
  const at = (status: string, now: string) =>
    stateOf({ status, opens_at: '2026-11-02T08:00:00Z', closes_at: '2026-11-09T08:00:00Z' }, new Date(now));

  test('tells one that waits for its time from one that is late, and one that never took place', () => {
    expect(at('planned', '2026-11-01T00:00:00Z')).toBe('planned');
    expect(at('planned', '2026-11-02T08:00:00Z')).toBe('late');
    expect(at('planned', '2026-11-09T08:00:00Z')).toBe('missed');
  });

  test('calls it closing from its last moment to its publication', () => {
    expect(at('open', '2026-11-09T07:59:59Z')).toBe('open');
    expect(at('open', '2026-11-09T08:00:00Z')).toBe('closing');
    expect(at('closed', '2026-11-09T08:01:00Z')).toBe('closing');
    expect(at('published', '2026-11-09T08:02:00Z')).toBe('published');
    expect(at('cancelled', '2026-11-05T08:00:00Z')).toBe('cancelled');
  });
});
