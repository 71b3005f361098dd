import { describe, expect, it } from 'vitest';
import { asked, BELLERIVE, rated, sumsOf, unrated } from '../../../tests/support/sums';
import { addMonths } from './month';
import { overviewOf, reachOf, spanBefore, subjectOf } from './overview';
import type { Sums } from './sums';

const TARGETS = { cx: 70, ex: 60 };
const NOW = { since: '2026-07', until: '2026-09' };
const COMPANY = { teams: BELLERIVE, root: 'bellerive', isCompany: true };
const OUEST = { teams: BELLERIVE, root: 'ouest', isCompany: false };

const overview = (sums: Sums, place = COMPANY, span = NOW, grain: 'month' | 'quarter' = 'quarter') =>
  overviewOf(sums, place, span, TARGETS, grain);
const teamIn = ({ teams }: ReturnType<typeof overview>, slug: string) =>
  teams.find(({ team }) => team.slug === slug)!;

describe('the spans that are compared', () => {
  it('are of as many months, the one just before the other', () => {
    expect(spanBefore({ since: '2026-01', until: '2026-06' })).toEqual({
      since: '2025-07',
      until: '2025-12'
    });
    expect(spanBefore({ since: '2026-03', until: '2026-03' })).toEqual({
      since: '2026-02',
      until: '2026-02'
    });
  });
});

describe('whose figures they are', () => {
  it('is everybody in a region, and in the company also who spoke of no team', () => {
    expect(subjectOf(OUEST)).toEqual({ team: 'ouest', customers: ['ouest', 'nantes', 'rennes', 'bordeaux'] });
    expect(subjectOf(COMPANY).customers).toContain('');
    expect(subjectOf(COMPANY).customers).toHaveLength(BELLERIVE.length + 1);
  });
});

describe('the whole of a place', () => {
  const sums = sumsOf(
    {
      '': { '2026-09': rated(10, 30) },
      nantes: { '2026-08': rated(40, 80), '2026-05': rated(40, 60) },
      strasbourg: { '2026-08': rated(50, 70), '2026-05': rated(50, 70) }
    },
    {
      bellerive: { '2026-08': asked(180, 62), '2026-05': asked(180, 61) },
      ouest: { '2026-08': asked(35, 55) },
      nantes: { '2026-08': asked(12, 70) }
    }
  );

  it('adds its customers up, and has its own EX, which is no sum of its teams’', () => {
    const { whole, counts } = overview(sums);
    expect(counts.n).toBe(100);
    expect(whole.cx?.value).toBeCloseTo((10 * 30 + 40 * 80 + 50 * 70) / 100, 10);
    expect(whole.ex).toMatchObject({ value: 62, n: 180 });
  });

  it('moves as if both spans had asked the same questions', () => {
    const eased = (asks: [string, [string, number][]][]) => ({ ...sums, asked: new Map(asks) });
    const easier = overview(
      eased([
        ['2026-05', [['time-to-learn', 50]]],
        ['2026-08', [['respect', 62]]]
      ])
    ).whole;
    expect(easier.ex?.value).toBe(62);
    expect(easier.moves.ex?.value).toBeCloseTo(62 - (61 + 12), 10);
    expect(easier.moves.gap?.value).toBeCloseTo(
      easier.gap!.value - (easier.cx!.value - easier.moves.cx!.value - 73),
      10
    );
    const { ex, cx, symmetry } = overview(eased([['2026-08', [['respect', 62]]]])).whole.moves;
    expect([ex, symmetry]).toEqual([null, null]);
    expect(cx).not.toBeNull();
  });

  it('of a region leaves everybody else out', () => {
    const { whole, counts, teams } = overview(sums, OUEST);
    expect(counts.n).toBe(40);
    expect(whole).toMatchObject({ cx: { value: 80 }, ex: { value: 55 }, gap: { value: 25 } });
    expect(teams.map(({ team }) => team.slug)).toEqual(['nantes']);
  });

  it('is compared with as many months before, where both know enough', () => {
    const { whole, before } = overview(sums);
    expect(before).toEqual({ since: '2026-04', until: '2026-06' });
    expect(whole.moves.cx?.value).toBeCloseTo(70 - (40 * 60 + 50 * 70) / 90, 10);
    expect(whole.moves.ex?.value).toBeCloseTo(1, 10);
    expect(whole.moves.ex?.called).toBe(false);
    const west = overview(sums, OUEST).whole.moves;
    expect(west.cx).toMatchObject({ value: 20, called: true });
    expect([west.ex, west.symmetry, west.gap]).toEqual([null, null, null]);
  });
});

