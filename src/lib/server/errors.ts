import type { HandleServerError } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import { m } from '$lib/i18n/paraglide/messages';

/** A page that failed shows a number; the same number is in the log, with what went wrong. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: m.error_not_found() };
  const reference = randomBytes(4).toString('hex');
  // The route rather than the address, which may hold a personal link.
  console.error(`[${reference}] ${event.request.method} ${event.route.id ?? 'unknown'}:`, error);
  return { message: m.error_unexpected({ reference }) };
};
