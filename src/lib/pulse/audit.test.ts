import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInRowSpace } from '../../../tests/confidentiality/exact';
import { blocks, choose, type Node } from './audit';

/** A team with so many people of its own who answered, below another. */
const team = (id: string, own: number, parent: string | null = 'region'): Node => ({ id, own, parent });

const chosen = (nodes: Node[], k = 5, eligible?: Set<string>, preferred?: Set<string>) =>
  [...choose(nodes, k, eligible, preferred)].sort();

describe('the cells of one figure', () => {
  it('are all shown where none gives another away', () => {
    expect(chosen([team('region', 5, null), team('lyon', 6), team('nantes', 9)])).toEqual([
      'lyon',
      'nantes',
      'region'
    ]);
  });

  it('leave one shop out where a region less its shops would be its manager alone', () => {
    expect(chosen([team('region', 1, null), team('lyon', 6), team('nantes', 9)])).toEqual([
      'nantes',
      'region'
    ]);
  });

  it('are all shown where the region has nobody of its own', () => {
    expect(chosen([team('region', 0, null), team('lyon', 6), team('nantes', 9)])).toHaveLength(3);
  });

  it('leave a sibling out beside a shop that is too small, unless the manager hides with it', () => {
    expect(chosen([team('region', 0, null), team('lyon', 3), team('nantes', 9), team('lille', 6)])).toEqual([
      'nantes',
      'region'
    ]);
    expect(chosen([team('region', 2, null), team('lyon', 3), team('nantes', 9), team('lille', 6)])).toEqual([
      'lille',
      'nantes',
      'region'
    ]);
  });

  it('know that two small shops hide each other', () => {
    expect(chosen([team('region', 0, null), team('lyon', 3), team('lille', 2), team('nantes', 9)])).toEqual([
      'nantes',
      'region'
    ]);
    expect(chosen([team('region', 0, null), team('lyon', 3), team('lille', 1), team('nantes', 9)])).toEqual([
      'region'
    ]);
  });

  it('leave five people between them in a chain of lone managers', () => {
    const chain = Array.from({ length: 12 }, (_, i) => team(`${i}`, 1, i === 0 ? null : `${i - 1}`));
    const shown = choose(chain, 5);
    expect([...shown].map(Number).sort((a, b) => a - b)).toEqual([0, 5]);
    expect([...blocks(chain, shown).values()].sort()).toEqual([5, 7]);
  });

  it('repeat a chain of teams with nobody of their own, which say the same thing', () => {
    const chain = [team('company', 0, null), team('region', 0, 'company'), team('lyon', 5, 'region')];
    expect(chosen(chain)).toEqual(['company', 'lyon', 'region']);
  });

  it('are chosen in each tree of a forest by itself', () => {
    const forest = [
      team('north', 1, null),
      team('lille', 8, 'north'),
      team('south', 4, null),
      team('west', 7, null)
    ];
    expect(chosen(forest)).toEqual(['north', 'west']);
  });

  it('are the company before anything else, even where it costs more cells than it is', () => {
    const company = [team('company', 1, null), team('lyon', 6, 'company'), team('nantes', 6, 'company')];
    expect(chosen(company)).toContain('company');
    expect(chosen(company)).toHaveLength(2);
  });

  it('are those with more people behind them where as many could be shown', () => {
    const [small, large] = [team('lyon', 6), team('nantes', 9)];
    expect(chosen([team('region', 1, null), large, small])).toEqual(['nantes', 'region']);
    expect(chosen([team('region', 1, null), small, large])).toEqual(['nantes', 'region']);
  });

  it('are those preferred where not all can be shown', () => {
    const nodes = [team('region', 1, null), team('lyon', 6), team('nantes', 9)];
    expect(chosen(nodes, 5, undefined, new Set(['lyon']))).toEqual(['lyon', 'region']);
  });

  it('are nothing but eligible ones', () => {
    const nodes = [team('region', 5, null), team('lyon', 6), team('nantes', 9)];
    expect(chosen(nodes, 5, new Set(['lyon']))).toEqual(['lyon']);
    expect(chosen(nodes, 5, new Set())).toEqual([]);
  });

  it('are all that have anybody when one person is enough', () => {
    expect(chosen([team('region', 0, null), team('lyon', 1), team('nantes', 0)], 1)).toEqual([
      'lyon',
      'region'
    ]);
  });

  it('are none without teams, or where too few answered', () => {
    expect(chosen([])).toEqual([]);
    expect(chosen([team('region', 1, null), team('lyon', 3)])).toEqual([]);
  });

  it('come out the same whatever the order of the teams', () => {
    const nodes = [team('lyon', 6), team('region', 1, null), team('nantes', 9), team('lille', 3)];
    expect(chosen([...nodes].reverse())).toEqual(chosen(nodes));
  });
});

