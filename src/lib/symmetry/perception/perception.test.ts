import { describe, expect, test } from 'vitest';
import { NOTHING, type Counts } from '$lib/verbatims/counts';
import type { Month } from '../month';
import type { Place } from '../overview';
import type { Sums } from '../sums';
import { perceptionsIn, shownFirst, type Beliefs, type GuessCell } from './perception';

const team = (id: string, parent_id: string | null) => ({ id, parent_id, slug: id, name: id });
const TEAMS = [team('company', null), team('region', 'company'), team('shop', 'region')];
const COMPANY: Place = { teams: TEAMS, root: 'company', isCompany: true };
const REGION: Place = { teams: TEAMS, root: 'region', isCompany: false };

/** So many ratings with this mean, which differ by 20 points. */
function rated(n: number, mean: number): Counts {
  return {
    ...NOTHING,
    n,
    positive: n,
    rated: n,
    rating_sum: n * mean,
    rating_squares: n * (mean ** 2 + 400)
  };
}

function sumsOf(months: Record<Month, Counts>, others: Record<string, Record<Month, Counts>> = {}): Sums {
  const cx = Object.entries({ shop: months, ...others }).map(
    ([id, each]) => [id, new Map(Object.entries(each))] as const
  );
  return { cx: new Map(cx), ex: new Map(), closed: new Map(), asked: new Map() };
}

/** Guesses around six; 60 out of 100. */
const SIX = [0, 0, 0, 0, 20, 30, 50, 30, 20, 0, 0];

function cell(of: Partial<GuessCell>): GuessCell {
  const distribution = of.distribution ?? null;
  const n = distribution?.reduce((sum, count) => sum + count, 0) ?? 10;
  const total = distribution?.reduce((sum, count, value) => sum + count * value, 0) ?? 60;
  return {
    wave_id: 'w',
    team_id: 'company',
    question_id: 'guess',
    day: '2026-05-20',
    n,
    total,
    ...of,
    distribution
  };
}

function beliefs(given: Partial<Beliefs> = {}): Beliefs {
  return { cells: [], leaders: new Map(), askedOn: [], nextOn: null, ...given };
}

const CUSTOMERS = sumsOf({ '2026-04': rated(200, 72), '2026-05': rated(200, 72), '2026-06': rated(200, 72) });

describe('a quarter of what was believed', () => {
  test('lays the three figures side by side, and calls a difference only where it is sure', () => {
    const [told] = perceptionsIn(
      CUSTOMERS,
      COMPANY,
      beliefs({
        cells: [cell({ distribution: SIX })],
        leaders: new Map([['2026-04-01', { n: 6, total: 46 }]]),
        askedOn: ['2026-05-20']
      }),
      '2026-08'
    );
    expect(told).toMatchObject({
      quarter: { since: '2026-04', until: '2026-06' },
      kind: 'rating',
      isAsked: true
    });
    expect(told?.customers).toMatchObject({ n: 600 });
    expect(told?.customers?.value).toBeCloseTo(72);
    expect(told?.employees).toMatchObject({ n: 150 });
    expect(told?.employees?.value).toBeCloseTo(60);
    expect(told?.off.employees?.value).toBeCloseTo(-12);
    expect(told?.off.employees?.called).toBe(true);
    // Six leaders five points above customers: that may be chance.
    expect(told?.leaders?.value).toBeCloseTo(76.7, 1);
    expect(told?.off.leaders).toMatchObject({ called: false });
  });

  test('takes leaders to differ as all employees do, and as widely as can be where that is unknown', () => {
    const leaders = new Map([['2026-04-01', { n: 6, total: 46 }]]);
    const width = (cells: GuessCell[]) => {
      const [told] = perceptionsIn(CUSTOMERS, COMPANY, beliefs({ cells, leaders }), '2026-08');
      return told!.leaders!.high - told!.leaders!.low;
    };
    expect(width([cell({ distribution: SIX })])).toBeLessThan(width([]));
    expect(width([cell({ distribution: SIX, day: '2026-08-20' })])).toBe(
      width([cell({ distribution: SIX })])
    );
    expect(width([cell({ distribution: SIX, team_id: 'region' })])).toBe(width([]));
  });

  test('is not one before it is over, nor when nobody’s guess is known', () => {
    const leaders = new Map([
      ['2026-01-01', { n: 5, total: 40 }],
      ['2026-04-01', { n: 5, total: 40 }]
    ]);
    const quarters = (until: Month, of = leaders) =>
      perceptionsIn(CUSTOMERS, COMPANY, beliefs({ leaders: of }), until).map(({ quarter }) => quarter.since);
    expect(quarters('2026-06')).toEqual(['2026-04', '2026-01']);
    expect(quarters('2026-05')).toEqual(['2026-01']);
    expect(quarters('2026-08', new Map([['2026-01-01', { n: 5, total: 40 }]]))).toEqual(['2026-01']);
  });

  test('that has no guess at all is the last one, with its customers', () => {
    const told = perceptionsIn(CUSTOMERS, COMPANY, beliefs(), '2026-08');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      quarter: { since: '2026-04' },
      employees: null,
      leaders: null,
      isAsked: false
    });
    expect(told[0]?.customers).not.toBeNull();
  });

  test('has no customers below five of them, and then nothing to compare', () => {
    const few = sumsOf({ '2026-04': rated(4, 72), '2026-01': rated(300, 70) });
    const cells = [cell({ distribution: SIX })];
    const [told] = perceptionsIn(few, COMPANY, beliefs({ cells }), '2026-06');
    expect(told).toMatchObject({ customers: null, off: { employees: null, leaders: null } });
    expect(told?.employees).not.toBeNull();
  });
});

