import { error, fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { pairingFrom } from '$lib/screens/pairing';
import { pairScreen, ScreenActRefused, screenOf } from '$lib/screens/screens.server';
import { requirePerson } from '$lib/server/session';

/** The page that the QR code of a TV opens on a phone; once it is paired, what happens next. */
export const load = async (event) => {
  requireAdministrator(event);
  const { searchParams } = event.url;
  const paired = searchParams.get('paired');
  const screen = paired ? await screenOf(event.locals.supabase, paired) : null;
  return {
    code: searchParams.get('code') ?? '',
    paired: screen && { id: screen.id, name: screen.name }
  };
};

export const actions = {
  default: async (event) => {
    requireAdministrator(event);
    const { typed, asked, problems } = pairingFrom(await event.request.formData());
    if (!asked) return fail(400, { typed, problems, refused: null });
    const screen = await pairScreen(event.locals.supabase, asked.code, asked.name, asked.settings).catch(
      (thrown: unknown) => {
        if (!(thrown instanceof ScreenActRefused)) throw thrown;
        return thrown;
      }
    );
    if (screen instanceof ScreenActRefused) {
      const { status, message } = screen;
      const isName = status === 409;
      return fail(status, {
        typed,
        problems: isName ? { name: message } : {},
        refused: isName ? null : message
      });
    }
    if (screen === null)
      return fail(400, { typed, problems: { code: m.screens_pair_code_wrong() }, refused: null });
    redirect(303, `/screens/pair?paired=${screen}`);
  }
};

function requireAdministrator(event: Parameters<typeof requirePerson>[0]): void {
  if (requirePerson(event).role !== 'admin') error(403, m.screens_pair_only_admin());
}
