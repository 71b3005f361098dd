import { redirect } from '@sveltejs/kit';
import { app } from '$lib/server/app';
import { mayOpenWall } from '$lib/wall/access.server';

/** The first card is painted by the server; without a database the screen starts empty and finds it by itself. */
export const load = async (event) => {
  if (!mayOpenWall(event)) redirect(303, '/login?next=/wall');
  const { locale, theme, person } = event.locals;
  const { feed } = await app();
  const snapshot = await feed.snapshot().catch((error: Error) => {
    console.error(`The wall opens without its verbatims: ${error.message}`);
    return null;
  });
  return { snapshot, locale, theme, role: person?.role ?? null };
};
