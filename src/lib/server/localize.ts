import type { Handle } from '@sveltejs/kit';
import { paraglideMiddleware } from '$lib/i18n/paraglide/server';

const THEMES = new Set(['light', 'dark']);

/** Chooses the language (cookie, else the browser's, else French) and the theme, and writes both on the page. */
export const localize: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => {
    const cookie = event.cookies.get('theme') ?? '';
    event.locals.locale = locale;
    event.locals.theme = THEMES.has(cookie) ? (cookie as 'light' | 'dark') : 'auto';
    return resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', event.locals.theme)
    });
  });
