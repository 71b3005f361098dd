import { excludesZero, type Estimate } from '../statistics/estimate';
import { meanOfHundred } from '../statistics/mean';
import { nps } from '../statistics/nps';
import type { Difference } from '../statistics/proportion';
import { changeOf, LEAST, NOTHING, shareOf, sum, type CountRow } from './counts';
import { byStep, byTeam, type Groups, type Step } from './groups';
import { spansOf, type Period, type Span } from './period';
import type { Team } from './teams';

/** What is known of one slice of time. */
export interface SliceFigures extends Span {
  n: number;
  positive: number;
  neutral: number;
  negative: number;
  /** Share positive; null for too few verbatims. */
  share: Estimate | null;
}

export interface Figures {
  n: number;
  /** Verbatims of the previous period. */
  before: number;
  share: Estimate | null;
  /** The share positive of the previous period. */
  shareBefore: Estimate | null;
  change: Difference | null;
  /** Whether the change may be called one. */
  changed: boolean;
  /** The mean rating, 0-100. */
  rating: Estimate | null;
  nps: Estimate | null;
  slices: SliceFigures[];
  teams: Groups;
  steps: Groups;
}

export interface Material {
  period: Period;
  /** The counts of the period, and of the one before. */
  now: CountRow[];
  before: CountRow[];
  teams: readonly Team[];
  /** In the order of the journey. */
  steps: readonly Step[];
  /** The team that is looked at: those right below it are compared. */
  root: Team | undefined;
}

/** Turns the counts of a period and of the one before into what a page says about them. */
export function figuresOf({ period, now, before, teams, steps, root }: Material): Figures {
  const all = total(now);
  const earlier = total(before);
  const change = changeOf(all, earlier);
  const ratings = { n: all.rated, sum: all.rating_sum, sumOfSquares: all.rating_squares };
  return {
    n: all.n,
    before: earlier.n,
    share: shareOf(all),
    shareBefore: shareOf(earlier),
    change,
    changed: change !== null && excludesZero(change),
    rating: all.rated < LEAST ? null : meanOfHundred(ratings),
    nps: all.nps_rated < LEAST ? null : nps({ ...all, n: all.nps_rated }),
    slices: slicesOf(period, now),
    teams: byTeam(now, before, teams, root),
    steps: byStep(now, before, steps)
  };
}

function total(rows: CountRow[]) {
  return sum(rows.filter((row) => row.grouped_by === 'all'));
}

/** A slice without a row has no verbatim, and is there all the same. */
function slicesOf(period: Period, rows: CountRow[]): SliceFigures[] {
  const byStart = new Map(
    rows.filter((row) => row.grouped_by === 'slice').map((row) => [row.starts_on, row])
  );
  return spansOf(period).map((span) => {
    const { n, positive, neutral, negative } = byStart.get(span.key) ?? NOTHING;
    return { ...span, n, positive, neutral, negative, share: shareOf({ n, positive }) };
  });
}
