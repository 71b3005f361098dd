import { describe, expect, it } from 'vitest';
import { asked, rated, sumsOf, unrated } from '../../../tests/support/sums';
import type { Counts } from '../verbatims/counts';
import type { PulseSums } from '../pulse/score';
import { standingOf } from './standing';

const SPAN = { since: '2026-10', until: '2026-10' };
const TARGETS = { cx: 70, ex: 60 };

function nantes(cx: Counts | null, ex: PulseSums | null, options: Parameters<typeof standingOf>[4] = {}) {
  const sums = sumsOf(cx ? { nantes: { '2026-10': cx } } : {}, ex ? { nantes: { '2026-10': ex } } : {});
  return standingOf(sums, { team: 'nantes', customers: ['nantes'] }, SPAN, TARGETS, options);
}

describe('both sides of a team', () => {
  it('have a mean that is high only when both are, and a gap with its interval', () => {
    const standing = nantes(rated(200, 80), asked(100, 50));
    expect(standing).toMatchObject({ kind: 'rating', cx: { value: 80 }, ex: { value: 50 } });
    expect(standing.symmetry?.value).toBeCloseTo((2 * 80 * 50) / 130, 10);
    expect(standing.symmetry!.value).toBeLessThan(65);
    expect(standing.gap?.value).toBe(30);
    expect(standing.gap!.low).toBeLessThan(30);
    expect(standing.gap!.low).toBeGreaterThan(20);
    expect(standing.position).toBe('customers');
  });

  it('have a gap below zero where the team is above its customers', () => {
    const { gap, position } = nantes(rated(200, 50), asked(100, 80));
    expect(gap?.value).toBe(-30);
    expect(gap!.high).toBeLessThan(0);
    expect(position).toBe('employees');
  });

  it('are undetermined where few people stand behind them', () => {
    expect(nantes(rated(6, 80), asked(6, 80)).position).toBe('undetermined');
    expect(nantes(rated(600, 80), asked(600, 80)).position).toBe('both');
  });

  it('are looked at alone where the other one is missing', () => {
    const customers = nantes(rated(50, 80), null);
    expect(customers.cx?.value).toBe(80);
    expect([customers.ex, customers.symmetry, customers.gap, customers.position]).toEqual(
      Array(4).fill(null)
    );
    const employees = nantes(rated(4, 80), asked(20, 65));
    expect(employees.ex?.value).toBe(65);
    expect([employees.cx, employees.symmetry, employees.gap, employees.position]).toEqual(
      Array(4).fill(null)
    );
  });

  it('name what CX is made of, and keep to it when they are told to', () => {
    const balance = nantes(unrated(30, 10, 10), asked(20, 65));
    expect(balance).toMatchObject({ kind: 'balance', cx: { value: 70, n: 50 } });
    expect(nantes(unrated(30, 10, 10), asked(20, 65), { kind: 'rating' })).toMatchObject({
      kind: 'rating',
      cx: null
    });
  });

  it('do not take a handful of customers who agree for certain', () => {
    const unanimous = rated(6, 90, 0);
    const company = rated(500, 75, 25);
    const width = ({ cx }: ReturnType<typeof nantes>) => cx!.high - cx!.low;
    const wide = nantes(unanimous, asked(20, 65), { wider: company });
    expect(wide.cx?.value).toBe(90);
    expect(wide.cx!.low).toBeLessThan(70);
    expect(width(wide)).toBeGreaterThan(width(nantes(rated(6, 90, 5), asked(20, 65))));
  });
});
