import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { PRESETS, readFilters, today, writeFilters } from './filters';

const TODAY = '2026-11-22';
const KNOWN = { teams: ['ouest', 'nantes'], steps: ['delivery', 'refund'] };
const read = (address: string) => readFilters(new URLSearchParams(address), KNOWN, TODAY);

describe('the filters of an address', () => {
  it('are the last 90 days of everything where it says nothing', () => {
    expect(read('')).toEqual({
      preset: '90d',
      period: { since: '2026-08-25', until: TODAY, slice: 'week' },
      team: null,
      step: null,
      channel: null
    });
  });

  it('name a preset, a team, a step and a channel', () => {
    expect(read('period=12m&team=nantes&step=delivery&channel=google')).toEqual({
      preset: '12m',
      period: { since: '2025-12-01', until: TODAY, slice: 'month' },
      team: 'nantes',
      step: 'delivery',
      channel: 'google'
    });
  });

  it('name a period of one’s own, which a preset overrules', () => {
    expect(read('from=2026-03-01&to=2026-03-31')).toMatchObject({
      preset: 'dates',
      period: { since: '2026-03-01', until: '2026-03-31', slice: 'day' }
    });
    expect(read('period=30d&from=2026-03-01&to=2026-03-31').preset).toBe('30d');
  });

  it.each([
    'period=forever',
    'period=',
    'from=2026-03-01',
    'from=2026-03-31&to=2026-03-01',
    'from=2026-02-30&to=2026-03-31',
    'from=2027-01-01&to=2027-02-01',
    'team=paris',
    'team=',
    "step=x';drop",
    'channel=%00',
    'channel=Not+A+Slug',
    `channel=${'a'.repeat(61)}`
  ])('that are wrong count as not said: %s', (address) => {
    expect(read(address)).toEqual(read(''));
  });

  it('end a period today, and start it at most ten years before', () => {
    expect(read('from=2026-11-01&to=2030-01-01').period.until).toBe(TODAY);
    expect(read('from=0001-01-01&to=2026-11-22').period.since > '2016-01-01').toBe(true);
  });

  it('never fail, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.record({ period: fc.string(), from: fc.string(), to: fc.string(), team: fc.string() }),
        (said) => {
          expect(PRESETS).toContain(readFilters(new URLSearchParams(said), KNOWN, TODAY).preset);
        }
      )
    );
  });
});

describe('the address of filters', () => {
  it('says only what does not go without saying', () => {
    expect(writeFilters(read('')).toString()).toBe('');
    expect(writeFilters(read('period=90d&team=ouest')).toString()).toBe('team=ouest');
  });

  it.each([
    'period=18m&team=ouest&step=refund&channel=store',
    'from=2026-03-01&to=2026-03-31',
    'from=2025-01-15&to=2026-03-15'
  ])('shows the same when it is opened again: %s', (address) => {
    const filters = read(address);
    expect(readFilters(writeFilters(filters), KNOWN, TODAY)).toEqual(filters);
  });
});

describe('today', () => {
  it('is the day in Paris', () => {
    expect(today(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02');
    expect(today(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31');
  });
});