describe('the teams of a place', () => {
  it('keep the kind of CX that their whole history has, and lend each other the spread of ratings', () => {
    const { teams } = overview(
      sumsOf({
        nantes: { '2025-01': rated(20, 80), '2026-08': unrated(20, 5, 5) },
        rennes: { '2026-08': unrated(20, 5, 5) },
        bordeaux: { '2026-08': rated(6, 90, 0) },
        lyon: { '2026-08': rated(400, 70, 30) }
      })
    );
    const kinds = Object.fromEntries(
      teams.map(({ team, kind, cx }) => [team.slug, [kind, cx?.value ?? null]])
    );
    expect(kinds).toEqual({
      bordeaux: ['rating', 90],
      lyon: ['rating', 70],
      nantes: ['rating', null],
      rennes: ['balance', 75]
    });
    expect(teams.find(({ team }) => team.slug === 'bordeaux')!.cx!.low).toBeLessThan(70);
  });

  it('have gaps that are judged together: the one that stands out is called, a smaller one among ten is chance', () => {
    const shops = [
      'nantes',
      'rennes',
      'bordeaux',
      'lyon',
      'grenoble',
      'marseille',
      'lille',
      'dijon',
      'versailles'
    ];
    const gapOf = (strasbourg: number) => {
      const cx = Object.fromEntries(shops.map((slug) => [slug, { '2026-08': rated(60, 65) }]));
      const ex = Object.fromEntries(shops.map((slug) => [slug, { '2026-08': asked(12, 64) }]));
      const shown = overview(
        sumsOf(
          { ...cx, strasbourg: { '2026-08': rated(60, 65 + strasbourg) } },
          { ...ex, strasbourg: { '2026-08': asked(12, 65) } }
        )
      );
      return { gaps: shown.gaps, gap: teamIn(shown, 'strasbourg').gap! };
    };
    const chance = gapOf(14.5);
    expect(chance.gaps).toBe(10);
    expect(chance.gap.low).toBeGreaterThan(0);
    expect(chance.gap.called).toBe(false);
    expect(gapOf(25).gap.called).toBe(true);
  });

  it('have no gap to count where a side is missing', () => {
    const shown = overview(sumsOf({ nantes: { '2026-08': rated(60, 70) } }));
    expect(teamIn(shown, 'nantes')).toMatchObject({ gap: null, position: null, ex: null });
    expect([shown.gaps, shown.moves]).toEqual([0, 0]);
  });

  it('have their moves counted, all four figures of each', () => {
    const months = { '2026-08': rated(60, 70), '2026-05': rated(60, 72) };
    const waves = { '2026-08': asked(12, 60), '2026-05': asked(12, 61) };
    const shown = overview(
      sumsOf({ nantes: months, rennes: months, dijon: { '2026-08': rated(60, 70) } }, { nantes: waves })
    );
    expect(shown.moves).toBe(5);
    const { cx, ex, symmetry, gap } = teamIn(shown, 'nantes').moves;
    expect([cx, ex, symmetry, gap].map((move) => move?.called)).toEqual([false, false, false, false]);
    expect(gap?.value).toBeCloseTo(-1, 10);
    expect(teamIn(shown, 'dijon').moves).toEqual({ cx: null, ex: null, symmetry: null, gap: null });
  });
});

describe('the history of a place', () => {
  const quarters = ['2026-01', '2026-04', '2026-07'];
  const sums = sumsOf(
    {
      nantes: Object.fromEntries(quarters.map((month) => [month, rated(40, 70)])),
      rennes: { '2025-11': rated(4, 70) }
    },
    { bellerive: { '2026-04': asked(180, 62) } },
    ['2026-01', '2026-02', '2026-03', '2026-04', '2026-06']
  );

  it('begins with the first whole quarter that knows anything, and ends with the span', () => {
    const { history } = overview(sums);
    expect(history.map(({ span }) => span.since)).toEqual(quarters);
    expect(history.map(({ cx, ex }) => [cx?.value ?? null, ex?.value ?? null])).toEqual([
      [70, null],
      [70, 62],
      [70, null]
    ]);
    expect(overview(sums, COMPANY, NOW, 'month').history.map(({ span }) => span.since)).toEqual(
      Array.from({ length: 11 }, (_, i) => addMonths('2025-11', i))
    );
  });

  it('says which quarters still move: those of which a month with verbatims is not closed', () => {
    expect(overview(sums).history.map(({ isClosed }) => isClosed)).toEqual([true, true, false]);
  });

  it('is empty before anything is known', () => {
    const nothing = overview(sumsOf({}));
    expect(nothing.history.map(({ cx, ex }) => cx ?? ex)).toEqual([null]);
    expect(nothing.whole).toMatchObject({ cx: null, ex: null, symmetry: null, gap: null, position: null });
    expect(nothing.teams).toEqual([]);
    expect(reachOf(sumsOf({}), NOW)).toEqual(NOW);
  });
});

describe('an overview of five hundred teams and three years', () => {
  it('is there before anybody notices', () => {
    const shops = Array.from({ length: 500 }, (_, i) => `shop ${i}`);
    const months = Array.from({ length: 36 }, (_, i) => addMonths('2026-09', -i));
    const each = <Row>(row: Row) => Object.fromEntries(months.map((month) => [month, row]));
    const sums = sumsOf(
      Object.fromEntries(shops.map((shop) => [shop, each(rated(40, 70))])),
      Object.fromEntries(shops.map((shop) => [shop, each(asked(12, 62))]))
    );
    const teams = [
      ...BELLERIVE,
      ...shops.map((shop) => ({ id: shop, parent_id: 'ouest', slug: shop, name: shop }))
    ];
    const look = () => overview(sums, { ...COMPANY, teams }, NOW, 'month');
    expect(look().teams).toHaveLength(500);
    const started = performance.now();
    for (let i = 0; i < 5; i++) look();
    // About 15 ms each; the rest is for a machine that is busy with other tests.
    expect((performance.now() - started) / 5).toBeLessThan(500);
  });
});