describe('of a part of the company', () => {
  const elsewhere = { elsewhere: { '2026-05': rated(900, 20) }, '': { '2026-05': rated(900, 20) } };
  const sums = sumsOf({ '2026-05': rated(200, 72) }, elsewhere);

  test('customers and employees are its own, and leaders’ guess is not: that is of the whole company', () => {
    const small = cell({ team_id: 'region', n: 8, total: 40 });
    const leaders = new Map([['2026-04-01', { n: 6, total: 46 }]]);
    const cells = [cell({ distribution: SIX }), small];
    const [told] = perceptionsIn(sums, REGION, beliefs({ cells, leaders }), '2026-06');
    expect(told?.customers?.value).toBeCloseTo(72);
    expect(told?.employees).toMatchObject({ value: 50, n: 8 });
    expect(told?.leaders).toBeNull();
    // Eight answers tell nothing of their own spread.
    const [alone] = perceptionsIn(sums, REGION, beliefs({ cells: [small], leaders }), '2026-06');
    expect(alone!.employees!.high).toBeGreaterThan(told!.employees!.high);
  });

  test('whose wave was withheld, the company’s guess does not stand in', () => {
    const cells = [cell({ distribution: SIX })];
    const [told] = perceptionsIn(sums, REGION, beliefs({ cells, askedOn: ['2026-05-20'] }), '2026-06');
    expect(told).toMatchObject({ employees: null, isAsked: true });
  });
});

describe('the quarter that is shown first', () => {
  const leaders = new Map(
    ['2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'].map((day) => [day, { n: 5, total: 40 }])
  );
  const shown = (days: string[]) => {
    const cells = days.map((day) => cell({ distribution: SIX, day }));
    return shownFirst(perceptionsIn(CUSTOMERS, COMPANY, beliefs({ cells, leaders }), '2026-06'))?.quarter
      .since;
  };

  test('is the newest in which both guessed, which employees do every second quarter', () => {
    expect(shown(['2026-05-20', '2026-01-20'])).toBe('2026-04');
    expect(shown(['2026-01-20'])).toBe('2026-01');
  });

  test('is the newest of all where that is long ago, or never was', () => {
    expect(shown(['2025-07-20'])).toBe('2026-04');
    expect(shown([])).toBe('2026-04');
    expect(shownFirst([])).toBeNull();
  });
});
