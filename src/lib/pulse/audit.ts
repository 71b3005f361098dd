/** A team of a tree, with the people who count in it and not in a team below. */
export interface Node {
  id: string;
  /** null for a topmost team; there may be several. */
  parent: string | null;
  /** How many people answered in the team itself, those below not included: a whole number from 0. */
  own: number;
  /** How many were asked there, where it must stay unknown that somebody did not answer; `own` without it. */
  asked?: number;
}

/** People, weighed as "how many cells, then how many people": compared in this order. */
interface Worth {
  cells: number;
  people: number;
}

/**
 * The best choice for each number of people below a team that no chosen cell covers: how many answered, k standing for k
 * and more; where nobody did, how many were asked in vain, below zero, -k standing for k and more.
 */
type Choices = Map<number, Choice>;

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
 * How many answered is a figure too, about everybody who was asked: a block without answers says that all of it kept
 * silent. Where `asked` is given, such a block has nobody or at least k people who were asked.
 *
 * How the best choice is found. Going up the tree, all that matters of the choices below a team is how many people no
 * chosen cell covers, up to k. The best choice for each number is kept. A team's own cell may be added when it has k
 * people and that number makes a block as above; everybody is then covered. Time: teams x k^2.
 *
 * What it does not protect from: answers that are all alike say what each was, whatever the number of people.
 *
 * @param nodes a forest, in any order; ids are unique and parents exist
 * @param k from 1
 * @param eligible the cells that may be chosen; by default all
 * @param preferred cells that come before all others but the topmost
 * @returns the ids of the chosen teams
 * @throws RangeError for a parent that is missing, a circle, or a number that is not a whole one
 */
export function choose(
  nodes: readonly Node[],
  k: number,
  eligible?: ReadonlySet<string>,
  preferred?: ReadonlySet<string>
): Set<string> {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`${k} people cannot hide anybody.`);
  const children = childrenOf(nodes);
  const sizes = new Map<string, number>();

  const weigh = ({ id, parent }: Node) => {
    if (parent === null) return (nodes.length + 1) ** 2;
    return preferred?.has(id) ? nodes.length + 1 : 1;
  };
  const choicesOf = (node: Node): Choices => {
    let size = node.own;
    let choices: Choices = new Map([
      [uncoveredBy(node, k), { worth: { cells: 0, people: 0 }, chosen: null }]
    ]);
    for (const child of children.get(node.id) ?? []) {
      choices = combine(choices, choicesOf(child), k);
      size += sizes.get(child.id) ?? 0;
    }
    sizes.set(node.id, size);
    if (size >= k && (eligible === undefined || eligible.has(node.id)))
      publish(choices, { cells: weigh(node), people: size }, node.id, k);
    return choices;
  };

  const chosen = new Set<string>();
  for (const root of children.get(null) ?? []) collect(bestOf(choicesOf(root).values())?.chosen, chosen);
  if (sizes.size < nodes.length) throw new RangeError('The teams do not form a tree.');
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
    for (const count of [node.own, node.asked ?? 0])
      if (!Number.isInteger(count) || count < 0)
        throw new RangeError(`Team ${node.id} cannot have ${count} people.`);
    if (node.parent !== null && !ids.has(node.parent))
      throw new RangeError(`Team ${node.id} lies below ${node.parent}, which is not there.`);
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node);
    else children.set(node.parent, [node]);
  }
  return children;
}

function uncoveredBy({ own, asked = 0 }: Node, k: number): number {
  return own > 0 ? Math.min(own, k) : -Math.min(asked, k);
}

/** Every pair of a choice on the left and one on the right, the people left uncovered added up. */
function combine(left: Choices, right: Choices, k: number): Choices {
  const combined: Choices = new Map();
  for (const [uncoveredA, a] of left) {
    for (const [uncoveredB, b] of right) {
      const answered = Math.min(k, Math.max(0, uncoveredA) + Math.max(0, uncoveredB));
      offer(combined, answered > 0 ? answered : Math.max(-k, uncoveredA + uncoveredB), both(a, b));
    }
  }
  return combined;
}

/** Adds the choice that also publishes this cell, which leaves nobody uncovered. */
function publish(choices: Choices, worth: Worth, cell: string, k: number): void {
  const before = [0, k, -k]
    .map((uncovered) => choices.get(uncovered))
    .filter((choice) => choice !== undefined);
  const best = bestOf(before);
  if (best) offer(choices, 0, both(best, { worth, chosen: { cell } }));
}

function offer(choices: Choices, uncovered: number, choice: Choice): void {
  if (better(choice, choices.get(uncovered))) choices.set(uncovered, choice);
}

function both(a: Choice, b: Choice): Choice {
  return {
    worth: { cells: a.worth.cells + b.worth.cells, people: a.worth.people + b.worth.people },
    chosen: a.chosen && b.chosen ? { both: [a.chosen, b.chosen] } : (a.chosen ?? b.chosen)
  };
}

function bestOf(choices: Iterable<Choice>): Choice | undefined {
  let best: Choice | undefined;
  for (const choice of choices) if (better(choice, best)) best = choice;
  return best;
}

function better({ worth: a }: Choice, than: Choice | undefined): boolean {
  const b = than?.worth;
  return !b || a.cells > b.cells || (a.cells === b.cells && a.people > b.people);
}

function collect(chosen: Chosen | null | undefined, into: Set<string>): void {
  const rest = chosen ? [chosen] : [];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if ('cell' in next) into.add(next.cell);
    else rest.push(...next.both);
  }
}
