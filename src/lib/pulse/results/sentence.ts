import { decimal, integer, signed } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Customers } from './customers';
import type { LeverChange, LeverFigures } from './levers';
import { tellsSomething, type TeamReport } from './report';
import { LEVER_NAMES, LEVERS_IN_WORDS, listed, monthsInWords } from '../words';

/** What happened, in one sentence, and how sure that is, in another. */
export interface Headline {
  said: string;
  sure: string;
}

interface Moved {
  lever: LeverFigures['lever'];
  change: LeverChange;
}

/** The largest changes have their amount said; the others have theirs in the picture. */
const TOLD = 2;

/**
 * The sentence of a report. Only what may be called a change is called one; the customers are mentioned where theirs
 * may, or where the team's is and they are known not to have moved.
 *
 * @param name of the team, as it is written
 */
export function headline(report: TeamReport, name: string, customers: Customers | null): Headline {
  const team = report.isCompany ? name : m.team_place({ name });
  const { wave } = report;
  if (!wave) return { said: m.team_said_no_wave({ team }), sure: m.team_sure_no_wave() };
  if (!tellsSomething(report)) return { said: m.team_said_too_few({ team }), sure: m.pulse_too_few() };
  const days = staleDaysOf(report);
  const { said, sure } = judged(report, team, wave.day, customers);
  if (!days) return { said, sure };
  const when = monthsInWords(days, wave.day);
  const stale = report.answers.length > 0 ? m.team_sure_stale({ when }) : m.team_sure_not_asked({ when });
  return { said, sure: `${stale} ${sure}` };
}

/** The first and last day of the waves behind the EX, where nothing of the wave that is looked at could be published. */
export function staleDaysOf({ levers, wave }: Pick<TeamReport, 'levers' | 'wave'>): [string, string] | null {
  const days = levers.flatMap(({ questions }) => questions.map(({ day }) => day)).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last && wave && last < wave.day ? [first, last] : null;
}

function judged(report: TeamReport, team: string, day: string, customers: Customers | null): Headline {
  const moved = movedOf(report);
  if (moved.length > 0) {
    return {
      said: saidMoved(team, moved, day, customers),
      sure: [...moved.slice(0, TOLD).map((each) => amountOf(each, day)), comparedOf(report)].join(' ')
    };
  }
  const facts = { team, score: report.ex ? integer(report.ex.value) : '' };
  if (!report.ex) return { said: m.team_said_recommendation_only({ team }), sure: m.pulse_too_few() };
  if (report.changes === 0) return { said: m.team_said_first(facts), sure: m.team_sure_first() };
  return {
    said: m.team_said_steady({ ...facts, customers: customersAlone(customers) }),
    sure: comparedOf(report)
  };
}

/** The changes of a report that may be called so, the largest first. */
export function movedOf({ levers }: Pick<TeamReport, 'levers'>): Moved[] {
  return levers
    .flatMap(({ lever, change }) => (change?.called ? [{ lever, change }] : []))
    .sort((a, b) => Math.abs(b.change.value) - Math.abs(a.change.value));
}

/** 14.2 -> "+14 points", small ones with a decimal */
export function points(value: number): string {
  return m.team_points({ count: Math.abs(value), text: amount(value) });
}

/** 14.2 -> "+14" */
export function amount(value: number): string {
  return Math.abs(value) < 2 ? (value > 0 ? '+' : '') + decimal(value) : signed(value);
}

function saidMoved(team: string, moved: Moved[], day: string, customers: Customers | null): string {
  const names = (which: Moved[]) => listed(which.map(({ lever }) => LEVERS_IN_WORDS[lever]()));
  const up = moved.filter(({ change }) => change.value > 0);
  const down = moved.filter(({ change }) => change.value < 0);
  const days = moved.flatMap(({ change }) => change.before).sort();
  const when = monthsInWords([days[0] ?? day, days.at(-1) ?? day], day);
  const facts = { team, when, up: names(up), down: names(down) };
  if (up.length > 0 && down.length > 0) return m.team_said_both(facts);
  return up.length > 0
    ? m.team_said_up({ ...facts, customers: customersBeside(customers, 1) })
    : m.team_said_down({ ...facts, customers: customersBeside(customers, -1) });
}

/** What follows a semicolon after the team's own change. */
function customersBeside(customers: Customers | null, direction: 1 | -1): string {
  const change = customers?.change;
  if (!change) return '';
  if (!change.called) return m.team_customers_steady();
  if (Math.sign(change.value) === direction) return m.team_customers_too();
  return change.value > 0 ? m.team_customers_happier() : m.team_customers_less_happy();
}

function customersAlone(customers: Customers | null): string {
  const change = customers?.change;
  if (!change?.called) return '';
  return change.value > 0 ? m.team_customers_happier() : m.team_customers_less_happy();
}

function amountOf({ lever, change }: Moved, day: string): string {
  return m.team_sure_moved({
    lever: LEVER_NAMES[lever](),
    points: points(change.value),
    low: amount(change.low),
    high: amount(change.high),
    before: monthsInWords(change.before, day)
  });
}

function comparedOf(report: TeamReport): string {
  const called = movedOf(report).length;
  const levers = m.team_levers_compared({ count: report.changes, text: integer(report.changes) });
  return called === 0
    ? m.team_sure_none({ levers })
    : m.team_sure_some({ count: called, text: integer(called), levers });
}
