import type { Client } from '$lib/server/supabase';
import { missingOfPlace } from '$lib/symmetry/absent';
import { askingWaves } from '$lib/symmetry/asking.server';
import { readFilters } from '$lib/symmetry/filters';
import { pickMarks } from '$lib/symmetry/marks';
import { missingCurve, missingText, type Missing } from '$lib/symmetry/missing';
import { addMonths, monthOf, monthsBetween, type Span } from '$lib/symmetry/month';
import { overviewOf, type Overview, type Place } from '$lib/symmetry/overview';
import { spanText } from '$lib/symmetry/spans';
import { exIn } from '$lib/symmetry/sums';
import { marksOf, sumsOf, targetsOf } from '$lib/symmetry/symmetry.server';
import { teamAndBelow, type Team } from '$lib/verbatims/teams';

interface Asked {
  team: Team;
  company: Team;
  teams: readonly Team[];
  /** The day of the wave that is looked at, where a later one is published. */
  earlier: string | null;
  today: string;
}

/** Both sides of a team in whole months, as far as the caller may see them. */
export async function sidesOf(client: Client, { team, company, teams, earlier, today }: Asked) {
  const span = spanFor(earlier, today);
  const place: Place = { teams, root: team.id, isCompany: team === company };
  const [sums, targets, waves] = await Promise.all([
    sumsOf(client, span, {
      step: null,
      teams: place.isCompany ? null : [...teamAndBelow(teams, team.id), company.id]
    }),
    targetsOf(client),
    askingWaves(client, span, today)
  ]);
  const { whole, before, history } = overviewOf(sums, place, span, targets, 'quarter');
  const missing = missingOfPlace(sums, place, { span, whole }, waves, today);
  return {
    span: spanText(span),
    before: spanText(before),
    whole,
    history,
    targets: { cx: targets.cx, ex: targets.ex },
    exOfCompany: place.isCompany ? null : exIn(sums, company.id, span),
    ...(await markedIn(client, team, company, history)),
    missing: {
      customers: textOf(missing.customers),
      employees: textOf(missing.employees),
      curve: textOf(missingCurve(history, 'quarter'))
    }
  };
}

/** The usual span of the figures of both sides, up to the wave that is looked at where that is not the last. */
function spanFor(earlier: string | null, today: string): Span {
  const { span } = readFilters(new URLSearchParams(), { regions: [], steps: [] }, today);
  if (earlier === null || monthOf(earlier) >= span.until) return span;
  const back = monthsBetween(monthOf(earlier), span.until);
  return { since: addMonths(span.since, -back), until: addMonths(span.until, -back) };
}

async function markedIn(client: Client, team: Team, company: Team, history: Overview['history']) {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last) return { marks: [], moreMarks: 0 };
  const shown = { since: first.span.since, until: last.span.until };
  const { picked, more } = pickMarks(await marksOf(client, [team.id, company.id], shown), team.id);
  return {
    marks: picked.map(({ kind, day, title }, i) => ({
      kind,
      day,
      text: title,
      sign: String.fromCodePoint(65 + i)
    })),
    moreMarks: more
  };
}

function textOf(missing: Missing | null): string | null {
  return missing && missingText(missing);
}