describe('people who were asked and did not answer', () => {
  const region = (asked: number) => [
    { ...team('region', 0, null), asked },
    team('lyon', 6),
    team('nantes', 9)
  ];

  it('are not told of by a region that is exactly its shops', () => {
    expect(chosen(region(1))).toEqual(['nantes', 'region']);
    expect(chosen(region(4))).toEqual(['nantes', 'region']);
  });

  it('hide among each other from five on', () => {
    expect(chosen(region(5))).toHaveLength(3);
  });

  it('leave the same cells out as if they had answered', () => {
    const silent = region(1);
    const spoken = [{ ...team('region', 1, null), asked: 1 }, ...silent.slice(1)];
    expect(chosen(silent)).toEqual(chosen(spoken));
  });
});

describe('what is not a tree of teams', () => {
  it.each([
    ['a parent that is missing', [team('lyon', 5, 'nowhere')]],
    ['a circle', [team('company', 5, null), team('lyon', 5, 'nantes'), team('nantes', 5, 'lyon')]],
    ['a team above itself', [team('lyon', 5, 'lyon')]],
    ['less than nobody', [team('lyon', -1, null)]],
    ['half a person', [team('lyon', 2.5, null)]],
    ['no number', [team('lyon', Number.NaN, null)]],
    ['less than nobody asked', [{ ...team('lyon', 5, null), asked: -2 }]]
  ])('is refused: %s', (_, nodes) => {
    expect(() => choose(nodes, 5)).toThrow(RangeError);
  });

  it.each([0, -1, 2.5, Number.NaN])('is not audited for %d people', (k) => {
    expect(() => choose([team('lyon', 5, null)], k)).toThrow(RangeError);
  });
});

/** Trees and forests: each team lies below an earlier one, or none. */
const trees = (most: number) =>
  fc
    .array(
      fc.record({
        own: fc.oneof(fc.constantFrom(0, 1), fc.nat(8)),
        silent: fc.oneof(fc.constant(0), fc.nat(5)),
        above: fc.double({ min: -0.1, max: 1, maxExcluded: true, noNaN: true })
      }),
      { minLength: 1, maxLength: most }
    )
    .map((drawn): Node[] =>
      drawn.map(({ own, silent, above }, i) => ({
        id: `${i}`,
        parent: i === 0 || above < 0 ? null : `${Math.floor(above * i)}`,
        own,
        asked: own + silent
      }))
    );
const withoutAsked = (nodes: Node[]) => nodes.map(({ id, parent, own }) => ({ id, parent, own }));
const ofAsked = (nodes: Node[]) => nodes.map(({ id, parent, asked = 0 }) => ({ id, parent, own: asked }));

describe('whatever the tree', () => {
  it('no block has fewer than k people, in answers nor, where that counts, in people asked', () => {
    fc.assert(
      fc.property(trees(40), fc.integer({ min: 1, max: 12 }), (nodes, k) => {
        const shown = choose(nodes, k);
        for (const people of [nodes, ofAsked(nodes)])
          for (const size of blocks(people, shown).values()) expect(size === 0 || size >= k).toBe(true);
        for (const size of blocks(nodes, choose(withoutAsked(nodes), k)).values())
          expect(size === 0 || size >= k).toBe(true);
      })
    );
  });

  it('taking cells away is safe', () => {
    fc.assert(
      fc.property(
        trees(20),
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.boolean()),
        (nodes, k, keeps) => {
          const fewer = new Set([...choose(nodes, k)].filter(() => keeps.next().value));
          for (const people of [nodes, ofAsked(nodes)])
            for (const size of blocks(people, fewer).values()) expect(size === 0 || size >= k).toBe(true);
        }
      )
    );
  });

  it('each cell has k people', () => {
    fc.assert(
      fc.property(trees(20), fc.integer({ min: 1, max: 12 }), (nodes, k) => {
        for (const cell of choose(nodes, k)) expect(sizeOf(nodes, cell)).toBeGreaterThanOrEqual(k);
      })
    );
  });
});

