import { createHash } from 'node:crypto';
import { spearman } from '$lib/statistics/correlation';
import { laggedCorrelations } from '$lib/statistics/lags';
import { twoSidedP } from '$lib/statistics/normal';
import { standardErrors } from '$lib/statistics/products';
import { seeded } from '$lib/statistics/random';
import { shiftTest, type ShiftTest } from '$lib/statistics/shifts';
import { within } from '$lib/statistics/within';
import { addMonths, type Grain, type Span } from '../month';
import { reachOf, type Place } from '../overview';
import type { Sums } from '../sums';
import { unitsOf } from '../units';
import { acrossTeams, type Across } from './across';
import { dotsAt, evenly } from './dots';
import { keeping } from './kept';
import { EXPLORATORY, type LagFigure, type Link } from './link';
import { neededFor, type Pace } from './needed';
import { lagsOf, pairsAt, panelOf, type TeamPanel } from './panel';
import { verdictOf } from './verdict';

/** For so many milliseconds the wall's stream may wait. */
const BREATH = 10;

/** The same data give the same p. */
const SEED = 1;

/** The test of five hundred teams by month takes seconds: what was just computed is not computed again. */
const kept = keeping<Link>(24);

/**
 * What can be told of the link between EX and CX of a place, in both ways of looking: across its teams in a span, and
 * within its teams over all that is known up to its end.
 *
 * Lets others work in between: with hundreds of teams the test takes seconds.
 */
export async function linksOf(
  sums: Sums,
  place: Place,
  span: Span,
  grain: Grain
): Promise<{ teams: Link; time: Link }> {
  const units = unitsOf(place.teams, place.root, sums);
  const reach = reachOf(sums, span);
  const across = acrossTeams(sums, units, span, reach);
  await breathe();
  const panel = panelOf(sums, units, reach, grain);
  await breathe();
  const time = await kept(fingerprint([panel, grain]), () => timeLink(panel, grain));
  return { teams: teamsLink(across, span, grain), time };
}

function teamsLink({ dots, kind, leftOut }: Across, span: Span, grain: Grain): Link {
  const found = spearman(dots.map(({ ex, cx }) => [ex, cx]));
  const figure = told({
    lag: 0,
    value: found?.value ?? null,
    low: found?.low ?? -1,
    high: found?.high ?? 1,
    pairs: dots.length,
    effective: dots.length
  });
  return finished(
    {
      view: 'teams',
      reach: span,
      lags: [figure],
      strongest: figure.value === null ? null : figure,
      p: figure.value === null ? null : chanceOf(figure.value, dots.length),
      draws: 0,
      dots: evenly(dots),
      pairs: dots.length,
      teams: dots.length,
      leftOut,
      kind,
      spans: 1
    },
    // However long one waits, there are no more teams.
    { pairs: 0, grain, until: span.until }
  );
}

/** Of a coefficient as strong between two things that are not related: then the error of atanh r is 1.03 / root of n - 3. */
function chanceOf(r: number, pairs: number): number {
  return twoSidedP(Math.atanh(Math.min(Math.abs(r), 1 - 1e-9)) * Math.sqrt((pairs - 3) / RANK_FACTOR));
}

/** Fieller, Hartley and Pearson, Biometrika 44 (1957) 470-481: for ranks the variance is 1.06 / (n - 3). */
const RANK_FACTOR = 1.06;

async function timeLink(panel: TeamPanel, grain: Grain): Promise<Link> {
  const moves = { ...panel, ...within(panel) };
  await breathe();
  const random = seeded(SEED);
  const lags = laggedCorrelations(panel, lagsOf(moves, grain), random).map(told);
  await breathe();
  const tested = lags.filter(({ value }) => value !== null).map(({ lag }) => lag);
  const test = tested.length > 0 ? await drawn(shiftTest(panel, tested, random)) : null;
  const strongest = strongestOf(lags);
  const pairs = dotsAt(moves, strongest?.lag ?? 0);
  const [first, last] = [panel.spans[0], panel.spans.at(-1)];
  return finished(
    {
      view: 'time',
      reach: first && last ? { since: first.since, until: last.until } : null,
      lags,
      strongest,
      p: test?.p ?? null,
      draws: test?.draws ?? 0,
      dots: evenly(pairs),
      pairs: pairs.length,
      teams: new Set(pairs.map(({ team }) => team)).size,
      leftOut: 0,
      kind: null,
      spans: new Set(pairs.map(({ span }) => span?.since)).size
    },
    paceOf(panel, grain)
  );
}

/** As the test counts them: in standard errors, so that a lag with few pairs does not win by noise. */
function strongestOf(lags: readonly LagFigure[]): LagFigure | null {
  const errors = ({ value, effective }: LagFigure) => standardErrors(value ?? 0, effective);
  const known = lags.filter(({ value }) => value !== null);
  return known.reduce<LagFigure | null>(
    (best, each) => (best && errors(best) >= errors(each) ? best : each),
    null
  );
}

/** A coefficient is told from so many independent pairs on. */
function told(figure: LagFigure): LagFigure {
  return figure.value !== null && figure.effective >= EXPLORATORY
    ? figure
    : { ...figure, value: null, low: -1, high: 1 };
}

function finished(link: Omit<Link, 'verdict' | 'needed'>, pace: Pace): Link {
  const verdict = verdictOf(link);
  return { ...link, verdict, needed: neededFor(verdict, link, pace) };
}

/** Pairs a month or quarter has brought in the last year. */
function paceOf(panel: TeamPanel, grain: Grain): Pace {
  const until = panel.spans.at(-1)?.until ?? '';
  const year = panel.spans.filter((span) => span.since > addMonths(until, -12));
  const first = panel.spans.length - year.length;
  const recent = pairsAt(panel, 0).filter(({ column }) => column >= first).length;
  return { pairs: year.length === 0 ? 0 : recent / year.length, grain, until };
}

async function drawn(test: ShiftTest): Promise<ShiftTest> {
  while (!test.done) {
    const enough = performance.now() + BREATH;
    do test.draw(1);
    while (!test.done && performance.now() < enough);
    await breathe();
  }
  return test;
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function fingerprint(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('base64');
}
