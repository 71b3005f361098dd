import { redirect, type RequestEvent } from '@sveltejs/kit';
import { requirePerson, requireRole } from '$lib/server/session';
import { readFilters } from '$lib/symmetry/filters';
import { askingWaves } from '$lib/symmetry/asking.server';
import { addMonths } from '$lib/symmetry/month';
import { overviewOf, type Place } from '$lib/symmetry/overview';
import { enpsOf } from '$lib/symmetry/recommendation.server';
import { marksOf, REACH, sumsOf, targetsOf } from '$lib/symmetry/symmetry.server';
import { today } from '$lib/verbatims/filters';
import { rootFor, teamAndBelow, tree, type Team } from '$lib/verbatims/teams';
import { places } from '$lib/verbatims/verbatims.server';

/**
 * What an address asks for, on the page and as a file alike.
 *
 * @throws 403 for everybody but leadership
 */
export async function questionOf(event: RequestEvent) {
  const person = requireRole(event, 'leadership');
  const client = event.locals.supabase;
  const [{ teams, steps }, targets] = await Promise.all([places(client), targetsOf(client)]);
  const company = rootFor(person, teams)!;
  const parents = new Set(teams.map(({ parent_id }) => parent_id));
  const regions = tree(teams, company).filter(({ team }) => team !== company && parents.has(team.id));
  const known = { regions: regions.map(({ team }) => team.slug), steps: steps.map(({ slug }) => slug) };
  const filters = readFilters(event.url.searchParams, known, today());
  const root = regions.find(({ team }) => team.slug === filters.region)?.team ?? company;
  const step = steps.find(({ slug }) => slug === filters.step) ?? null;
  const place: Place = { teams, root: root.id, isCompany: root === company };
  return {
    person,
    client,
    teams,
    steps,
    step,
    targets,
    company,
    regions,
    filters,
    root,
    place,
    inside: teamAndBelow(teams, root.id)
  };
}

export type Question = Awaited<ReturnType<typeof questionOf>>;

/** All that the page and the file are made of; asked for together. @param today YYYY-MM-DD */
export async function materialOf(question: Question, today: string) {
  const { client, inside, company, filters } = question;
  const curves = { since: addMonths(filters.span.until, 1 - REACH), until: filters.span.until };
  const [sides, marks, enps, waves] = await Promise.all([
    sidesOf(question),
    marksOf(client, inside, curves),
    enpsOf(
      client,
      partsOf(question).map(({ id }) => id),
      company.id,
      filters.span
    ),
    askingWaves(client, filters.span, today)
  ]);
  return { ...sides, marks, enps, waves };
}

export type Material = Awaited<ReturnType<typeof materialOf>>;

/** Both sides of the place that is asked for; with all steps of the journey too, where only one is shown. */
async function sidesOf({ client, filters, step, targets, place, inside }: Question) {
  const teams = place.isCompany ? null : inside;
  const [sums, whole] = await Promise.all([
    sumsOf(client, filters.span, { step: step?.id ?? null, teams }),
    step ? sumsOf(client, filters.span, { step: null, teams }) : null
  ]);
  return {
    sums,
    /** Of all steps of the journey: what people guess is not the score of one step. */
    wholeJourney: whole ?? sums,
    overview: overviewOf(sums, place, filters.span, targets, filters.by)
  };
}

/** More parts are no picture of a whole. */
const MOST_PARTS = 10;

/** The place and the parts that it has just below, where they are few. */
export function partsOf({ teams, root }: Pick<Question, 'teams' | 'root'>): Team[] {
  const parts = teams
    .filter(({ parent_id }) => parent_id === root.id)
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  return parts.length <= MOST_PARTS ? [root, ...parts] : [root];
}

/** A manager finds both sides of the own team on its page. */
export function sendManagersHome(event: RequestEvent): void {
  if (requirePerson(event).role === 'manager') redirect(303, '/team');
}
