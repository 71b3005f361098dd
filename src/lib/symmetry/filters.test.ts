import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS, readFilters, writeFilters } from './filters';
import { addMonths } from './month';

const TODAY = '2026-11-22';
const KNOWN = { regions: ['ouest', 'sud-est'], steps: ['delivery', 'refund'] };
const read = (address: string) => readFilters(new URLSearchParams(address), KNOWN, TODAY);
const written = (address: string) => writeFilters(read(address)).toString();

describe('what an address shows', () => {
  it('is the company’s last six whole months by quarter, when it says nothing', () => {
    expect(read('')).toEqual({
      preset: '6m',
      span: { since: '2026-05', until: '2026-10' },
      region: null,
      step: null,
      by: 'quarter'
    });
  });

  it.each([
    ['3m', '2026-08'],
    ['6m', '2026-05'],
    ['12m', '2025-11'],
    ['24m', '2024-11']
  ])('is as many whole months as %s says', (period, since) => {
    expect(read(`period=${period}`)).toMatchObject({ preset: period, span: { since, until: '2026-10' } });
  });

  it('is the months of one’s own, the running one left out', () => {
    expect(read('from=2026-01&to=2026-03')).toMatchObject({
      preset: 'months',
      span: { since: '2026-01', until: '2026-03' }
    });
    expect(read('from=2026-10&to=2027-12').span).toEqual({ since: '2026-10', until: '2026-10' });
    expect(read('from=2026-11&to=2026-12').preset).toBe('6m');
  });

  it('is no more than three years, the last ones', () => {
    expect(read('from=2023-11&to=2026-10').span).toEqual({ since: '2023-11', until: '2026-10' });
    expect(read('from=2023-10&to=2026-10').span).toEqual({ since: '2023-11', until: '2026-10' });
    expect(read('from=2001-01&to=2026-10').span).toEqual({ since: '2023-11', until: '2026-10' });
  });

  it('is a region and a step that exist', () => {
    expect(read('region=ouest&step=refund')).toMatchObject({ region: 'ouest', step: 'refund' });
    expect(read('region=atlantis&step=teleport')).toMatchObject({ region: null, step: null });
  });

  it('is what is usual wherever it is wrong', () => {
    for (const address of [
      'period=7m',
      'period=toString',
      'from=2026-03&to=2026-01',
      'from=2026-3&to=2026-05',
      'from=2026-01',
      'by=week',
      'period=&from=&to=&region=&step=&by='
    ])
      expect(read(address), address).toEqual(read(''));
  });

  it('belongs to the month before on the first day of a month, and to the year before in January', () => {
    const on = (today: string) => readFilters(new URLSearchParams(), KNOWN, today).span.until;
    expect([on('2026-12-01'), on('2026-11-30'), on('2027-01-15')]).toEqual(['2026-11', '2026-10', '2026-12']);
  });
});

describe('the address of filters', () => {
  it('leaves out what goes without saying', () => {
    expect(written('period=6m&by=quarter&region=&junk=1')).toBe('');
    expect(written('by=month&step=refund&region=ouest&period=12m')).toBe(
      'period=12m&region=ouest&step=refund&by=month'
    );
    expect(written('from=2026-01&to=2026-03')).toBe('from=2026-01&to=2026-03');
  });

  it('shows the same when it is read again', () => {
    const own = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 35 }))
      .map(([ago, length]) => {
        const until = addMonths('2026-10', -ago);
        return { preset: 'months' as const, span: { since: addMonths(until, -length), until } };
      });
    const named = fc.constantFrom(...PRESETS).map((preset) => ({
      preset,
      span: { since: addMonths('2026-10', 1 - Number.parseInt(preset, 10)), until: '2026-10' }
    }));
    const filters = fc
      .tuple(
        fc.oneof(own, named),
        fc.constantFrom(null, ...KNOWN.regions),
        fc.constantFrom(null, ...KNOWN.steps),
        fc.constantFrom('month' as const, 'quarter' as const)
      )
      .map(([period, region, step, by]) => ({ ...period, region, step, by }));
    fc.assert(
      fc.property(filters, (shown) => {
        expect(readFilters(writeFilters(shown), KNOWN, TODAY)).toEqual(shown);
      })
    );
  });
});
