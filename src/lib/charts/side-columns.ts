import { integer } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Estimate } from '$lib/statistics/estimate';
import { intervalText, scoreText } from './score-columns';
import type { Column } from './table';

/**
 * The columns of one side in a table of both: its score with its interval, and its n. In a file, to a tenth and apart.
 *
 * @param tooFew what stands where there is no figure
 */
export function sideColumns<Row>(
  name: string,
  of: (row: Row) => Estimate | null,
  tooFew: string
): Column<Row>[] {
  const tenth = (value: number | undefined) => (value === undefined ? null : Math.round(10 * value) / 10);
  return [
    {
      name,
      value: (row) => tenth(of(row)?.value),
      show: (row) => {
        const estimate = of(row);
        return estimate ? `${scoreText(estimate)} (${intervalText(estimate)})` : tooFew;
      }
    },
    { name: `${name} · ${m.chart_low()}`, only: 'file', value: (row) => tenth(of(row)?.low) },
    { name: `${name} · ${m.chart_high()}`, only: 'file', value: (row) => tenth(of(row)?.high) },
    {
      name: `${name} · ${m.chart_n()}`,
      value: (row) => of(row)?.n ?? null,
      show: (row) => {
        const estimate = of(row);
        return estimate ? integer(estimate.n) : '–';
      }
    }
  ];
}
