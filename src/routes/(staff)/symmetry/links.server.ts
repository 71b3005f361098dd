import { createHash } from 'node:crypto';
import { linksOf } from '$lib/symmetry/link/link.server';
import type { Sums } from '$lib/symmetry/sums';
import type { Question } from './report.server';

type Links = Awaited<ReturnType<typeof linksOf>> & { names: Record<string, string> };

/** With hundreds of teams the test takes seconds, and the same is asked again with each page of the table. */
const kept = new Map<string, Promise<Links>>();
const MOST_KEPT = 20;

/** What can be told of the link, with the names of the teams that its dots are of. */
export async function linksFor(question: Question, sums: Sums): Promise<Links> {
  // The page is sent first: nothing on it waits for this.
  await new Promise((resolve) => setImmediate(resolve));
  const key = fingerprintOf(question, sums);
  const known = kept.get(key);
  if (known) return known;
  const links = work(question, sums);
  kept.set(key, links);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  links.catch(() => kept.delete(key));
  return links;
}

async function work({ place, filters, teams }: Question, sums: Sums): Promise<Links> {
  const links = await linksOf(sums, place, filters.span, filters.by);
  const drawn = new Set([...links.teams.dots, ...links.time.dots].map(({ team }) => team));
  const named = teams.filter(({ id }) => drawn.has(id)).map(({ id, name }) => [id, name]);
  return { ...links, names: Object.fromEntries(named) as Record<string, string> };
}

/** Of everything that the answer depends on: whoever may see the same sums may see what they tell. */
function fingerprintOf({ place, filters }: Question, { cx, ex }: Sums): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([place, filters.span, filters.by]));
  for (const side of [cx, ex])
    for (const [team, months] of side) hash.update(JSON.stringify([team, [...months]]));
  return hash.digest('base64');
}
