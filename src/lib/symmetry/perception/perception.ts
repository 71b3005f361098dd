import { scoreOf } from '$lib/pulse/score';
import type { Cell } from '$lib/pulse/cell';
import { change } from '$lib/statistics/change';
import { judge, type Judged } from '$lib/statistics/comparisons';
import type { Estimate } from '$lib/statistics/estimate';
import { experienceOf, kindOf, type Kind } from '$lib/verbatims/experience';
import { addMonths, firstDay, lastDay, monthOf, spansBetween, type Month, type Span } from '../month';
import { reachOf, subjectOf, type Place } from '../overview';
import { customersIn, type Sums } from '../sums';

/** What is believed of customers beside what they say, for one quarter; 0 to 100 each. */
export interface Perception {
  quarter: Span;
  kind: Kind;
  /** CX of the quarter; null for too few verbatims. */
  customers: Estimate | null;
  /** What employees guessed in a wave of the quarter; null where none asked, or too few answered. */
  employees: Estimate | null;
  /** What leaders guessed while it ran; null where fewer than five did. */
  leaders: Estimate | null;
  /** By how much each guess is off, guess minus score; judged with all the others that are looked at besides. */
  off: { employees: Judged | null; leaders: Judged | null };
  /** Whether it is about the whole company: leaders guess for nothing less. */
  isCompany: boolean;
  /** Whether a wave that closed in the quarter asked these employees. */
  isAsked: boolean;
  /** When the next wave that will ask them closes, YYYY-MM-DD; null while none is foreseen. */
  nextOn: string | null;
}

/** A published cell of guesses. */
export interface GuessCell extends Pick<
  Cell,
  'wave_id' | 'team_id' | 'question_id' | 'n' | 'total' | 'distribution'
> {
  /** YYYY-MM-DD, when its wave closed. */
  day: string;
}

/** All that is believed, as it was published. */
export interface Beliefs {
  /** Of the place and of the company, in order of time. */
  cells: readonly GuessCell[];
  /** What leaders guessed together, by the first day of the quarter. */
  leaders: ReadonlyMap<string, { n: number; total: number }>;
  /** The days on which waves that asked the place closed. */
  askedOn: readonly string[];
  nextOn: string | null;
}

/** How many months back guesses are looked at. */
const REACH = 24;

/**
 * What was believed quarter by quarter, the newest first: the quarters in which somebody's guess is known, or the last
 * one alone. Only quarters that are over by the end of a month.
 *
 * @param sums of all steps of the journey: that is what was guessed
 */
export function perceptionsIn(sums: Sums, place: Place, beliefs: Beliefs, until: Month): Perception[] {
  const quarters = spansBetween(addMonths(until, 1 - REACH), until, 'quarter').reverse();
  const { customers } = subjectOf(place);
  const kind = kindOf(customersIn(sums, customers, reachOf(sums, { since: until, until })));
  const all = quarters.map((quarter) => ({
    quarter,
    kind,
    customers: experienceOf(customersIn(sums, customers, quarter), kind),
    employees: guessOf(beliefs, place, quarter),
    leaders: place.isCompany ? leadersGuess(beliefs, place, quarter) : null,
    isCompany: place.isCompany,
    isAsked: beliefs.askedOn.some((day) => within(quarter, day)),
    nextOn: beliefs.nextOn
  }));
  const told = all.filter(({ employees, leaders }) => employees ?? leaders);
  return judgedTogether(told.length > 0 ? told : all.slice(0, 1));
}

/** Employees are asked every six months at the earliest, so so many quarters hold one that has both guesses. */
const RECENT = 3;

/** The one that is shown first: the newest of the last ones that has both guesses, else the newest. */
export function shownFirst(perceptions: readonly Perception[]): Perception | null {
  const both = perceptions.slice(0, RECENT).find(({ employees, leaders }) => employees && leaders);
  return both ?? perceptions[0] ?? null;
}

/** The last wave of the quarter that could tell; its spread, where it may not be told, is that of the company. */
function guessOf({ cells }: Beliefs, place: Place, quarter: Span): Estimate | null {
  const own = cells.findLast(({ team_id, day }) => team_id === place.root && within(quarter, day));
  if (!own) return null;
  const company = topOf(place);
  const wider = cells.find(
    (cell) => cell.team_id === company && cell.wave_id === own.wave_id && cell.question_id === own.question_id
  );
  return scoreOf(own, 'guess', wider);
}

/** Leaders are too few to tell how much they differ: they are taken to do so as all employees did last, or else next. */
function leadersGuess({ cells, leaders }: Beliefs, place: Place, quarter: Span): Estimate | null {
  const guessed = leaders.get(firstDay(quarter.since));
  if (!guessed) return null;
  const company = topOf(place);
  const wide = cells.filter(({ team_id, distribution }) => team_id === company && distribution !== null);
  const wider = wide.findLast(({ day }) => day <= lastDay(quarter.until)) ?? wide[0];
  return scoreOf({ ...guessed, distribution: null }, 'guess', wider);
}

function topOf({ teams }: Place): string | undefined {
  return teams.find(({ parent_id }) => parent_id === null)?.id;
}

function within({ since, until }: Span, day: string): boolean {
  return monthOf(day) >= since && monthOf(day) <= until;
}

function judgedTogether(perceptions: Omit<Perception, 'off'>[]): Perception[] {
  const judged = judge(
    perceptions.flatMap(({ customers, employees, leaders }) =>
      [employees, leaders].map((guess) => (guess && customers ? change(guess, customers) : null))
    )
  );
  return perceptions.map((each, i) => ({
    ...each,
    off: { employees: judged[2 * i] ?? null, leaders: judged[2 * i + 1] ?? null }
  }));
}
