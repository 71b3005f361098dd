import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn, morningOf, openedNow, reminderOf, spanOf } from './clock';

const PARIS = 'Europe/Paris';

describe('the clock of the pulse', () => {
  test('opens at nine in the morning, in summer and in winter', () => {
    expect(morningOf('2026-07-01', PARIS).toISOString()).toBe('2026-07-01T07:00:00.000Z');
    expect(morningOf('2026-12-01', PARIS).toISOString()).toBe('2026-12-01T08:00:00.000Z');
    expect(morningOf('2026-12-01', 'America/Montreal').toISOString()).toBe('2026-12-01T14:00:00.000Z');
    expect(morningOf('2026-12-01', 'Pacific/Auckland').toISOString()).toBe('2026-11-30T20:00:00.000Z');
  });

  test('stays open for whole days of the calendar while clocks change', () => {
    expect(spanOf('2026-10-23', 7, PARIS)).toEqual({
      opens_at: '2026-10-23T07:00:00.000Z',
      closes_at: '2026-10-30T08:00:00.000Z'
    });
  });

  test('knows which day it is where the company works, not where the server stands', () => {
    expect(dayIn(PARIS, '2026-07-01T22:30:00Z')).toBe('2026-07-02');
    expect(dayIn('America/Montreal', '2026-07-01T03:30:00Z')).toBe('2026-06-30');
  });

  test('finds the morning of any day on that day, in any zone', () => {
    const zones = fc.constantFrom(PARIS, 'UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia');
    const date = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, zones, (each, zone) => {
        const day = each.toISOString().slice(0, 10);
        expect(dayIn(zone, morningOf(day, zone))).toBe(day);
      })
    );
  });

  test('opened ahead of its time, a wave stays open for as many days', () => {
    const planned = spanOf('2026-11-02', 7, PARIS);
    expect(openedNow(planned, PARIS, new Date('2026-10-20T13:45:00Z'))).toEqual({
      opens_at: '2026-10-20T13:45:00.000Z',
      closes_at: '2026-10-27T08:00:00.000Z'
    });
  });

  test('reminds on the first morning of the second half, never at night, and not of a wave that is nearly over', () => {
    expect(reminderOf(spanOf('2026-11-02', 7, PARIS), PARIS)).toEqual(morningOf('2026-11-06', PARIS));
    expect(reminderOf(spanOf('2026-11-02', 2, PARIS), PARIS)).toEqual(morningOf('2026-11-03', PARIS));
    expect(reminderOf(spanOf('2026-11-02', 1, PARIS), PARIS)).toBeNull();
  });
});
