import { redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/server/home';
import { companyExists } from '$lib/server/company';
import { requirePerson } from '$lib/server/session';

/** Everybody has a home; a company that does not exist yet is created first. */
export const load = async (event) => {
  if (!event.locals.person && !(await companyExists())) redirect(303, '/setup');
  redirect(303, homeOf(requirePerson(event)));
};
