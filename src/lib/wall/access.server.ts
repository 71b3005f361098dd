import { isLoopbackVisitor } from '$lib/server/loopback';
import type { RequestEvent } from '@sveltejs/kit';

/** Whoever is signed in may look at the wall, and whoever sits at the server itself: a TV is often plugged into it. */
export function mayOpenWall(
  event: Pick<RequestEvent, 'locals' | 'getClientAddress' | 'url' | 'request'>
): boolean {
  return event.locals.person !== null || isLoopbackVisitor(event);
}
