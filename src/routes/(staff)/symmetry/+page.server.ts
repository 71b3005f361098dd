import { symmetryActions } from '$lib/symmetry/acts.server';
import { closedMonthActions, closingsOf } from '$lib/symmetry/closed-months.server';
import { addMonths, monthOf } from '$lib/symmetry/month';
import { ownGuess, perceptionActions, perceptionsOf } from '$lib/symmetry/perception/perception.server';
import { anythingKnown } from '$lib/symmetry/symmetry.server';
import { today } from '$lib/verbatims/filters';
import { choicesOf } from './choices';
import { linksFor } from './links.server';
import { materialOf, questionOf, sendManagersHome } from './report.server';
import { balancesOf, happenedIn, teamsOf, wholeOf } from './shown.server';

/** Where customers and teams are both well, where one pays for the other, and how sure that is. */
export const load = async (event) => {
  sendManagersHome(event);
  const question = await questionOf(event);
  const { client, filters, place, root, targets } = question;
  const material = await materialOf(question, today());
  const { sums, overview, enps } = material;
  const [perceptions, own, closings] = await Promise.all([
    perceptionsOf(client, material.wholeJourney, place, filters.span.until),
    ownGuess(client, today()),
    closingsOf(client, question.person.role, sums, filters.span, today())
  ]);
  const params = event.url.searchParams;
  const links = linksFor(question, sums);
  // Rejected before the page is rendered, it would end the process; the page says so where it stands.
  links.catch(() => {});

  return {
    filters,
    targets,
    place: { slug: root.slug, name: root.name, isCompany: place.isCompany },
    ...choicesOf(question),
    latest: addMonths(monthOf(today()), -1),
    ...wholeOf(question, material, today()),
    ...teamsOf(question, material, today(), params),
    ...happenedIn(question, material.marks),
    balances: balancesOf(question, overview, sums, enps),
    // Streamed; where no script can put it in, a link asks for a page that waits.
    links: params.get('links') === 'now' ? await links : links,
    perceptions,
    own,
    closings,
    firstUse: sums.cx.size + sums.ex.size === 0 && !(await anythingKnown(client)),
    today: today()
  };
};

export const actions = { ...symmetryActions, ...perceptionActions, ...closedMonthActions };
