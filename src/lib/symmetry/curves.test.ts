import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import { curveMoments, curvesSummary } from './curves';
import type { Moment } from './overview';

afterEach(() => overwriteGetLocale(() => 'fr'));

const estimate = (value: number) => ({ value, low: value - 3, high: value + 3, n: 40 });
const quarter = (since: string, until: string, cx: number | null, ex: number | null): Moment => ({
  span: { since, until },
  cx: cx === null ? null : estimate(cx),
  ex: ex === null ? null : estimate(ex),
  isClosed: since < '2026-07'
});
const first = quarter('2026-01', '2026-03', 70, 60);
const second = quarter('2026-04', '2026-06', null, 64);
const third = quarter('2026-07', '2026-09', 75, 58);

describe('the curves of both sides', () => {
  it('have a moment for each span, in its middle, provisional until its months are closed', () => {
    const moments = curveMoments([first, third], 'quarter');
    expect(moments.map(({ name, day, isProvisional }) => [name, day, isProvisional])).toEqual([
      ['T1 2026', '2026-02-15', false],
      ['T3 2026', '2026-08-15', true]
    ]);
    expect(moments[0]).toMatchObject({ customers: first.cx, employees: first.ex });
    expect(curveMoments([second], 'quarter')[0]?.customers).toBeNull();
  });

  it('are told from their beginning to their end', () => {
    expect(curvesSummary([first, second, third], 'quarter', 0)).toBe(
      'CX de 70 à 75, EX de 60 à 58, de T1 2026 à T3 2026.'
    );
    overwriteGetLocale(() => 'en');
    expect(curvesSummary([first, third], 'quarter', 0)).toBe(
      'CX from 70 to 75, EX from 60 to 58, Q1 2026 to Q3 2026.'
    );
  });

  it('leave out a side that nothing is known of, and need two moments to go from one to another', () => {
    const nobody = quarter('2026-10', '2026-12', null, null);
    expect(curvesSummary([second, nobody], 'quarter', 0)).toBe('EX 64, de T2 2026 à T4 2026.');
    expect(curvesSummary([nobody], 'quarter', 0)).toBe('');
    expect(curvesSummary([], 'quarter', 3)).toMatch(/^3 autres/);
  });
});
