import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, type Node } from '../../src/lib/pulse/audit';
import { rankOf } from './exact';

/** A scale of three options is enough: what matters is that a score weighs them and a distribution tells them apart. */
const OPTIONS = [1, 2, 3];
const [K_SCORE, K_DISTRIBUTION] = [5, 10];

const trees = fc
  .array(
    fc.record({ own: fc.nat(9), above: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }) }),
    {
      minLength: 2,
      maxLength: 6
    }
  )
  .map((drawn): Node[] =>
    drawn.map(({ own, above }, i) => ({
      id: `${i}`,
      parent: i === 0 ? null : `${Math.floor(above * i)}`,
      own
    }))
  );

describe('distributions beside scores', () => {
  it('tell nothing about fewer than ten people that the scores do not tell', () => {
    let compared = 0;
    fc.assert(
      fc.property(trees, (nodes) => {
        const shown = choose(nodes, K_SCORE);
        const detailed = choose(nodes, K_DISTRIBUTION, shown);
        const atoms = nodes.filter(({ own }) => own > 0);
        const within = (cell: string) => atoms.map(({ id }) => Number(isWithin(nodes, id, cell)));
        // One unknown for each team and option: how many people of the team gave that answer.
        const spread = (cell: string, weights: number[]) =>
          within(cell).flatMap((inside) => weights.map((weight) => inside * weight));
        const scores = [...shown].flatMap((cell) => [spread(cell, [1, 1, 1]), spread(cell, OPTIONS)]);
        const counts = [...detailed].flatMap((cell) =>
          OPTIONS.map((option) =>
            spread(
              cell,
              OPTIONS.map((other) => Number(other === option))
            )
          )
        );
        for (const few of groupsBelow(atoms, K_DISTRIBUTION)) {
          compared++;
          expect(toldOf(few, [...scores, ...counts])).toBe(toldOf(few, scores));
        }
      }),
      { numRuns: 40 }
    );
    expect(compared).toBeGreaterThan(40);
  });
});

/** How many independent things the rows tell about some teams alone: the dimension that both spaces have in common. */
function toldOf(few: readonly boolean[], rows: readonly number[][]): number {
  const width = few.length * OPTIONS.length;
  const units = Array.from({ length: width }, (_, unknown) => unknown)
    .filter((unknown) => few[Math.floor(unknown / OPTIONS.length)])
    .map((unknown) => Array.from({ length: width }, (_, other) => Number(other === unknown)));
  return rankOf(rows) + units.length - rankOf([...rows, ...units]);
}

/** Sets of teams that have fewer than k people together. */
function groupsBelow(atoms: readonly Node[], k: number): boolean[][] {
  return Array.from({ length: 2 ** atoms.length - 1 }, (_, i) =>
    atoms.map((_, atom) => (((i + 1) >> atom) & 1) === 1)
  ).filter((few) => few.reduce((sum, inside, atom) => sum + (inside ? atoms[atom]!.own : 0), 0) < k);
}

function isWithin(nodes: readonly Node[], id: string, cell: string): boolean {
  if (id === cell) return true;
  const parent = nodes.find((node) => node.id === id)?.parent ?? null;
  return parent !== null && isWithin(nodes, parent, cell);
}