describe('against every choice there is, judged by elimination', () => {
  it.each([
    ['small', 7, 120],
    ['larger', 10, 30]
  ])(
    'the choice in %s trees is safe, and every better one is not',
    (_, most, numRuns) => {
      fc.assert(
        fc.property(
          trees(most),
          fc.integer({ min: 2, max: 6 }),
          fc.boolean(),
          fc.uniqueArray(fc.nat(most - 1)),
          (drawn, k, countsAsked, first) => {
            const nodes = countsAsked ? drawn : withoutAsked(drawn);
            const preferred = new Set(first.map(String));
            const shown = choose(nodes, k, undefined, preferred);
            expect(isSafe(nodes, shown, k)).toBe(true);
            const worth = worthOf(nodes, shown, preferred);
            for (const other of familiesOf(nodes, k))
              if (isMore(worthOf(nodes, other, preferred), worth))
                expect(isSafe(nodes, other, k)).toBe(false);
          }
        ),
        { numRuns }
      );
    },
    30_000
  );
});

function sizeOf(nodes: readonly Node[], cell: string): number {
  return nodes.filter(({ id }) => isWithin(nodes, id, cell)).reduce((sum, { own }) => sum + own, 0);
}

function isWithin(nodes: readonly Node[], id: string, cell: string): boolean {
  if (id === cell) return true;
  const parent = nodes.find((node) => node.id === id)?.parent ?? null;
  return parent !== null && isWithin(nodes, parent, cell);
}

/** All sets of cells that have k people each. */
function familiesOf(nodes: readonly Node[], k: number): Set<string>[] {
  const cells = nodes.map(({ id }) => id).filter((id) => sizeOf(nodes, id) >= k);
  return Array.from(
    { length: 2 ** cells.length },
    (_, mask) => new Set(cells.filter((_, i) => (mask >> i) & 1))
  );
}

/** Topmost cells, preferred ones, cells, people. */
function worthOf(
  nodes: readonly Node[],
  family: ReadonlySet<string>,
  preferred: ReadonlySet<string>
): number[] {
  const cells = nodes.filter(({ id }) => family.has(id));
  const topmost = cells.filter(({ parent }) => parent === null).length;
  const first = cells.filter(({ id, parent }) => parent !== null && preferred.has(id)).length;
  return [topmost, first, cells.length, cells.reduce((sum, { id }) => sum + sizeOf(nodes, id), 0)];
}

function isMore(a: number[], b: number[]): boolean {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i !== -1 && a[i]! > b[i]!;
}

/** The condition as the handbook has it: no union of fewer than k people lies in the row space of the cells. */
function isSafe(nodes: readonly Node[], family: ReadonlySet<string>, k: number): boolean {
  return [nodes, ofAsked([...nodes])].every((people) => {
    const atoms = people.filter(({ own }) => own > 0);
    const rows = [...family].map((cell) => atoms.map(({ id }) => Number(isWithin(nodes, id, cell))));
    return unionsBelow(atoms, k).every((union) => !isInRowSpace(rows, union));
  });
}

function unionsBelow(atoms: readonly Node[], k: number): number[][] {
  return Array.from({ length: 2 ** atoms.length - 1 }, (_, i) =>
    atoms.map((_, atom) => ((i + 1) >> atom) & 1)
  ).filter((union) => union.reduce<number>((sum, inside, i) => sum + inside * atoms[i]!.own, 0) < k);
}
