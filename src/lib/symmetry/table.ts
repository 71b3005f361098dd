import type { TeamLine } from './overview';
import { QUADRANTS } from './quadrant';

/** What the table of teams may be sorted by. */
export const COLUMNS = ['name', 'cx', 'ex', 'symmetry', 'gap', 'position'] as const;
export type SortColumn = (typeof COLUMNS)[number];

/** Which teams the table shows, and in which order; lives in the address beside the filters. */
export interface Sorting {
  by: SortColumn;
  descending: boolean;
  /** From 1. */
  page: number;
}

export interface TablePage<Line> {
  lines: Line[];
  page: number;
  pages: number;
}

/** More teams are another page: a list of five hundred is not read, and would be most of what is sent. */
const PAGE_SIZE = 50;

const USUAL: Sorting = { by: 'name', descending: false, page: 1 };

/** Whatever is wrong in an address counts as not said. */
export function readSorting(params: URLSearchParams): Sorting {
  const text = params.get('sort') ?? '';
  const by = COLUMNS.find((column) => column === text.replace(/^-/, ''));
  const page = Number(params.get('page'));
  return {
    ...(by ? { by, descending: text.startsWith('-') } : USUAL),
    page: Number.isInteger(page) && page > 0 ? page : 1
  };
}

/** The address of the same table, without what goes without saying. */
export function writeSorting({ by, descending, page }: Sorting): URLSearchParams {
  const params = new URLSearchParams();
  if (by !== USUAL.by || descending) params.set('sort', (descending ? '-' : '') + by);
  if (page > 1) params.set('page', String(page));
  return params;
}

/** What a click on the head of a column asks for: figures come highest first, and turned round by a second click. */
export function sortedBy(column: SortColumn, now: Sorting): Sorting {
  const first = column !== 'name' && column !== 'position';
  return { by: column, descending: now.by === column ? !now.descending : first, page: 1 };
}

/** A page of teams in their order; those without the figure that sorts them come last, whichever way. */
export function tablePage<
  Line extends Pick<TeamLine, 'team' | 'cx' | 'ex' | 'symmetry' | 'gap' | 'position'>
>(teams: readonly Line[], { by, descending, page }: Sorting): TablePage<Line> {
  const byName = (a: Line, b: Line) => a.team.name.localeCompare(b.team.name, 'fr');
  const direction = descending ? -1 : 1;
  const sorted = [...teams].sort((a, b) => {
    if (by === 'name') return direction * byName(a, b);
    const [x, y] = [keyOf(a, by), keyOf(b, by)];
    if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1;
    return direction * (x - y) || byName(a, b);
  });
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  return { lines: sorted.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE), page: shown, pages };
}

const ORDER: readonly string[] = [...QUADRANTS, 'undetermined'];

function keyOf(
  line: Pick<TeamLine, 'cx' | 'ex' | 'symmetry' | 'gap' | 'position'>,
  by: Exclude<SortColumn, 'name'>
) {
  if (by === 'position') return line.position === null ? null : ORDER.indexOf(line.position);
  return line[by]?.value ?? null;
}
