import { error, fail, redirect } from '@sveltejs/kit';
import { app } from '$lib/server/app';
import { requireRole } from '$lib/server/session';
import { cancel, openUpload, start } from '$lib/intake/importer.server';
import { loadPlaces, SILENCE, today } from '$lib/intake/import.server';
import { failureMessage } from '$lib/intake/messages';
import { mappingFrom, preview } from '$lib/intake/preview';
import { m } from '$lib/i18n/paraglide/messages';
import { engineInForce } from '$lib/tagging/in-force.server';

export const load = async (event) => {
  requireRole(event, 'moderator', 'admin');
  event.depends('imports:account');
  const { supabase } = event.locals;
  const { data: account } = await supabase
    .from('imports')
    .select('*, sources(name)')
    .eq('id', event.params.id)
    .maybeSingle()
    .throwOnError();
  if (!account) error(404, m.error_not_found());
  const silent =
    account.status === 'running' && Date.now() - Date.parse(account.heard_of_at) > SILENCE * 1000;
  const failure = silent ? 'interrupted' : account.failure;
  const [sources, refusals, table] = await Promise.all([
    supabase.from('sources').select('name').order('name').throwOnError(),
    supabase
      .from('import_refusals')
      .select('line, reason')
      .eq('import_id', account.id)
      .order('line')
      .limit(100)
      .throwOnError(),
    account.status === 'uploaded' ? openUpload((await app()).supabase, account.id) : null
  ]);
  return {
    account: { ...account, status: silent ? 'failed' : account.status },
    failure: failure && failureMessage(failure),
    sources: sources.data.map(({ name }) => name),
    refusals: refusals.data,
    preview:
      table &&
      (await preview(
        table,
        mappingFrom(event.url.searchParams, table.columns.length),
        await loadPlaces(supabase),
        today(),
        await engineInForce((await app()).supabase.service)
      ))
  };
};

export const actions = {
  start: async (event) => {
    requireRole(event, 'moderator', 'admin');
    const { supabase } = await app();
    const form = await event.request.formData();
    const table = await openUpload(supabase, event.params.id);
    if (!table) return fail(409, { message: m.imports_file_missing() });
    const mapping = mappingFrom(form, table.columns.length);
    const source = String(form.get('source') ?? '').trim();
    if (mapping?.text === undefined) return fail(400, { message: m.imports_choose_text() });
    if (source === '' || source.length > 80) return fail(400, { message: m.imports_choose_source() });
    await start(supabase, event.params.id, mapping, source, form.get('approves') === 'on');
    redirect(303, `/imports/${event.params.id}`);
  },
  cancel: async (event) => {
    requireRole(event, 'moderator', 'admin');
    await cancel((await app()).supabase, event.params.id);
    redirect(303, `/imports/${event.params.id}`);
  }
};
