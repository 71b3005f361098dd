/**
 * How somebody who reads everything in the database would try to link people to what they answered: by the traces that
 * Postgres keeps with each row. `who` is the truth, which the attacker does not have: it only counts what is right.
 */
export interface Trace {
  who: number;
  /** Where in the file the row lies. */
  place: number;
  /** The transaction that wrote it, and the statement within. */
  xmin: number;
  cmin: number;
  /** Its key, if it has one. */
  id: string;
  /** When the person was seen to answer, if somebody kept watch at the door; of people alone. */
  arrival?: number;
}

/** The traces of a row, in SQL. */
export const TRACES = `
  (ctid::text::point)[0] * 1e6 + (ctid::text::point)[1] as place,
  xmin::text::float8 as xmin, cmin::text::float8 as cmin`;

/**
 * Links right by chance, of 200: when the order of the answers is random, `right` or more happen with a probability of at
 * most 1 in `right`! (the expected number of sets of so many fixed points of a permutation): here 1 in 87,000,000,000.
 */
export const BY_CHANCE = 13;

/** Rank correlation of random orders of 200: beyond this with a probability of 1 in 100,000,000,000. */
const CORRELATED_BY_CHANCE = 0.48;

/** What links a person to an answer, or an answer to another, or to a comment. Returns pairs. */
type Strategy = (left: Trace[], right: Trace[]) => [Trace, Trace][];

const KEYS = ['place', 'xmin', 'cmin', 'id', 'arrival'] as const;
type Key = (typeof KEYS)[number];

const STRATEGIES: Record<string, Strategy> = {
  'the same transaction': (left, right) =>
    [...grouped(left)].flatMap(([xmin, some]) => pairs(some, grouped(right).get(xmin) ?? [])),
  'the nearest transaction': (left, right) =>
    left.map((one) => [one, right.reduce((a, b) => (distance(one, b) < distance(one, a) ? b : a))])
};
for (const of of KEYS)
  for (const to of KEYS.filter((key) => key !== 'arrival')) {
    STRATEGIES[`${of} beside ${to}`] = (left, right) => pairs(sorted(left, of), sorted(right, to));
    STRATEGIES[`${of} beside ${to} from the end`] = (left, right) =>
      pairs(sorted(left, of), sorted(right, to).reverse());
  }

/** Every strategy with how many links it gets right, the best first. */
export function link(left: Trace[], right: Trace[]): { by: string; right: number }[] {
  return Object.entries(STRATEGIES)
    .map(([by, strategy]) => ({
      by,
      right: strategy(left, right).filter(([one, other]) => one.who === other.who).length
    }))
    .sort((a, b) => b.right - a.right);
}

/** Orders of the left that go along with an order of the right, more than chance would have it. */
export function ordersInCommon(left: Trace[], right: Trace[]): string[] {
  return KEYS.flatMap((of) =>
    KEYS.filter((to) => to !== 'arrival')
      .filter((to) => Math.abs(correlation(sorted(left, of), sorted(right, to))) > CORRELATED_BY_CHANCE)
      .map((to) => `${of} and ${to}`)
  );
}

/** How many rows lie beside another of the same person. */
export function besideEachOther(rows: Trace[]): number {
  return sorted(rows, 'place').filter(({ who }, i, all) => i > 0 && all[i - 1]!.who === who).length;
}

function grouped(traces: Trace[]): Map<number, Trace[]> {
  const groups = new Map<number, Trace[]>();
  for (const trace of sorted(traces, 'place'))
    groups.set(trace.xmin, [...(groups.get(trace.xmin) ?? []), trace]);
  return groups;
}

function pairs(left: Trace[], right: Trace[]): [Trace, Trace][] {
  return left.slice(0, right.length).map((one, i) => [one, right[i]!]);
}

/** Rows written by the same transaction lie nearer the nearer they lie. */
function distance(one: Trace, other: Trace): number {
  return Math.abs(one.xmin - other.xmin) + Math.abs(one.place - other.place) / 1e12;
}

function sorted(traces: Trace[], key: Key): Trace[] {
  const of = (trace: Trace) => trace[key] ?? 0;
  return [...traces].sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : a.place - b.place));
}

/** Spearman's, of the positions that the same people have in both orders. */
function correlation(left: Trace[], right: Trace[]): number {
  const positions = new Map(right.map(({ who }, i) => [who, i]));
  const n = left.length;
  const squares = left.reduce((sum, { who }, i) => sum + (i - (positions.get(who) ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n ** 2 - 1));
}
