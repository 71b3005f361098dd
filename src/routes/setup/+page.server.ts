import { error, fail, redirect } from '@sveltejs/kit';
import { companyExists, createCompany, type FirstSteps } from '$lib/server/company';
import { isLoopbackVisitor } from '$lib/server/loopback';
import { signIn } from '$lib/server/sign-in';
import { m } from '$lib/i18n/paraglide/messages';

export const load = async (event) => {
  await requireFirstVisitor(event);
  return { locale: event.locals.locale, theme: event.locals.theme };
};

export const actions = {
  default: async (event) => {
    await requireFirstVisitor(event);
    const form = await event.request.formData();
    const given = (name: keyof FirstSteps) => String(form.get(name) ?? '').trim();
    const steps = {
      company: given('company'),
      team: given('team'),
      name: given('name'),
      email: given('email').toLowerCase(),
      password: String(form.get('password') ?? '')
    };
    const errors = check(steps);
    if (Object.keys(errors).length > 0) return fail(400, { ...steps, password: '', errors });
    await createCompany(steps);
    await signIn(event, steps.email, steps.password);
    redirect(303, '/imports');
  }
};

/** The first administrator is whoever sits at this machine; nobody becomes one from the network. */
async function requireFirstVisitor(event: Parameters<typeof isLoopbackVisitor>[0]): Promise<void> {
  if (await companyExists()) redirect(303, '/');
  if (!isLoopbackVisitor(event)) error(403, m.setup_only_here());
}

function check(steps: FirstSteps): Partial<Record<keyof FirstSteps, string>> {
  const errors: Partial<Record<keyof FirstSteps, string>> = {};
  for (const field of ['company', 'team', 'name'] as const) {
    if (!steps[field]) errors[field] = m.field_required();
  }
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(steps.email)) errors.email = m.field_email();
  // bcrypt reads 72 bytes at most; anything beyond would silently not count.
  const bytes = new TextEncoder().encode(steps.password).length;
  if (steps.password.length < 10 || bytes > 72) errors.password = m.field_password();
  return errors;
}
