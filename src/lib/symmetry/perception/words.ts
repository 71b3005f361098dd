import type { Side } from '$lib/charts/sides';
import { intervalText, scoreText } from '$lib/charts/score-columns';
import type { Column } from '$lib/charts/table';
import { decimal, integer, longDay, signed } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Judged } from '$lib/statistics/comparisons';
import type { Estimate } from '$lib/statistics/estimate';
import { LEAST } from '$lib/verbatims/counts';
import type { Span } from '../month';
import { spanName } from '../spans';
import { toldOn } from './guess';
import type { Outcome } from './outcome';
import type { Perception } from './perception';

type Believer = 'employees' | 'leaders';
const BELIEVERS = ['employees', 'leaders'] as const;

const NAMES: Record<Side, () => string> = {
  customers: m.perception_customers,
  employees: m.perception_employees,
  leaders: m.perception_leaders
};
const CLAUSES = {
  employees: {
    low: m.perception_employees_low,
    high: m.perception_employees_high,
    unsure: m.perception_employees_unsure
  },
  leaders: {
    low: m.perception_leaders_low,
    high: m.perception_leaders_high,
    unsure: m.perception_leaders_unsure
  }
};

/** Who was right, and by how much the others were not: only what may be called a difference is called one. */
export function sentenceOf(perception: Perception): string {
  const { quarter, customers } = perception;
  return m.perception_said({
    quarter: spanName(quarter, 'quarter'),
    what: customers ? judgedOf(perception) : m.perception_unknown()
  });
}

function judgedOf({ off, customers }: Perception): string {
  const [first, second] = BELIEVERS.flatMap((who) => {
    const by = off[who];
    if (!by) return [];
    const side = !by.called ? 'unsure' : by.value < 0 ? 'low' : 'high';
    return [CLAUSES[who][side]({ points: pointsOf(by.value) })];
  });
  if (first && second) return m.perception_and({ first, second });
  return first ?? m.perception_nobody({ score: integer(customers?.value ?? 0) });
}

/** 14.2 -> "14 points", small ones with a decimal */
function pointsOf(value: number): string {
  const size = Math.abs(value);
  return m.team_points({ count: size, text: size < 2 ? decimal(size) : integer(size) });
}

/** What we believed and what customers said, out of ten as it was asked, in one line for everybody. */
export function outcomeText({ quarter, guess, score }: Outcome): string {
  const text = ({ value, low, high }: Estimate) =>
    `${decimal(value / 10)} (${decimal(low / 10)}–${decimal(high / 10)})`;
  return m.perception_outcome({
    quarter: spanName(quarter, 'quarter'),
    guess: text(guess),
    score: text(score)
  });
}

/** The three figures as the lines of a chart. */
export function groupsOf({ customers, employees, leaders, kind, off }: Perception) {
  const group = (side: Side, score: Estimate | null, by: Judged | null, detail: string) => ({
    name: NAMES[side](),
    side,
    score,
    reference: null,
    moved: by?.called ? signed(by.value) : '',
    change: by
      ? `${signed(by.value)} (${m.chart_from_to({ low: signed(by.low), high: signed(by.high) })})`
      : '',
    gap: '',
    detail
  });
  const made = kind === 'rating' ? m.symmetry_cx_rating_long() : m.symmetry_cx_balance_long();
  return [
    group('customers', customers, null, made),
    group('employees', employees, off.employees, m.perception_made_employees()),
    group('leaders', leaders, off.leaders, m.perception_made_leaders())
  ];
}

/** A figure that is not there: why, and from when there will be one. */
interface Missing {
  side: Side;
  text: string;
}

/** @param running the quarter that leaders guess now */
export function missingOf(perception: Perception, running: Span): Missing[] {
  const quarter = spanName(perception.quarter, 'quarter');
  const text: Record<Side, () => string> = {
    customers: () => m.perception_missing_customers({ least: integer(LEAST), quarter }),
    employees: () => employeesMissing(perception, quarter),
    leaders: () =>
      perception.isCompany
        ? m.perception_missing_leaders({ quarter, day: longDay(toldOn(running)) })
        : m.perception_missing_elsewhere()
  };
  return (['customers', ...BELIEVERS] as const)
    .filter((side) => !perception[side])
    .map((side) => ({ side, text: text[side]() }));
}

function employeesMissing({ isAsked, nextOn }: Perception, quarter: string): string {
  const why = isAsked ? m.perception_missing_withheld({ quarter }) : m.perception_missing_asked({ quarter });
  return `${why} ${nextOn ? m.perception_missing_next({ day: longDay(nextOn) }) : m.perception_missing_plan()}`;
}

/** The columns of the other quarters: each figure with its interval, and how far off it is where that is sure. */
export function quarterColumns(): Column<Perception>[] {
  return [
    { name: m.perception_quarter(), value: ({ quarter }) => spanName(quarter, 'quarter') },
    { name: NAMES.customers(), value: ({ customers }) => figure(customers) },
    ...BELIEVERS.map((who) => ({
      name: NAMES[who](),
      value: (perception: Perception) => believed(perception, who)
    }))
  ];
}

function believed(perception: Perception, who: Believer): string {
  const told = figure(perception[who]);
  const by = perception.off[who];
  return by?.called ? m.perception_figure_off({ figure: told, points: signed(by.value) }) : told;
}

function figure(score: Estimate | null): string {
  return score ? `${scoreText(score)} (${intervalText(score)})` : m.perception_none();
}
