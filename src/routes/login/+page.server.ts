import { fail, redirect } from '@sveltejs/kit';
import { companyExists } from '$lib/server/company';
import { homeOf } from '$lib/server/home';
import { localPath } from '$lib/server/local-path';
import { isLoopbackVisitor } from '$lib/server/loopback';
import { signIn } from '$lib/server/sign-in';

export const load = async (event) => {
  if (event.locals.person) redirect(303, homeOf(event.locals.person));
  if (!(await companyExists())) redirect(303, '/setup');
  const { locale, theme } = event.locals;
  return { locale, theme, wallIsOpen: isLoopbackVisitor(event) };
};

export const actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = String(form.get('email') ?? '').trim();
    const outcome = await signIn(event, email, String(form.get('password') ?? ''));
    if (outcome !== 'signed_in') return fail(outcome === 'too_many' ? 429 : 400, { email, outcome });
    redirect(303, localPath(event.url.searchParams.get('next')));
  }
};
