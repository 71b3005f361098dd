import { m } from '$lib/i18n/paraglide/messages';
import { nps } from '$lib/statistics/nps';
import { absentOf, missingOfPlace } from '$lib/symmetry/absent';
import { biggestGaps } from '$lib/symmetry/gaps';
import { pickMarks } from '$lib/symmetry/marks';
import { missingCurve, missingText } from '$lib/symmetry/missing';
import type { Overview, TeamLine } from '$lib/symmetry/overview';
import type { Enps } from '$lib/symmetry/recommendation.server';
import { headline } from '$lib/symmetry/sentence';
import { spanText } from '$lib/symmetry/spans';
import { customersIn, type Sums } from '$lib/symmetry/sums';
import type { Mark } from '$lib/symmetry/symmetry.server';
import { readSorting, tablePage } from '$lib/symmetry/table';
import { teamAndBelow } from '$lib/verbatims/teams';
import { partsOf, type Material, type Question } from './report.server';

/** What the page says of the place as a whole. */
export function wholeOf(
  { filters, root, place }: Question,
  { sums, overview, waves }: Material,
  today: string
) {
  const missing = missingOfPlace(sums, place, overview, waves, today);
  const text = (each: Parameters<typeof missingText>[0] | null) => each && missingText(each);
  return {
    headline: headline(overview, { name: root.name, isCompany: place.isCompany }, missing),
    missing: {
      customers: text(missing.customers),
      employees: text(missing.employees),
      curve: text(missingCurve(overview.history, filters.by))
    },
    span: spanText(filters.span),
    before: spanText(overview.before),
    whole: overview.whole,
    history: overview.history
  };
}

/** What it shows of the teams: all of them in one picture, the rest a page at a time. */
export function teamsOf(
  { place }: Question,
  { sums, overview, waves }: Material,
  today: string,
  params: URLSearchParams
) {
  const gaps = biggestGaps(overview);
  const called = overview.teams.filter(({ gap }) => gap?.called).length;
  const sorting = readSorting(params);
  return {
    points: overview.teams.flatMap(pointOf),
    absent: absentOf(sums, place, overview, waves, today).map(({ team, missing, isSilent }) => ({
      slug: team.slug,
      name: team.name,
      why: isSilent ? m.symmetry_absent_silent() : missing.map(missingText).join(' ')
    })),
    gaps: {
      lines: [...gaps.customers, ...[...gaps.employees].reverse()].map(brief),
      compared: gaps.compared,
      called
    },
    sorting,
    table: mapLines(tablePage(overview.teams, sorting)),
    counts: { teams: overview.teams.length, gaps: overview.gaps, moves: overview.moves }
  };
}

/** NPS beside eNPS of each of them that has either. */
export function balancesOf(
  question: Question,
  overview: Overview,
  sums: Sums,
  enps: ReadonlyMap<string, Enps>
) {
  const { teams, root, filters } = question;
  return partsOf(question)
    .map((team) => {
      const counts =
        team === root ? overview.counts : customersIn(sums, teamAndBelow(teams, team.id), filters.span);
      const customers = nps({ ...counts, n: counts.nps_rated });
      return { slug: team.slug, name: team.name, nps: customers, enps: enps.get(team.id) ?? null };
    })
    .filter((each) => each.slug === root.slug || (each.nps !== null && each.enps !== null));
}

/** The marks of both curves, lettered in order of time, and the events that can be taken back. */
export function happenedIn({ teams, root }: Question, marks: Mark[]) {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? '';
  const { picked, more } = pickMarks(marks, root.id);
  return {
    marks: picked.map(({ kind, day, title, team }, i) => ({
      kind,
      day,
      sign: String.fromCodePoint(65 + i),
      text: team === root.id ? title : m.symmetry_mark_of({ team: nameOf(team), title })
    })),
    moreMarks: more,
    events: marks
      .filter(({ kind }) => kind === 'event')
      .map(({ id, day, title, team }) => ({ id, day, title, team: nameOf(team) }))
      .reverse()
  };
}

/** The fields of a point of the quadrant; none for a team without both sides. */
function pointOf({ team, cx, ex, gap, symmetry, position }: TeamLine) {
  if (!cx || !ex || !symmetry || !gap || !position) return [];
  return [
    {
      slug: team.slug,
      name: team.name,
      cx: short(cx),
      ex: short(ex),
      position,
      symmetry: round(symmetry.value),
      gap: round(gap.value)
    }
  ];
}

function mapLines({ lines, ...page }: ReturnType<typeof tablePage<TeamLine>>) {
  return { ...page, lines: lines.map(brief) };
}

/** A team without the decimals that nobody reads: they are most of what is sent. */
function brief<Line extends TeamLine>(line: Line): Line {
  const { cx, ex, symmetry, gap, moves } = line;
  const sides = Object.entries(moves).map(([side, move]) => [side, move && short(move)]);
  return {
    ...line,
    cx: cx && short(cx),
    ex: ex && short(ex),
    symmetry: symmetry && short(symmetry),
    gap: gap && short(gap),
    moves: Object.fromEntries(sides)
  };
}

function short<Figure extends object>(figure: Figure): Figure {
  const entries = Object.entries(figure).map(([key, value]) => [
    key,
    typeof value === 'number' ? round(value) : value
  ]);
  return Object.fromEntries(entries) as Figure;
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
