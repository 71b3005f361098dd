import { coefficient } from '$lib/charts/correlation-by-lag';
import { decimal, integer, month } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { firstDay, type Grain, type Span } from '../month';
import { DECIDED, EXPLORATORY, SMALLEST, type Link, type Needed } from './link';
import { isStriking } from './verdict';

/** The verdict in a word or two, and what it says in plain words. */
interface Said {
  verdict: string;
  said: string;
}

const VERDICTS = {
  plausible: m.link_plausible,
  none: m.link_none,
  undetermined: m.link_undetermined,
  exploratory: m.link_exploratory,
  'too-few': m.link_too_few
};

/** What a link says first. Never that one side makes the other: handbook, "be sold causality". */
export function saidOf(link: Link, grain: Grain): Said {
  const { verdict } = link;
  const isLead = verdict === 'exploratory' && isStriking(link);
  const said = {
    plausible: () => [movement(link, grain), ...weakness(link)].join(' '),
    none: () =>
      link.lags.length > 1
        ? m.link_said_none_lags({ smallest: coefficient(SMALLEST) })
        : m.link_said_none({ smallest: coefficient(SMALLEST) }),
    undetermined: m.link_said_undetermined,
    exploratory: () => (isLead ? movement(link, grain) : m.link_said_exploratory()),
    'too-few': () => missing(link.needed)
  };
  return { verdict: isLead ? m.link_lead() : VERDICTS[verdict](), said: said[verdict]() };
}

/** What it takes to know more, and when that is: one to three sentences. */
export function neededOf({ view, verdict, needed }: Link): string[] {
  if (verdict === 'plausible') return [m.link_needed_plausible()];
  if (verdict === 'none') return [m.link_needed_none({ smallest: coefficient(SMALLEST) })];
  if (!needed) return [m.link_needed_unknown()];
  const more = integer(needed.more);
  const takes = {
    coefficient: () => m.link_needed_coefficient({ enough: integer(EXPLORATORY), decided: integer(DECIDED) }),
    verdict: () => m.link_needed_verdict({ enough: integer(DECIDED), more }),
    certainty: () => m.link_needed_certainty({ more })
  };
  return [takes[needed.for](), when(needed, view)];
}

/** "0,24 à 0,72" */
export function intervalOf({ low, high }: { low: number; high: number }): string {
  return m.link_interval({ low: coefficient(low), high: coefficient(high) });
}

/** A probability, never zero: "0,27", "0,012", "< 0,001". */
export function probability(p: number): string {
  return p < 0.001 ? m.link_p_under({ p: decimal(0.001, 3) }) : decimal(p, p < 0.1 ? 3 : 2);
}

/** "janv. 2024 – oct. 2026" */
export function reachText({ since, until }: Span): string {
  return since === until ? month(firstDay(since)) : `${month(firstDay(since))} – ${month(firstDay(until))}`;
}

/** Where CX is taken, seen from EX: "un trimestre plus tard", "le même mois". */
export function whenOf(lag: number, grain: Grain): string {
  const count = Math.abs(lag);
  if (count === 0) return grain === 'quarter' ? m.link_same_quarter() : m.link_same_month();
  if (lag > 0) return grain === 'quarter' ? m.link_later_quarters({ count }) : m.link_later_months({ count });
  return grain === 'quarter' ? m.link_earlier_quarters({ count }) : m.link_earlier_months({ count });
}

/** Who follows whom at a lag. */
export function directionOf(lag: number): string {
  if (lag === 0) return m.link_direction_together();
  return lag > 0 ? m.link_direction_customers() : m.link_direction_employees();
}

/** The same with the time in between: "les clients suivent un trimestre plus tard", "le même mois". */
export function whoFollows(lag: number, grain: Grain): string {
  const later = whenOf(Math.abs(lag), grain);
  if (lag === 0) return later;
  return lag > 0 ? m.link_who_customers({ later }) : m.link_who_employees({ later });
}

/** How the two sides go together at the strongest lag. */
function movement({ view, strongest }: Link, grain: Grain): string {
  const { lag, value } = strongest ?? { lag: 0, value: 0 };
  const isAgainst = (value ?? 0) < 0;
  if (view === 'teams') return isAgainst ? m.link_said_teams_against() : m.link_said_teams();
  if (lag === 0) {
    const same = whenOf(0, grain);
    return isAgainst ? m.link_said_together_against({ same }) : m.link_said_together({ same });
  }
  const later = whenOf(Math.abs(lag), grain);
  if (lag > 0)
    return isAgainst
      ? m.link_said_customers_follow_against({ later })
      : m.link_said_customers_follow({ later });
  return isAgainst
    ? m.link_said_employees_follow_against({ later })
    : m.link_said_employees_follow({ later });
}

/** A link may be sure and too small to matter. */
function weakness({ strongest }: Link): string[] {
  const isWeak = strongest !== null && strongest.low > -SMALLEST && strongest.high < SMALLEST;
  return isWeak ? [m.link_said_weak({ smallest: coefficient(SMALLEST) })] : [];
}

function missing(needed: Needed | null): string {
  const count = needed?.more ?? EXPLORATORY;
  const more = integer(count);
  return needed?.by
    ? m.link_said_too_few_by({ count, more, month: month(firstDay(needed.by)) })
    : m.link_said_too_few({ count, more });
}

function when({ by }: Needed, view: Link['view']): string {
  if (by) return m.link_needed_by({ month: month(firstDay(by)) });
  return view === 'teams' ? m.link_needed_teams() : m.link_needed_never();
}
