import { describe, expect, it } from 'vitest';
import type { TeamReport } from '$lib/pulse/results/report';
import { NOTHING } from '$lib/verbatims/counts';
import { customersFigures, employeesFigures } from './figuring';

const DAYS: [string, string] = ['2026-03-18', '2026-06-15'];
const NOBODY = { n: 0, answered: 0 };

describe('the customers’ figures', () => {
  const figures = (counts: Partial<typeof NOTHING>, negatives = NOBODY) =>
    customersFigures({ ...NOTHING, ...counts }, negatives, null, DAYS);
  const rated = (n: number) => ({ rated: n, rating_sum: 75 * n, rating_squares: 75 ** 2 * n });

  it('are the mean rating where twenty rated, and say so', () => {
    const [cx] = figures({ n: 400, positive: 300, negative: 40, ...rated(20) });
    expect(cx).toMatchObject({ kind: 'cx', measure: 'ratings', side: 'customers', team: null, days: DAYS });
    expect(cx?.kind === 'cx' && cx.score.value).toBe(75);
    expect(cx?.kind === 'cx' && cx.score.n).toBe(20);
  });

  it('are the balance of sentiments from 0 to 100 where fewer did, and say so', () => {
    const [cx] = figures({ n: 100, positive: 60, neutral: 20, negative: 20, ...rated(19) });
    expect(cx).toMatchObject({ kind: 'cx', measure: 'sentiment', score: { value: 70, n: 100 } });
  });

  it('have the interval of their n: an NPS of 25 of 20 customers is 34 points wide either way', () => {
    const [nps] = figures({ nps_rated: 20, promoters: 10, detractors: 5 });
    expect(nps).toMatchObject({ kind: 'nps', score: { value: 25, n: 20 } });
    expect(nps?.kind === 'nps' && nps.score.high - nps.score.low).toBeCloseTo(68, -1);
  });

  it('are the percent of negatives that somebody answered, by Wilson', () => {
    const [answered] = figures({}, { n: 100, answered: 75 });
    expect(answered).toMatchObject({ kind: 'answered', share: { value: 75, n: 100 } });
    expect(answered?.kind === 'answered' && answered.share.low).toBeCloseTo(66, 0);
    expect(answered?.kind === 'answered' && answered.share.high).toBeCloseTo(82, 0);
  });

  it('are none of fewer than twenty', () => {
    const few = { n: 19, positive: 19, nps_rated: 19, promoters: 19, ...rated(19) };
    expect(figures(few, { n: 19, answered: 19 })).toEqual([]);
    expect(figures({})).toEqual([]);
  });
});

describe('the employees’ figures', () => {
  const wave = { id: 'june', name: 'Juin', day: '2026-06-01', k_score: 5, k_distribution: 10 };
  const spring = { ...wave, id: 'march', day: '2026-03-01' };
  const score = { value: 60, low: 50, high: 70, n: 40 };
  const lever = (day: string, published = true) => ({
    lever: 'tools' as const,
    asked: true,
    score: published ? score : null,
    company: null,
    gap: null,
    change: null,
    questions: [{ id: day, text_fr: '', text_en: '', isDigital: false, day }]
  });
  const report = (over: Partial<TeamReport>): TeamReport => ({
    team: 'nantes',
    isCompany: false,
    wave,
    waves: [wave],
    trend: [],
    answers: [],
    recommendation: null,
    participation: null,
    participationOfCompany: null,
    measures: [],
    levers: [],
    changes: 0,
    gaps: 0,
    ex: null,
    exOfCompany: null,
    ...over
  });

  it('say of which days they are: EX of all it is made of, the rest of their wave', () => {
    const figures = employeesFigures(
      report({
        ex: score,
        levers: [lever(wave.day), lever(spring.day), lever('2025-01-01', false)],
        recommendation: { wave: spring, score } as TeamReport['recommendation'],
        participation: 80
      }),
      'Nantes'
    );
    expect(figures.map(({ kind, days, team }) => [kind, ...days, team])).toEqual([
      ['ex', spring.day, wave.day, 'Nantes'],
      ['enps', spring.day, spring.day, 'Nantes'],
      ['participation', wave.day, wave.day, 'Nantes']
    ]);
  });

  it('are none of what was withheld, and none before the first publication', () => {
    expect(employeesFigures(report({ levers: [lever(wave.day, false)] }), null)).toEqual([]);
    const withheld = { wave, score: null } as TeamReport['recommendation'];
    expect(employeesFigures(report({ recommendation: withheld }), null)).toEqual([]);
    expect(employeesFigures(report({ wave: null, ex: score, participation: 80 }), null)).toEqual([]);
  });
});
