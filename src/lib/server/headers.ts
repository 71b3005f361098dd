import type { Handle } from '@sveltejs/kit';

/** Tells browsers to guess nothing, leak nothing and frame nothing. The content security policy is SvelteKit's. */
export const secureHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  return response;
};
