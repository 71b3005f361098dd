import { integer, percent, percentRange } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Share } from './share';
import type { Column } from './table';

interface Measured {
  n: number;
  share: Share | null;
}

/** What stands where a share would: never a zero, never a gap. */
export function unknown(n: number): string {
  return n === 0 ? m.chart_nothing() : m.chart_too_few({ n: integer(n) });
}

/** The columns of every table of shares: the share, its interval, its n. In a file, percent to a tenth. */
export function shareColumns<Row extends Measured>(): Column<Row>[] {
  const inPercent = (share: number) => Math.round(1000 * share) / 10;
  return [
    {
      name: m.chart_share(),
      value: ({ share }) => share && inPercent(share.value),
      show: ({ share, n }) => (share ? percent(share.value) : unknown(n))
    },
    {
      name: m.chart_interval(),
      only: 'page',
      value: () => null,
      show: ({ share }) => (share ? percentRange(share.low, share.high) : '–')
    },
    { name: m.chart_low(), only: 'file', value: ({ share }) => share && inPercent(share.low) },
    { name: m.chart_high(), only: 'file', value: ({ share }) => share && inPercent(share.high) },
    { name: m.chart_n(), value: ({ n }) => n, show: ({ n }) => integer(n) }
  ];
}
