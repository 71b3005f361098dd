import { m } from '$lib/i18n/paraglide/messages';
import type { Judged } from '$lib/statistics/comparisons';
import type { Estimate } from '$lib/statistics/estimate';
import type { Difference } from '$lib/statistics/proportion';
import type { Kind } from '$lib/verbatims/experience';
import { firstDay, lastDay, type Grain } from './month';
import type { Moment, Moves, Overview, TeamLine } from './overview';
import type { Perception } from './perception/perception';
import { spanName } from './spans';
import type { Standing } from './standing';
import { QUADRANT_NAMES } from './words';

/** What a cell of a spreadsheet holds: dates are days at midnight UTC, null is empty. */
export type Value = string | number | Date | null;

export interface Sheet {
  name: string;
  columns: { name: string; /** In characters. */ width: number }[];
  rows: Value[][];
}

const NUMBER = 9;

/** Why a side of a team, or of the place, is not there. */
export type Reasons = ReadonlyMap<string, string>;

/** The place first, then every team that is compared. */
export function teamsSheet(
  { whole, teams }: Pick<Overview, 'whole' | 'teams'>,
  place: string,
  reasons: Reasons
): Sheet {
  const line = (
    name: string,
    of: Standing & { moves: Moves },
    gap: Difference | Judged | null,
    why: string
  ) => [
    name,
    kindName(of.kind),
    ...estimate(of.cx),
    ...estimate(of.ex),
    ...estimate(of.symmetry).slice(0, 3),
    ...difference(gap),
    gap && 'called' in gap ? yesNo(gap.called) : null,
    of.position ? QUADRANT_NAMES[of.position].name() : null,
    ...FIGURES.flatMap((figure) => judged(of.moves[figure])),
    why
  ];
  return {
    name: m.symmetry_sheet_teams(),
    columns: [
      { name: m.symmetry_team(), width: 28 },
      { name: m.symmetry_sheet_kind(), width: 22 },
      ...intervalColumns(m.symmetry_cx(), true),
      ...intervalColumns(m.symmetry_ex_short(), true),
      ...intervalColumns(m.symmetry_symmetry()),
      ...intervalColumns(m.symmetry_gap()),
      { name: m.symmetry_sheet_established(), width: 11 },
      { name: m.symmetry_where(), width: 28 },
      ...FIGURES.flatMap((figure) => [
        ...intervalColumns(m.symmetry_sheet_change({ figure: NAMES[figure]() })),
        { name: m.symmetry_sheet_established(), width: 11 }
      ]),
      { name: m.symmetry_sheet_why(), width: 60 }
    ],
    rows: [
      line(place, whole, whole.gap, reasons.get('') ?? ''),
      ...teams.map((team: TeamLine) =>
        line(team.team.name, { ...team, gap: null }, team.gap, reasons.get(team.team.id) ?? '')
      )
    ]
  };
}

/** Both sides of the place, span by span. */
export function historySheet(history: readonly Moment[], by: Grain): Sheet {
  return {
    name: m.symmetry_sheet_history(),
    columns: [
      { name: m.symmetry_span(), width: 12 },
      { name: m.symmetry_sheet_from(), width: 12 },
      { name: m.symmetry_sheet_to(), width: 12 },
      ...intervalColumns(m.symmetry_cx(), true),
      ...intervalColumns(m.symmetry_ex_short(), true),
      { name: m.symmetry_sheet_closed(), width: 11 }
    ],
    rows: history.map(({ span, cx, ex, isClosed }) => [
      spanName(span, by),
      day(firstDay(span.since)),
      day(lastDay(span.until)),
      ...estimate(cx),
      ...estimate(ex),
      yesNo(isClosed)
    ])
  };
}

/** NPS beside eNPS. */
export function balancesSheet(
  balances: readonly { name: string; nps: Estimate | null; enps: { score: Estimate; day: string } | null }[]
): Sheet {
  return {
    name: m.symmetry_sheet_balances(),
    columns: [
      { name: m.symmetry_team(), width: 28 },
      ...intervalColumns(m.symmetry_nps(), true),
      ...intervalColumns(m.symmetry_enps(), true),
      { name: m.symmetry_sheet_wave(), width: 14 }
    ],
    rows: balances.map(({ name, nps, enps }) => [
      name,
      ...estimate(nps),
      ...estimate(enps?.score ?? null),
      enps ? day(enps.day) : null
    ])
  };
}

/** What is believed of customers beside what they say. */
export function perceptionSheet(perceptions: readonly Perception[]): Sheet {
  return {
    name: m.symmetry_sheet_perception(),
    columns: [
      { name: m.symmetry_span(), width: 12 },
      ...intervalColumns(m.symmetry_sheet_said(), true),
      ...intervalColumns(m.symmetry_sheet_employees(), true),
      ...intervalColumns(m.symmetry_sheet_leaders(), true)
    ],
    rows: perceptions.map(({ quarter, customers, employees, leaders }) => [
      spanName(quarter, 'quarter'),
      ...estimate(customers),
      ...estimate(employees),
      ...estimate(leaders)
    ])
  };
}

/** What the curves are marked with, and all that they leave out. */
export function marksSheet(
  marks: readonly { kind: 'event' | 'action'; day: string; title: string; team: string }[]
): Sheet {
  return {
    name: m.symmetry_sheet_marks(),
    columns: [
      { name: m.symmetry_sheet_day(), width: 12 },
      { name: m.symmetry_sheet_what(), width: 14 },
      { name: m.symmetry_team(), width: 28 },
      { name: m.symmetry_sheet_title(), width: 80 }
    ],
    rows: marks.map((mark) => [
      day(mark.day),
      mark.kind === 'event' ? m.symmetry_event() : m.symmetry_action(),
      mark.team,
      mark.title
    ])
  };
}

const FIGURES = ['cx', 'ex', 'symmetry', 'gap'] as const;
const NAMES: Record<(typeof FIGURES)[number], () => string> = {
  cx: m.symmetry_cx,
  ex: m.symmetry_ex_short,
  symmetry: m.symmetry_symmetry,
  gap: m.symmetry_gap
};

export function kindName(kind: Kind): string {
  return kind === 'rating' ? m.symmetry_sheet_rating() : m.symmetry_sheet_balance();
}

/** YYYY-MM-DD as a spreadsheet has days. */
export function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

/** A score with few decimals: more would pretend to be exact. */
export function few(value: number, decimals = 1): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

function yesNo(yes: boolean): string {
  return yes ? m.symmetry_yes() : m.symmetry_no();
}

function intervalColumns(name: string, counted = false) {
  const columns = [
    { name, width: NUMBER },
    { name: `${name} · ${m.chart_low()}`, width: NUMBER },
    { name: `${name} · ${m.chart_high()}`, width: NUMBER }
  ];
  return counted ? [...columns, { name: `${name} · ${m.chart_n()}`, width: NUMBER }] : columns;
}

/** What may not be told says so in its first cell, where a zero or an empty one would be read as a figure. */
function estimate(figure: Estimate | null): Value[] {
  if (!figure) return [m.symmetry_sheet_withheld(), null, null, null];
  return [few(figure.value), few(figure.low), few(figure.high), figure.n];
}

function difference(figure: Difference | null): Value[] {
  if (!figure) return [null, null, null];
  return [few(figure.value), few(figure.low), few(figure.high)];
}

function judged(figure: Judged | null): Value[] {
  return [...difference(figure), figure && yesNo(figure.called)];
}
