import { error, fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { arrange } from '$lib/screens/editor/arrange';
import { choicesFor, editedScreen } from '$lib/screens/editor/editor.server';
import { checkDraft, draftOf, readDraft } from '$lib/screens/editor/fields';
import { decimalMark } from '$lib/screens/editor/words';
import { ScreenActRefused, screenOf, setScreen } from '$lib/screens/screens.server';
import { requireRole } from '$lib/server/session';

export const load = async (event) => {
  requireRole(event, 'admin');
  const edited = await editedScreen(event.locals.supabase, event.params.id, getLocale());
  if (!edited) error(404, m.error_not_found());
  return { ...edited, saved: event.url.searchParams.has('saved') };
};

export const actions = {
  save: async (event) => {
    requireRole(event, 'admin');
    const client = event.locals.supabase;
    const draft = readDraft(await event.request.formData());
    const checked = checkDraft(draft, await choicesFor(client, getLocale()));
    if (!checked.settings) return fail(400, { draft, refused: null, taken: null });
    try {
      await setScreen(client, event.params.id, checked.name, checked.settings);
    } catch (thrown) {
      if (!(thrown instanceof ScreenActRefused)) throw thrown;
      if (thrown.status === 409) return fail(409, { draft, refused: null, taken: checked.name });
      return fail(thrown.status, { draft, refused: thrown.message, taken: null });
    }
    redirect(303, `/screens/${event.params.id}?saved`);
  },

  /** The order of the playlist, for a browser without scripts. */
  arrange: async (event) => {
    requireRole(event, 'admin');
    const form = await event.request.formData();
    const draft = readDraft(form);
    const { playlist } = arrange(draft.playlist, String(form.get('op')));
    return { draft: { ...draft, playlist } };
  },

  copy: async (event) => {
    requireRole(event, 'admin');
    const form = await event.request.formData();
    const draft = readDraft(form);
    const other = await screenOf(event.locals.supabase, String(form.get('copied')));
    if (!other) return fail(404, { draft, refused: m.editor_copy_gone(), taken: null });
    return { draft: draftOf(draft.name, other.settings, decimalMark()), copied: other.name };
  }
};
