import { describe, expect, it } from 'vitest';
import type { Cell } from './cell';
import { exOf, scoreOf, together, type PulseSums } from './score';

/** A cell of agreement with so many 1, 2, 3, 4 and 5; its distribution is shown from ten on. */
function agreeing(answers: [number, number, number, number, number]): Cell {
  const n = answers.reduce((sum, count) => sum + count, 0);
  const total = answers.reduce((sum, count, i) => sum + count * (i + 1), 0);
  return cell(n, total, answers);
}

/** A cell of recommendation with so many 0 to 10. */
function recommending(counts: Record<number, number>): Cell {
  const answers = Array.from({ length: 11 }, (_, option) => counts[option] ?? 0);
  const n = answers.reduce((sum, count) => sum + count, 0);
  const share = (from: number, to: number) =>
    answers.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  return cell(n, share(9, 10) - share(0, 6), answers);
}

function cell(n: number, total: number, answers: number[]): Cell {
  const distribution = n >= 10 ? answers : null;
  return { wave_id: 'march', team_id: 'nantes', question_id: 'rhythm', n, total, distribution };
}

const width = ({ low, high }: { low: number; high: number }) => high - low;

describe('a score of agreement', () => {
  it('is 0 where all disagree, 100 where all agree, and 50 in the middle', () => {
    expect(scoreOf(agreeing([6, 0, 0, 0, 0]), 'agreement').value).toBe(0);
    expect(scoreOf(agreeing([0, 0, 0, 0, 6]), 'agreement').value).toBe(100);
    expect(scoreOf(agreeing([3, 0, 0, 0, 3]), 'agreement').value).toBe(50);
    expect(scoreOf(agreeing([0, 0, 20, 0, 0]), 'agreement').value).toBe(50);
  });

  it('has the interval of its own answers where those are shown', () => {
    // Mean 62.5, standard deviation 25.65 (squares of 10 x 12.5 points around it), t(19) = 2.093.
    const score = scoreOf(agreeing([0, 4, 8, 2, 6]), 'agreement');
    const [mean, deviation] = [
      62.5,
      Math.sqrt((4 * 37.5 ** 2 + 8 * 12.5 ** 2 + 2 * 12.5 ** 2 + 6 * 37.5 ** 2) / 19)
    ];
    expect(score).toMatchObject({ value: mean, n: 20 });
    expect(score.low).toBeCloseTo(mean - (2.093 * deviation) / Math.sqrt(20), 1);
    expect(score.high).toBeCloseTo(mean + (2.093 * deviation) / Math.sqrt(20), 1);
  });

  it('is the same whether or not its distribution is shown', () => {
    const shown = agreeing([1, 2, 3, 4, 5]);
    expect(scoreOf({ ...shown, distribution: null }, 'agreement').value).toBeCloseTo(
      scoreOf(shown, 'agreement').value,
      10
    );
  });

  it('of a small cell borrows the spread of a wider one, and says nothing of its own', () => {
    const company = agreeing([2, 8, 30, 45, 15]);
    const divided = scoreOf(agreeing([3, 0, 0, 0, 3]), 'agreement', company);
    const united = scoreOf(agreeing([0, 0, 6, 0, 0]), 'agreement', company);
    expect(divided).toEqual(united);
    expect(divided.value).toBe(50);
    expect(width(divided)).toBeLessThan(width(scoreOf(agreeing([3, 0, 0, 0, 3]), 'agreement')));
  });

  it('of a small cell alone has the widest interval, that of a share', () => {
    // Wilson's interval of 4 in 8.
    const score = scoreOf(agreeing([4, 0, 0, 0, 4]), 'agreement');
    expect(score.low).toBeCloseTo(21.5, 1);
    expect(score.high).toBeCloseTo(78.5, 1);
  });

  it('never leaves the scale', () => {
    const company = agreeing([50, 0, 0, 0, 50]);
    const score = scoreOf(agreeing([0, 0, 0, 1, 5]), 'agreement', company);
    expect(score.high).toBe(100);
    expect(score.low).toBeGreaterThanOrEqual(0);
  });
});

