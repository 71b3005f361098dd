import { dateRange, integer, month, monthOnly, percent, shortDay } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { LEAST } from '$lib/verbatims/counts';
import type { SliceFigures } from '$lib/verbatims/figures';
import type { Slice } from '$lib/verbatims/period';

export type NamedSlice = SliceFigures & { label: string[]; name: string };

/** Slices of time with their names: a short one for an axis, line by line, and a full one for a table. */
export function nameSlices(slices: SliceFigures[], kind: Slice): NamedSlice[] {
  return slices.map((slice) => {
    const { from, to } = slice;
    if (kind === 'month') return { ...slice, label: [monthOnly(from), from.slice(0, 4)], name: month(from) };
    return { ...slice, label: [shortDay(from)], name: kind === 'day' ? shortDay(from) : dateRange(from, to) };
  });
}

/** The share in time, in a sentence: its lowest and highest point. */
export function shareSummary(slices: NamedSlice[]): string {
  const told = slices.filter(({ share }) => share !== null);
  const [lowest, highest] = extremes(told, ({ share }) => share?.value ?? 0);
  if (!lowest?.share || !highest?.share) return m.dashboard_sum_share_none();
  const ends = {
    low: percent(lowest.share.value),
    lowest: lowest.name,
    high: percent(highest.share.value),
    highest: highest.name
  };
  const range =
    told.length === 1
      ? m.dashboard_sum_share_one({ share: ends.low, name: ends.lowest })
      : m.dashboard_sum_share(ends);
  return told.length === slices.length ? range : `${range} ${m.dashboard_sum_few({ least: integer(LEAST) })}`;
}

/** The numbers in time, in a sentence: how many of each, and when most. */
export function countSummary(slices: NamedSlice[]): string {
  const total = (of: 'positive' | 'neutral' | 'negative') =>
    integer(slices.reduce((sum, slice) => sum + slice[of], 0));
  const [, peak] = extremes(slices, ({ n }) => n);
  return m.dashboard_sum_count({
    positive: total('positive'),
    neutral: total('neutral'),
    negative: total('negative'),
    peak: peak?.name ?? '',
    most: integer(peak?.n ?? 0)
  });
}

function extremes(slices: NamedSlice[], by: (slice: NamedSlice) => number): [NamedSlice?, NamedSlice?] {
  const ascending = [...slices].sort((a, b) => by(a) - by(b));
  return [ascending[0], ascending.at(-1)];
}
