import { describe, expect, it } from 'vitest';
import { middleOf, spanName, spanText } from './spans';

describe('a span of months in words', () => {
  it('says a year once where there is one', () => {
    expect(spanText({ since: '2026-06', until: '2026-11' })).toMatch(/^juin – nov\. 2026$/);
    expect(spanText({ since: '2025-11', until: '2026-10' })).toMatch(/^nov\. 2025 – oct\. 2026$/);
    expect(spanText({ since: '2026-11', until: '2026-11' })).toBe('nov. 2026');
  });

  it.each([
    ['2026-01', 'T1 2026'],
    ['2026-04', 'T2 2026'],
    ['2026-07', 'T3 2026'],
    ['2026-10', 'T4 2026']
  ])('the quarter that begins in %s is %s', (since, name) => {
    expect(spanName({ since, until: since }, 'quarter')).toBe(name);
  });

  it('has its middle within', () => {
    expect(middleOf({ since: '2026-11', until: '2026-11' })).toBe('2026-11-15');
    expect(middleOf({ since: '2026-10', until: '2026-12' })).toBe('2026-11-15');
    expect(middleOf({ since: '2026-09', until: '2026-12' })).toBe('2026-11-01');
  });
});
