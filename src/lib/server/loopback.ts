import type { RequestEvent } from '@sveltejs/kit';

const LOOPBACK_ADDRESS = /^(127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whether the visitor sits at this very machine.
 *
 * The address alone does not tell: a proxy on this machine forwards the whole world from 127.0.0.1, and a page of
 * elsewhere may point a name of its own here. So the name asked for counts too, and anything forwarded is refused.
 */
export function isLoopbackVisitor(
  event: Pick<RequestEvent, 'getClientAddress' | 'url' | 'request'>
): boolean {
  const { headers } = event.request;
  if (headers.has('x-forwarded-for') || headers.has('forwarded') || headers.has('x-real-ip')) return false;
  return LOOPBACK_ADDRESS.test(event.getClientAddress()) && LOOPBACK_HOST.test(event.url.hostname);
}
