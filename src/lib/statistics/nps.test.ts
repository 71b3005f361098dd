import { describe, expect, it } from 'vitest';
import { nps } from './nps';

describe('the Net Promoter Score', () => {
  it.each([
    { n: 20, margin: 33.5 },
    { n: 200, margin: 11.4 },
    { n: 1000, margin: 5.1 }
  ])('of +25 in $n answers is uncertain by $margin points', ({ n, margin }) => {
    const score = nps({ promoters: n / 2, detractors: n / 4, n });
    expect(score?.value).toBe(25);
    expect((score!.high - score!.low) / 2).toBeCloseTo(margin, 1);
  });

  it('is kept exact', () => {
    expect(nps({ promoters: 2, detractors: 1, n: 3 })?.value).toBeCloseTo(33.3333, 4);
  });

  it('of two groups comes from their counts, not from the mean of their scores', () => {
    const large = { promoters: 80, detractors: 0, n: 100 };
    const small = { promoters: 0, detractors: 10, n: 10 };
    const both = { promoters: 80, detractors: 10, n: 110 };
    expect(nps(both)?.value).toBeCloseTo(63.64, 2);
    expect((nps(large)!.value + nps(small)!.value) / 2).toBe(-10);
  });

  it('of unanimous promoters is 100, and still uncertain below', () => {
    const score = nps({ promoters: 8, detractors: 0, n: 8 })!;
    expect(score).toMatchObject({ value: 100, high: 100 });
    expect(score.low).toBeLessThan(70);
  });

  it('does not exist without answers, and refuses more opinions than answers', () => {
    expect(nps({ promoters: 0, detractors: 0, n: 0 })).toBeNull();
    expect(() => nps({ promoters: 3, detractors: 2, n: 4 })).toThrow(RangeError);
  });
});
