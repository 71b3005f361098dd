/** A team of a tree, with the people who count in it and not in a team below. */
export interface Node {
  id: string;
  /** null for a topmost team; there may be several. */
  parent: string | null;
  /** How many people answered in the team itself, those below not included: a whole number from 0. */
  own: number;
}

/** People, weighed as "how many cells, then how many people": compared in this order. */
interface Worth {
  cells: number;
  people: number;
}

/** For each number of people below a team that no chosen cell covers (k stands for k and more): the best choice. */
type Choices = (Choice | undefined)[];

interface Choice {
  worth: Worth;
  chosen: Chosen | null;
}

/** The chosen cells, as a tree whose branches are shared rather than copied. */
type Chosen = { cell: string } | { both: [Chosen, Chosen] };

/**
 * Chooses the cells of one figure to publish, a cell being a team with all below it, so that nothing can be computed
 * about fewer than k people; of all such choices, the one with the most cells, then with the most people behind them.
 * A topmost team's cell comes before everything else, because every other is compared with it.
 *
 * Why nothing can be computed. Teams form a tree, so two cells lie one within the other or have nobody in common. The
 * block of a published cell is what remains of it without the published cells inside. Blocks have nobody in common, and
 * every cell is the sum of the blocks within it; conversely every block is its cell minus the cells just inside. So the
 * published totals and the totals of the blocks can be computed from each other, and whatever can be computed from the
 * cells is a combination of block totals. Such a combination weighs all people of a block alike: what it says about a
 * person it says about their whole block. Choose the cells so that no block has 1 to k - 1 people, and each combination
 * that is about anybody is about k people or more. This is exact, in whole numbers, and also covers differences and
 * weighted sums, not only sums. It is the condition of the handbook (a union of fewer than k people is solvable when its
 * indicator lies in the row space of the cells) decided for a tree without elimination.
 *
 * How the best choice is found. Going up the tree, all that matters of the choices below a team is how many people no
 * chosen cell covers: from 0 to k - 1, or at least k. The best choice for each is kept. A team's own cell may be added
 * when it has k people and that number is 0 or at least k; above it, everybody is then covered. Time: teams x k^2.
 *
 * What it does not protect from: answers that are all alike say what each was, whatever the number of people.
 *
 * @param nodes a forest, in any order; ids are unique and parents exist
 * @param k from 1
 * @param eligible the cells that may be chosen; by default all
 * @returns the ids of the chosen teams
 * @throws RangeError for a parent that is missing, a circle, or a count that is not a whole number
 */
export function choose(nodes: readonly Node[], k: number, eligible?: ReadonlySet<string>): Set<string> {
  const children = childrenOf(nodes);
  const sizes = new Map<string, number>();
  const visited = new Set<string>();

  const choicesOf = (node: Node): Choices => {
    visited.add(node.id);
    let size = node.own;
    let choices: Choices = [];
    choices[Math.min(node.own, k)] = { worth: { cells: 0, people: 0 }, chosen: null };
    for (const child of children.get(node.id) ?? []) {
      choices = combine(choices, choicesOf(child), k);
      size += sizes.get(child.id) ?? 0;
    }
    sizes.set(node.id, size);
    if (size >= k && (eligible === undefined || eligible.has(node.id))) {
      const cells = node.parent === null ? nodes.length : 1;
      publish(choices, { cells, people: size }, node.id, k);
    }
    return choices;
  };

  const chosen = new Set<string>();
  for (const root of children.get(null) ?? []) {
    const best = choicesOf(root).reduce<Choice | undefined>((a, b) => (b && better(b, a) ? b : a), undefined);
    collect(best?.chosen ?? null, chosen);
  }
  if (visited.size < nodes.length) throw new RangeError('The teams do not form a tree.');
  return chosen;
}

/**
 * Whether nothing can be computed about fewer than k people from these cells (see `choose`).
 *
 * @returns the block of each published cell, in people: 0, or how few people its figures can be narrowed down to
 */
export function blocks(nodes: readonly Node[], published: ReadonlySet<string>): Map<string, number> {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const sizes = new Map([...published].map((id) => [id, 0]));
  for (const { id, own } of nodes) {
    let cell: string | null | undefined = id;
    while (cell != null && !published.has(cell)) cell = parents.get(cell);
    if (cell != null) sizes.set(cell, (sizes.get(cell) ?? 0) + own);
  }
  return sizes;
}

function childrenOf(nodes: readonly Node[]): Map<string | null, Node[]> {
  const ids = new Set(nodes.map(({ id }) => id));
  const children = new Map<string | null, Node[]>();
  for (const node of nodes) {
    if (!Number.isInteger(node.own) || node.own < 0)
      throw new RangeError(`Team ${node.id} cannot have ${node.own} people.`);
    if (node.parent !== null && !ids.has(node.parent))
      throw new RangeError(`Team ${node.id} lies below ${node.parent}, which is not there.`);
    children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  }
  return children;
}

/** Every pair of a choice on the left and one on the right, the people left uncovered added up. */
function combine(left: Choices, right: Choices, k: number): Choices {
  const combined: Choices = [];
  left.forEach((a, uncoveredA) =>
    right.forEach((b, uncoveredB) => {
      if (!a || !b) return;
      const uncovered = Math.min(uncoveredA + uncoveredB, k);
      const both = {
        worth: { cells: a.worth.cells + b.worth.cells, people: a.worth.people + b.worth.people },
        chosen: join(a.chosen, b.chosen)
      };
      if (better(both, combined[uncovered])) combined[uncovered] = both;
    })
  );
  return combined;
}

/** Adds the choice that also publishes this cell, which leaves nobody uncovered. */
function publish(choices: Choices, worth: Worth, cell: string, k: number): void {
  for (const before of [choices[0], choices[k]]) {
    if (!before) continue;
    const after = {
      worth: { cells: before.worth.cells + worth.cells, people: before.worth.people + worth.people },
      chosen: join(before.chosen, { cell })
    };
    if (better(after, choices[0])) choices[0] = after;
  }
}

function better(a: Choice, b: Choice | undefined): boolean {
  if (!b) return true;
  return (
    a.worth.cells - b.worth.cells > 0 || (a.worth.cells === b.worth.cells && a.worth.people > b.worth.people)
  );
}

function join(a: Chosen | null, b: Chosen | null): Chosen | null {
  return a && b ? { both: [a, b] } : (a ?? b);
}

function collect(chosen: Chosen | null, into: Set<string>): void {
  const rest = chosen ? [chosen] : [];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if ('cell' in next) into.add(next.cell);
    else rest.push(...next.both);
  }
}
