import { requirePerson } from '$lib/server/session';

/** Asks once, for every page of the house, who is there. */
export const load = (event) => {
  const person = requirePerson(event);
  return { person, locale: event.locals.locale, theme: event.locals.theme };
};
