import type { Handle } from '@sveltejs/kit';

/** Tells browsers to guess nothing, leak nothing and frame nothing. The content security policy is SvelteKit's. */
export const secureHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (event.route.id === '/answer/[link]') keepToItself(response.headers);
  return response;
};

/** The address of a page that a personal link opens is all it takes to answer: it goes nowhere and stays nowhere. */
function keepToItself(headers: Headers): void {
  // Not `no-referrer`: with it browsers send `Origin: null` beside a form, which is refused as coming from elsewhere.
  headers.set('referrer-policy', 'strict-origin');
  headers.set('cache-control', 'no-store');
  headers.set('x-robots-tag', 'noindex, nofollow');
}