describe('a score of recommendation', () => {
  it('is the eNPS: promoters less detractors in a hundred', () => {
    const score = scoreOf(recommending({ 10: 4, 9: 4, 8: 6, 7: 2, 3: 2, 6: 2 }), 'recommendation');
    expect(score).toMatchObject({ value: 20, n: 20 });
  });

  it('has the interval that practitioners know', () => {
    const score = scoreOf(recommending({ 10: 10, 8: 5, 0: 5 }), 'recommendation');
    expect(score.value).toBe(25);
    // NPS +25 of 20 answers is known to be uncertain by about 34 points either way.
    expect(Math.abs(width(score) / 2 - 34)).toBeLessThan(1);
  });

  it('of a small cell borrows how many are passive in a wider one, and says nothing of its own', () => {
    const company = recommending({ 10: 40, 8: 40, 0: 20 });
    const undecided = scoreOf(recommending({ 8: 8 }), 'recommendation', company);
    const divided = scoreOf(recommending({ 10: 4, 0: 4 }), 'recommendation', company);
    expect(undecided).toEqual(divided);
    expect(undecided.value).toBe(0);
  });

  it('of a small cell alone takes nobody for passive, which is the widest interval', () => {
    const small = recommending({ 10: 3, 8: 3, 0: 2 });
    const company = recommending({ 10: 40, 8: 40, 0: 20 });
    expect(width(scoreOf(small, 'recommendation'))).toBeGreaterThan(
      width(scoreOf(small, 'recommendation', company))
    );
  });

  it.each([
    [{ 10: 7 }, 100],
    [{ 0: 7 }, -100],
    [{ 8: 7 }, 0]
  ])('of %o is %d, within a company of passives as anywhere', (counts, value) => {
    const passives = recommending({ 8: 90, 10: 5, 0: 5 });
    const score = scoreOf(recommending(counts), 'recommendation', passives);
    expect(score.value).toBe(value);
    expect(score.low).toBeLessThanOrEqual(value);
    expect(score.high).toBeGreaterThanOrEqual(value);
    expect(score.low).toBeGreaterThanOrEqual(-100);
    expect(score.high).toBeLessThanOrEqual(100);
  });
});

describe('a guess of customers’ score', () => {
  const guessing = (counts: Record<number, number>): Cell => {
    const answers = Array.from({ length: 11 }, (_, option) => counts[option] ?? 0);
    const n = answers.reduce((sum, count) => sum + count, 0);
    return cell(
      n,
      answers.reduce((sum, count, option) => sum + count * option, 0),
      answers
    );
  };

  it('is ten times the mean, so that it lies beside CX', () => {
    expect(scoreOf(guessing({ 0: 5 }), 'guess').value).toBe(0);
    expect(scoreOf(guessing({ 10: 5 }), 'guess').value).toBe(100);
    expect(scoreOf(guessing({ 6: 3, 7: 3 }), 'guess').value).toBeCloseTo(65);
    // Mean 65, standard deviation 5.13 (20 times 5 points from it), t(19) = 2.093.
    const score = scoreOf(guessing({ 6: 10, 7: 10 }), 'guess');
    expect(score.value).toBeCloseTo(65);
    expect(score.high).toBeCloseTo(65 + (2.093 * 5.13) / Math.sqrt(20), 1);
  });

  it('of a small cell borrows the spread of a wider one, and says nothing of its own', () => {
    const company = guessing({ 4: 20, 6: 30, 8: 10 });
    const divided = scoreOf(guessing({ 2: 3, 10: 3 }), 'guess', company);
    expect(divided).toEqual(scoreOf(guessing({ 6: 6 }), 'guess', company));
    expect(width(divided)).toBeLessThan(width(scoreOf(guessing({ 6: 6 }), 'guess')));
  });
});

describe('several scores of the same people', () => {
  const score = { value: 60, low: 50, high: 70, n: 12 };

  it('have the mean of their values, and the smallest n', () => {
    expect(together([score, { value: 80, low: 76, high: 88, n: 9 }])).toMatchObject({ value: 70, n: 9 });
  });

  it('are surer than each by itself, and by less than those of different people would be', () => {
    // Of four, with a correlation of one half: the root of (1 + 3 x .5) / 4.
    const four = together([score, score, score, score])!;
    expect(width(four)).toBeCloseTo(20 * Math.sqrt(2.5 / 4), 10);
    expect(width(four)).toBeLessThan(width(score));
    expect(width(four)).toBeGreaterThan(width(score) / Math.sqrt(4));
    expect(together([score])).toEqual(score);
  });

  it('never become as sure as their number, however many there are', () => {
    const many = together(Array.from({ length: 400 }, () => score))!;
    expect(width(many)).toBeGreaterThan(20 * Math.SQRT1_2);
    expect(width(many)).toBeLessThan(20 * Math.SQRT1_2 + 0.1);
  });

  it('keep limits that are not as far apart on both sides', () => {
    // Distances of 4 and 8 below and above, on average 7 and 9, times the root of 3 / 4.
    const both = together([score, { value: 80, low: 76, high: 88, n: 9 }])!;
    expect(both.low).toBeCloseTo(70 - 7 * Math.sqrt(0.75), 10);
    expect(both.high).toBeCloseTo(70 + 9 * Math.sqrt(0.75), 10);
  });

  it('of nothing do not exist', () => {
    expect(together([])).toBeNull();
  });
});

