import type { Estimate } from '$lib/statistics/estimate';

/** A figure with its interval. */
export type LineFigure = Pick<Estimate, 'value' | 'low' | 'high'> & {
  /** null where its numbers are told elsewhere. */
  n: number | null;
};

/** One line of a chart of lines: what it is called, and its figure where it may be shown. */
export interface Line {
  /** Tells lines of the same name apart. */
  id?: string;
  name: string;
  href?: string;
  /** Said below the name; '' for nothing. */
  note?: string;
  score: LineFigure | null;
}
