import { linksOf } from '$lib/symmetry/link/link.server';
import type { Sums } from '$lib/symmetry/sums';
import type { Question } from './report.server';

type Links = Awaited<ReturnType<typeof linksOf>> & { names: Record<string, string> };

/** What can be told of the link, with the names of the teams that its dots are of. */
export async function linksFor({ place, filters, teams }: Question, sums: Sums): Promise<Links> {
  // The page is sent first: nothing on it waits for this.
  await new Promise((resolve) => setImmediate(resolve));
  const links = await linksOf(sums, place, filters.span, filters.by);
  const drawn = new Set([...links.teams.dots, ...links.time.dots].map(({ team }) => team));
  const named = teams.filter(({ id }) => drawn.has(id)).map(({ id, name }) => [id, name]);
  return { ...links, names: Object.fromEntries(named) as Record<string, string> };
}
