import { describe, expect, it } from 'vitest';
import { NOTHING, type CountRow, type Counts } from './counts';
import { figuresOf } from './figures';
import type { Period } from './period';

const TEAMS = [
  { id: 'c', parent_id: null, slug: 'bellerive', name: 'Maison Bellerive' },
  { id: 'o', parent_id: 'c', slug: 'ouest', name: 'Ouest' },
  { id: 'e', parent_id: 'c', slug: 'e-commerce', name: 'E-commerce' },
  { id: 'h', parent_id: 'c', slug: 'siege', name: 'Siège' },
  { id: 'n', parent_id: 'o', slug: 'nantes', name: 'Nantes' },
  { id: 'r', parent_id: 'o', slug: 'rennes', name: 'Rennes' }
];
const STEPS = [
  { id: 's1', slug: 'advice' },
  { id: 's2', slug: 'delivery' },
  { id: 's3', slug: 'refund' }
];
const WEEK: Period = { since: '2026-11-16', until: '2026-11-22', slice: 'day' };

const said = (positive: number, others: number): Partial<Counts> => ({
  n: positive + others,
  positive,
  negative: others
});
const row = (grouped_by: CountRow['grouped_by'], of: string | null, counts: Partial<Counts>): CountRow => ({
  ...NOTHING,
  ...counts,
  grouped_by,
  starts_on: grouped_by === 'slice' ? of : null,
  team_id: grouped_by === 'team' ? of : null,
  step_id: grouped_by === 'step' ? of : null
});
const figures = (now: CountRow[], before: CountRow[] = [], root = TEAMS[0]) =>
  figuresOf({ period: WEEK, now, before, teams: TEAMS, steps: STEPS, root });

describe('the share positive', () => {
  it('comes with its interval', () => {
    const { share, n } = figures([row('all', null, said(75, 25))]);
    expect(n).toBe(100);
    expect(share).toMatchObject({ value: 0.75, low: expect.closeTo(0.66, 2), high: expect.closeTo(0.82, 2) });
  });

  it('is not shown for four verbatims, and shown for five', () => {
    expect(figures([row('all', null, said(4, 0))]).share).toBeNull();
    expect(figures([row('all', null, said(5, 0))]).share?.value).toBe(1);
  });

  it('changed when the interval of its difference leaves zero out', () => {
    const now = [row('all', null, said(75, 25))];
    expect(figures(now, [row('all', null, said(50, 50))])).toMatchObject({
      changed: true,
      change: { value: 0.25 },
      shareBefore: { value: 0.5 }
    });
    expect(figures(now, [row('all', null, said(70, 30))]).changed).toBe(false);
  });

  it('has nothing to be compared with where the previous period is almost empty', () => {
    expect(figures([row('all', null, said(75, 25))], [row('all', null, said(1, 3))])).toMatchObject({
      change: null,
      changed: false,
      before: 4
    });
  });
});

describe('ratings', () => {
  it('have a mean and its interval', () => {
    const rated = { ...said(20, 0), rated: 4, rating_sum: 300, rating_squares: 25_000 };
    expect(figures([row('all', null, rated)]).rating).toBeNull();
    const more = { ...rated, rated: 8, rating_sum: 600, rating_squares: 50_000 };
    const { rating } = figures([row('all', null, more)]);
    expect(rating).toMatchObject({
      value: 75,
      n: 8,
      low: expect.closeTo(52.7, 1),
      high: expect.closeTo(97.3, 1)
    });
  });

  it('from 0 to 10 make a Net Promoter Score, and no others do', () => {
    const rated = { ...said(30, 0), rated: 20, rating_sum: 1500, rating_squares: 120_000 };
    expect(figures([row('all', null, rated)]).nps).toBeNull();
    const recommended = { ...rated, nps_rated: 20, promoters: 10, detractors: 5 };
    expect(figures([row('all', null, recommended)]).nps).toMatchObject({ value: 25, n: 20 });
  });
});

describe('time', () => {
  it('has no hole where nobody said anything', () => {
    const { slices } = figures([row('slice', '2026-11-18', { n: 6, positive: 4, neutral: 1, negative: 1 })]);
    expect(slices.map(({ from, n }) => [from.slice(8), n])).toEqual([
      ['16', 0],
      ['17', 0],
      ['18', 6],
      ['19', 0],
      ['20', 0],
      ['21', 0],
      ['22', 0]
    ]);
    expect(slices[2]).toMatchObject({ positive: 4, neutral: 1, negative: 1, whole: true });
    expect(slices[2]?.share?.n).toBe(6);
    expect(slices[0]?.share).toBeNull();
  });
});

describe('teams', () => {
  const now = [
    row('team', 'n', said(30, 10)),
    row('team', 'r', said(10, 10)),
    row('team', 'o', said(2, 0)),
    row('team', 'e', said(3, 1)),
    row('team', null, said(7, 0))
  ];

  it('are shown one level at a time: a region is the sum of what is below it', () => {
    const { rows } = figures(now).teams;
    expect(rows.map(({ slug, n }) => [slug, n])).toEqual([
      ['e-commerce', 4],
      ['ouest', 62],
      [null, 7]
    ]);
    expect(rows[0]?.share).toBeNull();
    expect(rows[1]?.share?.value).toBeCloseTo(42 / 62, 10);
  });

  it('leave out who was never spoken of, and keep who fell silent', () => {
    expect(figures(now).teams.rows.map(({ slug }) => slug)).not.toContain('siege');
    const silent = figures(now, [row('team', 'h', said(6, 0))]).teams.rows.find(
      ({ slug }) => slug === 'siege'
    );
    expect(silent).toMatchObject({ n: 0, share: null, change: null, changed: false });
  });

  it('of a region are its sites, and what names the region alone', () => {
    const west = now.filter(({ team_id }) => ['n', 'r', 'o'].includes(team_id ?? ''));
    const { rows } = figures(west, [], TEAMS[1]).teams;
    expect(rows.map(({ slug, n }) => [slug, n])).toEqual([
      ['nantes', 40],
      ['rennes', 20],
      [null, 2]
    ]);
  });

  it('are none below a site', () => {
    expect(figures(now, [], TEAMS[4]).teams).toEqual({ rows: [], comparisons: 0 });
  });

  it('changed only as far as several comparisons at once allow', () => {
    const sites = (n: [number, number], r: [number, number]) => [
      row('team', 'n', said(...n)),
      row('team', 'r', said(...r))
    ];
    const slight = figures(sites([60, 40], [50, 50]), sites([46, 54], [50, 50]), TEAMS[1]).teams;
    const alone = figures(sites([60, 40], [0, 0]), sites([46, 54], [0, 0]), TEAMS[1]).teams;
    expect(slight.comparisons).toBe(2);
    expect(slight.rows[0]).toMatchObject({ slug: 'nantes', changed: false });
    expect(slight.rows[0]!.change!.low).toBeGreaterThan(0);
    expect(alone).toMatchObject({ comparisons: 1, rows: [{ slug: 'nantes', changed: true }] });
  });
});

describe('steps', () => {
  it('keep the order of the journey, and end with what names none', () => {
    const now = [row('step', 's3', said(5, 5)), row('step', 's1', said(8, 0)), row('step', null, said(1, 0))];
    expect(figures(now).steps.rows.map(({ slug, n }) => [slug, n])).toEqual([
      ['advice', 8],
      ['refund', 10],
      [null, 1]
    ]);
  });
});
