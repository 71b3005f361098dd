import { fileName } from '$lib/charts/files';
import { m } from '$lib/i18n/paraglide/messages';
import { linkSheet } from '$lib/symmetry/link/sheet';
import { perceptionsOf } from '$lib/symmetry/perception/perception.server';
import { balancesSheet, historySheet, marksSheet, perceptionSheet, teamsSheet } from '$lib/symmetry/sheets';
import { workbookOf } from '$lib/symmetry/workbook.server';
import { today } from '$lib/verbatims/filters';
import { linksFor } from '../links.server';
import { materialOf, questionOf } from '../report.server';
import { balancesOf } from '../shown.server';
import { aboutSheet, reasonsOf } from './about';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** All figures of the page in one file. */
export const GET = async (event) => {
  const question = await questionOf(event);
  const { client, place, root, teams, filters } = question;
  const material = await materialOf(question, today());
  const { sums, overview, marks } = material;
  const [links, perceptions] = await Promise.all([
    linksFor(question, sums),
    perceptionsOf(client, material.wholeJourney, place, filters.span.until)
  ]);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const file = await workbookOf([
    aboutSheet(question, material, today()),
    teamsSheet(overview, root.name, reasonsOf(question, material, today())),
    historySheet(overview.history, filters.by),
    linkSheet(links, filters.by),
    balancesSheet(balancesOf(question, overview, sums, material.enps)),
    perceptionSheet(perceptions),
    marksSheet(marks.map((mark) => ({ ...mark, team: names.get(mark.team) ?? '' })))
  ]);
  const name = fileName(m.symmetry_file(), root.slug, filters.span.since, filters.span.until);
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="${name}.xlsx"`,
      'cache-control': 'private, no-store'
    }
  });
};
