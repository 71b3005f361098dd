import { integer, percent } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Difference } from '$lib/statistics/proportion';
import { writeFilters, type Filters } from '$lib/verbatims/filters';
import type { Groups } from '$lib/verbatims/groups';
import { signedAmount, signedPoints } from './headline';

/** What a kind of groups is called and leads to. */
interface Naming {
  /** The filter that a group is a value of. */
  filter: 'team' | 'step';
  names: ReadonlyMap<string, string>;
  /** What belongs to no group. */
  rest: string;
}

/** The groups of a chart, named, with their established changes and where they lead. */
export function linesOf({ rows }: Groups, { filter, names, rest }: Naming, filters: Filters) {
  return rows.map(({ slug, n, share, change, changed }) => {
    const name = slug === null ? rest : (names.get(slug) ?? slug);
    const moved = changed && change ? changeOf(change) : '';
    if (slug === null) return { name, n, share, change: moved };
    const here = { ...filters, [filter]: slug };
    const verbatims = m.dashboard_verbatims({ count: n, text: integer(n) });
    return {
      name,
      n,
      share,
      change: moved,
      href: `/dashboard?${writeFilters(here)}`,
      detail: { href: listAddress(here), label: m.dashboard_read({ verbatims, name }) }
    };
  });
}

/** Which changes are established, out of how many that were looked at, in a sentence. */
export function changeSummary(
  { rows, comparisons }: Groups,
  lines: { name: string }[],
  all: number | null
): string {
  const moved = rows.flatMap(({ change, changed }, i) => {
    return changed && change ? [`${lines[i]?.name} ${signedPoints(change.value)}`] : [];
  });
  const among = m.dashboard_comparisons({ count: comparisons, text: integer(comparisons) });
  const sentence =
    moved.length > 0
      ? m.dashboard_sum_changes({ comparisons: among, changes: moved.join(', ') })
      : comparisons > 0
        ? m.dashboard_sum_steady({ comparisons: among })
        : m.dashboard_sum_alone();
  return all === null ? sentence : `${sentence} ${m.dashboard_sum_all({ share: percent(all) })}`;
}

/** The list of verbatims behind a figure; unlike here, no period means all there are. */
function listAddress(filters: Filters): string {
  const params = writeFilters(filters);
  if (filters.preset !== 'dates') params.set('period', filters.preset);
  return `/verbatims?${params}`;
}

function changeOf({ value, low, high }: Difference): string {
  const sign = value > 0 ? '▲' : '▼';
  return `${sign} ${m.dashboard_change_of({ points: signedPoints(value), low: signedAmount(low), high: signedAmount(high) })}`;
}
