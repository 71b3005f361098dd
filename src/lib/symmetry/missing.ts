import { integer } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { LEAST } from '$lib/verbatims/counts';
import type { Kind } from '$lib/verbatims/experience';
import { addMonths, firstDay, monthOf, monthsBetween, type Grain, type Month, type Span } from './month';
import type { Moment } from './overview';
import { customersIn, type Sums } from './sums';

/** Why a figure is not there, and the month with which it will be: null where waiting does not bring it. */
export type Missing = MissingCustomers | MissingEmployees | MissingCurve;

export interface MissingCustomers {
  what: 'customers';
  kind: Kind;
  have: number;
  more: number;
  by: Month | null;
}

/** none: no wave asked in the span. coming: one will. withheld: one did, and its figures may not be told. */
export interface MissingEmployees {
  what: 'employees';
  why: 'none' | 'coming' | 'withheld';
  by: Month | null;
}

export interface MissingCurve {
  what: 'curve';
  grain: Grain;
  /** Spans in which something is known. */
  have: number;
  more: number;
  by: Month | null;
}

/** A wave that asks a team about the levers. */
export interface AskingWave {
  /** The day it closes, YYYY-MM-DD. */
  day: string;
  isPublished: boolean;
}

/** Fewer spans are points, and no curve. */
const LEAST_SPANS = 3;

/** The present pace is that of so many last months. */
const MONTHS_OF_PACE = 3;

/**
 * What is missing for CX; null where nothing is.
 *
 * @param customers ids of the teams whose customers they are
 * @param today YYYY-MM-DD
 */
export function missingCustomers(
  sums: Sums,
  customers: readonly string[],
  span: Span,
  kind: Kind,
  today: string
): MissingCustomers | null {
  const within = (each: Span) => {
    const counts = customersIn(sums, customers, each);
    return kind === 'rating' ? counts.rated : counts.n;
  };
  const have = within(span);
  if (have >= LEAST) return null;
  const recent = { since: addMonths(span.until, 1 - MONTHS_OF_PACE), until: span.until };
  const pace = within(recent) / MONTHS_OF_PACE;
  const isOver = addMonths(span.until, 1) < monthOf(today);
  const length = monthsBetween(span.since, span.until) + 1;
  // The span moves on with time: what is old leaves it while what is new comes in.
  const later = Array.from({ length }, (_, i) => i + 1).find((months) => {
    const left = { since: addMonths(span.since, months), until: span.until };
    return (months < length ? within(left) : 0) + months * pace >= LEAST;
  });
  const by = isOver || later === undefined ? null : addMonths(span.until, later);
  return { what: 'customers', kind, have, more: LEAST - have, by };
}

/**
 * Why there is no EX in a span. How many answered is never told, and neither is how many more it takes.
 *
 * @param waves all that asked, ask or are planned to ask the team
 */
export function missingEmployees(span: Span, waves: readonly AskingWave[]): MissingEmployees {
  const inside = ({ day }: AskingWave) => monthOf(day) >= span.since && monthOf(day) <= span.until;
  if (waves.some((wave) => wave.isPublished && inside(wave)))
    return { what: 'employees', why: 'withheld', by: null };
  const coming = waves
    .filter(({ isPublished, day }) => !isPublished && monthOf(day) >= span.since)
    .map(({ day }) => monthOf(day))
    .sort();
  const by = coming[0] ?? null;
  return { what: 'employees', why: by ? 'coming' : 'none', by };
}

/** What is missing for a curve; null where nothing is. Takes for granted that every span to come tells something. */
export function missingCurve(
  history: readonly Pick<Moment, 'cx' | 'ex' | 'span'>[],
  grain: Grain
): MissingCurve | null {
  const known = history.filter(({ cx, ex }) => cx ?? ex);
  const more = LEAST_SPANS - known.length;
  if (more <= 0) return null;
  const last = history.at(-1)?.span.until;
  const by = last && known.length > 0 ? addMonths(last, more * (grain === 'quarter' ? 3 : 1)) : null;
  return { what: 'curve', grain, have: known.length, more, by };
}

/** Why a figure is missing and when it will be there, in one or two sentences. */
export function missingText(missing: Missing): string {
  if (missing.what === 'employees') return employeesText(missing);
  return missing.what === 'customers' ? customersText(missing) : curveText(missing);
}

function customersText({ kind, have, more, by }: MissingCustomers): string {
  const { none, some } = CUSTOMERS[kind];
  const lacks = have === 0 ? none() : some({ count: more, text: integer(more), least: integer(LEAST) });
  if (by) return `${lacks} ${m.symmetry_missing_by({ month: monthAfter(by) })}`;
  return have === 0 ? lacks : `${lacks} ${m.symmetry_missing_never()}`;
}

const CUSTOMERS = {
  rating: { none: m.symmetry_missing_no_rating, some: m.symmetry_missing_ratings },
  balance: { none: m.symmetry_missing_no_verbatim, some: m.symmetry_missing_verbatims }
};

function employeesText({ why, by }: MissingEmployees): string {
  if (why === 'withheld') return m.pulse_too_few();
  return by
    ? m.symmetry_missing_wave_coming({ closes: monthInWords(by), month: monthAfter(by) })
    : m.symmetry_missing_no_wave();
}

function curveText({ grain, more, by }: MissingCurve): string {
  const lacks = grain === 'month' ? m.symmetry_missing_curve_month : m.symmetry_missing_curve_quarter;
  const text = lacks({ least: integer(LEAST_SPANS), more: integer(more) });
  return by ? `${text} ${m.symmetry_missing_curve_by({ month: monthAfter(by) })}` : text;
}

/** A month is told once it is over. */
function monthAfter(month: Month): string {
  return monthInWords(addMonths(month, 1));
}

/** "mars 2027" */
function monthInWords(month: Month): string {
  const words = new Intl.DateTimeFormat(getLocale() === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC'
  });
  return words.format(new Date(firstDay(month)));
}