describe('the EX of what was added up', () => {
  const spread = (values: number[]) => {
    const n = values.reduce((sum, count) => sum + count, 0);
    const mean = values.reduce((sum, count, i) => sum + count * 25 * i, 0) / n;
    return values.reduce((sum, count, i) => sum + count * (25 * i - mean) ** 2, 0) / (n - 1);
  };

  /** As the database adds published cells up: see the migration of `pulse_rollups`. */
  function rollup(cells: Cell[], company: Cell[]): PulseSums {
    const rows = cells.map((cell, i) => {
      const score = 25 * (cell.total / cell.n - 1);
      const variance = spread((cell.n >= 30 ? cell : company[i]!).distribution ?? [1]);
      const share = ((score / 100) * cell.n + 2) / (cell.n + 4);
      const error =
        variance > 1e-6
          ? Math.sqrt(variance / cell.n)
          : 100 * Math.sqrt((share * (1 - share)) / (cell.n + 4));
      return { score, error };
    });
    return {
      n: Math.min(...cells.map(({ n }) => n)),
      questions: cells.length,
      score_sum: rows.reduce((sum, { score }) => sum + score, 0),
      error_sum: rows.reduce((sum, { error }) => sum + error, 0)
    };
  }

  const company = [
    agreeing([4, 20, 60, 90, 20]),
    agreeing([10, 40, 60, 60, 20]),
    agreeing([0, 0, 0, 190, 0])
  ];
  const large = [agreeing([2, 8, 10, 15, 5]), agreeing([1, 2, 8, 20, 9])];
  const small = [agreeing([1, 1, 2, 2, 0]), agreeing([0, 2, 2, 1, 1])];

  it('of large cells is that of their scores together', () => {
    const [sums, scores] = [
      exOf(rollup(large, company)),
      together(large.map((each) => scoreOf(each, 'agreement')))!
    ];
    for (const figure of ['value', 'low', 'high', 'n'] as const)
      expect(sums[figure]).toBeCloseTo(scores[figure], 8);
  });

  it('of small cells is as sure as the spread of the company lets it be, and says nothing of their own', () => {
    const ex = exOf(rollup(small, company));
    const error =
      (Math.sqrt(spread([4, 20, 60, 90, 20]) / 6) + Math.sqrt(spread([10, 40, 60, 60, 20]) / 6)) / 2;
    expect(ex.value).toBeCloseTo((45.833 + 54.167) / 2, 2);
    // t(29) = 2.045: the spread is known of thirty people at least, however few gave the mean.
    expect(width(ex)).toBeCloseTo(2 * 2.045 * Math.sqrt(0.75) * error, 1);
    const divided = [agreeing([3, 0, 0, 0, 3]), agreeing([3, 0, 0, 0, 3])];
    const united = [agreeing([0, 0, 6, 0, 0]), agreeing([0, 0, 6, 0, 0])];
    expect(exOf(rollup(divided, company))).toEqual(exOf(rollup(united, company)));
  });

  it('of answers that are all alike is not certain', () => {
    const ex = exOf(rollup([company[2]!], [company[2]!]));
    expect(ex.value).toBe(75);
    // As Agresti and Coull have a share of .75 of 190: about 6 points either way.
    expect(width(ex)).toBeGreaterThan(11);
    expect(width(ex)).toBeLessThan(14);
  });

  it('of several waves is that of their sums, and the fewest people', () => {
    const [one, other] = [rollup(large, company), rollup(small, company)];
    const both = exOf({
      n: Math.min(one.n, other.n),
      questions: one.questions + other.questions,
      score_sum: one.score_sum + other.score_sum,
      error_sum: one.error_sum + other.error_sum
    });
    expect(both).toMatchObject({ n: 6 });
    expect(both.value).toBeCloseTo((exOf(one).value + exOf(other).value) / 2, 10);
    expect(width(both)).toBeLessThan(width(exOf(other)));
  });

  it('never leaves the scale', () => {
    expect(exOf({ n: 5, questions: 1, score_sum: 99, error_sum: 10 }).high).toBe(100);
    expect(exOf({ n: 5, questions: 1, score_sum: 1, error_sum: 10 }).low).toBe(0);
  });
});
