import { fileName } from '$lib/charts/files';
import { m } from '$lib/i18n/paraglide/messages';
import { csvOf } from '$lib/pulse/results/figures';
import { reportFor } from '../report.server';

/** All figures of a team's page in one file. */
export const GET = async (event) => {
  const { team, report } = await reportFor(event);
  const name = fileName(m.team_file(), team.slug, ...(report.wave ? [report.wave.day] : []));
  return new Response(await csvOf(report, team.name), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store'
    }
  });
};
