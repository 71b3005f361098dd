import { integer } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { amount, points } from '$lib/pulse/results/sentence';
import { listed } from '$lib/pulse/words';
import type { Estimate } from '$lib/statistics/estimate';
import { missingText, type MissingCustomers, type MissingEmployees } from './missing';
import { monthsBetween } from './month';
import type { Moves, Overview } from './overview';
import type { Position } from './quadrant';

/** What a page of symmetry says first, and how sure that is. */
export interface Headline {
  said: string;
  sure: string;
}

/** Whose page it is. */
export interface Named {
  name: string;
  isCompany: boolean;
}

/** Why a side is missing, where one is. */
interface Lacking {
  customers: MissingCustomers | null;
  employees: MissingEmployees | null;
}

/** More teams in one place of the quadrant are counted. */
const NAMED = 2;

/** Of the places in the quadrant where something is to be done, so many are told, in this order. */
const TOLD = 2;
const TO_MEND = ['customers', 'employees', 'neither'] as const;

/**
 * The sentence of a place: both sides, how many teams are well on both, where one side pays for the other. What is not
 * certain is counted and not judged, and a change is one only where it may be called so.
 */
export function headline(overview: Overview, place: Named, missing: Lacking): Headline {
  const { cx, ex } = overview.whole;
  if (!cx || !ex) return withoutBoth(overview, place, missing);
  return {
    said: saidOf(place, [sidesOf(overview), ...teamsOf(overview)]),
    sure: [betweenOf(cx, ex), ...unsureOf(overview), movedOf(overview)].join(' ')
  };
}

function withoutBoth({ whole, history }: Overview, place: Named, missing: Lacking): Headline {
  const { cx, ex, moves } = whole;
  if (!cx && !ex && history.every((moment) => !moment.cx && !moment.ex))
    return { said: saidOf(place, [m.symmetry_said_nothing()]), sure: m.symmetry_sure_nothing() };
  const why = [missing.customers, missing.employees].flatMap((each) => (each ? [missingText(each)] : []));
  const said = cx
    ? m.symmetry_said_customers_only({ customers: scoreOf(cx, moves.cx) })
    : ex
      ? m.symmetry_said_employees_only({ employees: scoreOf(ex, moves.ex) })
      : m.symmetry_said_none();
  return { said: saidOf(place, [said]), sure: why.join(' ') };
}

/** A company goes without its name, which is on the page; a region does not. */
function saidOf({ name, isCompany }: Named, [first = '', ...others]: string[]): string {
  const start = isCompany
    ? first.charAt(0).toUpperCase() + first.slice(1)
    : m.symmetry_said_of({ name, said: first });
  return others.reduce((before, after, i) => {
    return i === 0 && isCompany
      ? m.symmetry_said_then({ before, after })
      : m.symmetry_said_and({ before, after });
  }, start);
}

function sidesOf({ whole: { cx, ex, moves } }: Overview): string {
  return m.symmetry_said_sides({
    customers: cx ? scoreOf(cx, moves.cx) : '',
    employees: ex ? scoreOf(ex, moves.ex) : ''
  });
}

/** "74", and "74 (+4)" where that is a change. */
function scoreOf({ value }: Estimate, move: Moves['cx']): string {
  return move?.called ? `${integer(value)} (${amount(move.value)})` : integer(value);
}

function teamsOf({ teams }: Overview): string[] {
  const placed = teams.filter(({ position }) => position !== null);
  const at = (position: Position) =>
    placed.filter((line) => line.position === position).map(({ team }) => team.name);
  if (placed.length === 0) return [];
  const unsure = at('undetermined').length;
  if (unsure === placed.length) {
    const facts = { count: unsure, text: integer(unsure), names: listed(at('undetermined')) };
    return [m.symmetry_said_undetermined(facts)];
  }
  const mended = TO_MEND.flatMap((position) => mendOf(position, at(position))).slice(0, TOLD);
  return placed.length > 1 || at('both').length > 0 ? [bothOf(at('both'), placed.length), ...mended] : mended;
}

function bothOf(names: string[], of: number): string {
  const all = integer(of);
  if (of === 1) return m.symmetry_said_both_one({ names: listed(names) });
  if (names.length === 0) return m.symmetry_said_both_none({ all });
  return m.symmetry_said_both({ count: names.length, text: integer(names.length), all });
}

function mendOf(position: (typeof TO_MEND)[number], names: string[]): string[] {
  if (names.length === 0) return [];
  const { few, many } = MENDED[position];
  return [
    names.length > NAMED
      ? many({ text: integer(names.length) })
      : few({ count: names.length, names: listed(names) })
  ];
}

const MENDED = {
  customers: { few: m.symmetry_said_customers, many: m.symmetry_said_customers_many },
  employees: { few: m.symmetry_said_employees, many: m.symmetry_said_employees_many },
  neither: { few: m.symmetry_said_neither, many: m.symmetry_said_neither_many }
};

function betweenOf(cx: Estimate, ex: Estimate): string {
  return m.symmetry_sure_between({
    customersLow: integer(cx.low),
    customersHigh: integer(cx.high),
    employeesLow: integer(ex.low),
    employeesHigh: integer(ex.high)
  });
}

/** The teams of which the sentence says nothing, unless it says so of all. */
function unsureOf({ teams }: Overview): string[] {
  const unsure = teams.filter(({ position }) => position === 'undetermined').length;
  const unknown = teams.filter(({ position }) => position === null).length;
  return [
    ...(unsure > 0 ? [m.symmetry_sure_undetermined({ count: unsure, text: integer(unsure) })] : []),
    ...(unknown > 0 ? [m.symmetry_sure_unknown({ count: unknown, text: integer(unknown) })] : [])
  ];
}

function movedOf({ whole: { moves }, span }: Overview): string {
  if (!moves.cx && !moves.ex) return m.symmetry_sure_alone();
  const months = monthsBetween(span.since, span.until) + 1;
  const since = m.symmetry_sure_since({ count: months, text: integer(months) });
  const sides = [
    { move: moves.cx, told: m.symmetry_sure_moved_customers },
    { move: moves.ex, told: m.symmetry_sure_moved_employees }
  ];
  const moved = sides.flatMap(({ move, told }) =>
    move?.called ? [told({ points: points(move.value), low: amount(move.low), high: amount(move.high) })] : []
  );
  if (moved.length === 0) return m.symmetry_sure_steady({ since });
  const all = moved.join(', ');
  return m.symmetry_sure_moved({ moves: all.charAt(0).toUpperCase() + all.slice(1), since });
}
