import { integer } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Estimate } from '$lib/statistics/estimate';
import type { Column } from './table';

interface Scored {
  /** null for a figure that is withheld */
  score: Estimate | null;
}

/** A score as the pages write it, with its interval: "68" and "61–75". */
export function scoreText({ value }: Pick<Estimate, 'value'>): string {
  return integer(value);
}

export function intervalText({ low, high }: Pick<Estimate, 'low' | 'high'>): string {
  // A dash between signs would read as another one.
  return low < 0
    ? m.chart_from_to({ low: integer(low), high: integer(high) })
    : `${integer(low)}–${integer(high)}`;
}

/** The columns of every table of scores: the score, its interval, its n. In a file, to a tenth. */
export function scoreColumns<Row extends Scored>(): Column<Row>[] {
  const tenth = (value: number | undefined) => (value === undefined ? null : Math.round(10 * value) / 10);
  return [
    {
      name: m.chart_score(),
      value: ({ score }) => tenth(score?.value),
      show: ({ score }) => (score ? scoreText(score) : m.pulse_too_few_short())
    },
    {
      name: m.chart_interval(),
      only: 'page',
      value: () => null,
      show: ({ score }) => (score ? intervalText(score) : '–')
    },
    { name: m.chart_low(), only: 'file', value: ({ score }) => tenth(score?.low) },
    { name: m.chart_high(), only: 'file', value: ({ score }) => tenth(score?.high) },
    {
      name: m.chart_n(),
      value: ({ score }) => score?.n ?? null,
      show: ({ score }) => (score ? integer(score.n) : '–')
    }
  ];
}

/** A figure to compare with, on the same scale. */
export function referenceColumn<Row extends { reference: Estimate | null }>(name: string): Column<Row> {
  return {
    name,
    value: ({ reference }) => reference && Math.round(10 * reference.value) / 10,
    show: ({ reference }) => (reference ? scoreText(reference) : '–')
  };
}
