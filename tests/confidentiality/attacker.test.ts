import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from './attacker';
import { combination } from './combination';
import { isInRowSpace } from './exact';

describe('the attacker', () => {
  it('finds the manager who alone makes the difference between a region and its shops', () => {
    const [manager, paris, lyon] = [0, 1, 2];
    const equations = [
      { groups: [manager, paris, lyon], sum: 62 },
      { groups: [paris], sum: 29 },
      { groups: [lyon], sum: 31 }
    ];
    expect(attack([1, 8, 7], equations, 5)).toEqual([{ groups: [manager], people: 1, value: 2 }]);
  });

  it('finds two teams that are only known together', () => {
    const equations = [
      { groups: [0, 1, 2], sum: 40 },
      { groups: [2], sum: 33 }
    ];
    expect(attack([2, 2, 9], equations, 5)).toEqual([{ groups: [0, 1], people: 4, value: 7 }]);
  });

  it('finds four people spread over four groups who are only known together', () => {
    const [a, b, c, d, x, y] = [0, 1, 2, 3, 4, 5];
    const equations = [
      { groups: [a, b, x], sum: 47 },
      { groups: [c, d, y], sum: 38 },
      { groups: [x, y], sum: 71 }
    ];
    expect(attack([1, 1, 1, 1, 10, 9], equations, 5)).toEqual([
      { groups: [a, b, c, d], people: 4, value: 14 }
    ]);
    expect(attack([1, 1, 1, 1, 10, 9], equations, 4)).toEqual([]);
  });

  it('computes with halves where sums of two overlap', () => {
    const pairs = [
      { groups: [0, 1], sum: 7 },
      { groups: [1, 2], sum: 8 },
      { groups: [0, 2], sum: 9 }
    ];
    expect(attack([3, 3, 3], pairs, 5).map(({ value }) => value)).toEqual([4, 3, 5]);
  });

  it('finds a moved person between two publications of the same teams', () => {
    const [paris, lyon, mover] = [0, 1, 2];
    const before = [
      { groups: [paris, mover], sum: 30 },
      { groups: [lyon], sum: 25 }
    ];
    const after = [
      { groups: [paris], sum: 29 },
      { groups: [lyon, mover], sum: 26 }
    ];
    expect(attack([8, 8, 1], before, 5)).toEqual([]);
    expect(attack([8, 8, 1], [...before, ...after], 5)).toEqual([{ groups: [mover], people: 1, value: 1 }]);
  });

  it('finds a weighted sum where no plain one is known', () => {
    const [a, b, x, y] = [0, 1, 2, 3];
    const equations = [
      { groups: [a, b, x], sum: 20 },
      { groups: [x, y], sum: 31 },
      { groups: [b, y], sum: 17 }
    ];
    // The first less the second plus the third: a + 2 b.
    expect(attack([1, 1, 9, 9], equations, 5)).toEqual([]);
    expect(combination([1, 1, 9, 9], equations, 5)).toEqual([a, b]);
  });

  it('finds nothing where everything is about five people', () => {
    const equations = [
      { groups: [0, 1, 2], sum: 60 },
      { groups: [1], sum: 20 },
      { groups: [2], sum: 22 }
    ];
    expect(attack([5, 5, 6], equations, 5)).toEqual([]);
    expect(combination([5, 5, 6], equations, 5)).toBeNull();
  });

  it('finds nothing about small groups that are never told apart', () => {
    const together = [{ groups: [0, 1, 2], sum: 12 }];
    expect(attack([2, 2, 2], together, 5)).toEqual([]);
    expect(combination([2, 2, 2], together, 5)).toBeNull();
  });

  it('finds nothing in nothing', () => {
    expect(attack([3, 4], [], 5)).toEqual([]);
    expect(attack([], [], 5)).toEqual([]);
  });
});

/** Up to 9 groups of 1 to 3 people with answers, and up to 7 published sums of them, of any shape. */
const systems = fc
  .array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 9
  })
  .chain((answers) =>
    fc
      .array(fc.uniqueArray(fc.nat(answers.length - 1), { minLength: 1 }), { maxLength: 7 })
      .map((published) => ({ answers, published }))
  );

describe('against every group there is', () => {
  it.each([2, 3, 5, 8])('the attacker finds exactly the smallest sums of fewer than %i people', (k) => {
    fc.assert(
      fc.property(systems, ({ answers, published }) => {
        const sizes = answers.map(({ length }) => length);
        const equations = published.map((groups) => ({ groups, sum: sumOf(answers, groups) }));
        const findings = attack(sizes, equations, k);
        for (const { groups, people, value } of findings) {
          expect(people).toBe(groups.reduce((sum, group) => sum + sizes[group]!, 0));
          expect(value).toBe(sumOf(answers, groups));
        }
        const found = findings.map(({ groups }) => maskOf(groups));
        expect(found.sort()).toEqual(smallestDetermined(sizes, published, k).sort());
      }),
      { numRuns: 150 }
    );
  });

  it('a weighted sum is found wherever there is one, and only there', () => {
    fc.assert(
      fc.property(systems, ({ answers, published }) => {
        const sizes = answers.map(({ length }) => length);
        const equations = published.map((groups) => ({ groups, sum: sumOf(answers, groups) }));
        const support = combination(sizes, equations, 5);
        const masks = masksBelow(sizes, 5);
        const rows = published.map((groups) => sizes.map((_, group) => Number(groups.includes(group))));
        const exists = masks.some((mask) => meets(rows, mask));
        expect(support !== null).toBe(exists);
        if (support) expect(meets(rows, maskOf(support))).toBe(true);
      }),
      { numRuns: 150 }
    );
  });
});

function sumOf(answers: number[][], groups: readonly number[]): number {
  return groups.reduce((sum, group) => sum + answers[group]!.reduce((total, answer) => total + answer, 0), 0);
}

function maskOf(groups: readonly number[]): number {
  return groups.reduce((mask, group) => mask | (1 << group), 0);
}

function masksBelow(sizes: readonly number[], k: number): number[] {
  return Array.from({ length: 2 ** sizes.length - 1 }, (_, i) => i + 1).filter(
    (mask) => sizes.reduce((sum, size, group) => sum + (mask & (1 << group) ? size : 0), 0) < k
  );
}

function smallestDetermined(sizes: readonly number[], published: number[][], k: number): number[] {
  const rows = published.map((groups) => sizes.map((_, group) => Number(groups.includes(group))));
  const determined = masksBelow(sizes, k).filter((mask) =>
    isInRowSpace(
      rows,
      sizes.map((_, group) => (mask >> group) & 1)
    )
  );
  return determined.filter((mask) => !determined.some((other) => other !== mask && (other & mask) === other));
}

/** Whether the row space has a vector that is not zero and about nobody outside of the mask. */
function meets(rows: number[][], mask: number): boolean {
  const width = rows[0]?.length ?? 0;
  const members = Array.from({ length: width }, (_, group) => group).filter((group) => (mask >> group) & 1);
  // Two spaces have more than zero in common when their dimensions add up to more than that of both together.
  const units = members.map((member) =>
    Array.from({ length: width }, (_, group) => Number(group === member))
  );
  return units.some((unit, i) => isInRowSpace([...rows, ...units.slice(0, i)], unit));
}
