import { describe, expect, it } from 'vitest';
import type { Cell } from './cell';
import { scoreOf, together } from './score';

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

describe('several scores of the same people', () => {
  it('have the mean of their values and of their intervals, and the smallest n', () => {
    const scores = [
      { value: 60, low: 50, high: 70, n: 12 },
      { value: 80, low: 76, high: 88, n: 9 }
    ];
    expect(together(scores)).toEqual({ value: 70, low: 63, high: 79, n: 9 });
  });

  it('are no more certain than each by itself', () => {
    const score = { value: 60, low: 50, high: 70, n: 12 };
    expect(together([score, score, score])).toEqual(score);
  });

  it('of nothing do not exist', () => {
    expect(together([])).toBeNull();
  });
});
