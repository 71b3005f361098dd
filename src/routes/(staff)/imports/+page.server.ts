import { fail, redirect } from '@sveltejs/kit';
import { app } from '$lib/server/app';
import { requireRole } from '$lib/server/session';
import { upload } from '$lib/intake/importer.server';
import { refusalOf } from '$lib/intake/messages';

export const load = async (event) => {
  requireRole(event, 'moderator', 'admin');
  const { data: imports } = await event.locals.supabase
    .from('imports')
    .select(
      'id, file_name, status, imported, duplicates, refused, held, created_at, heard_of_at, sources(name), people(full_name)'
    )
    .order('created_at', { ascending: false })
    .limit(50)
    .throwOnError();
  return { imports };
};

export const actions = {
  default: async (event) => {
    const person = requireRole(event, 'moderator', 'admin');
    const { supabase } = await app();
    let id: string;
    try {
      id = await upload(supabase, event.request, person.id);
    } catch (error) {
      return fail(400, { message: refusalOf(error) });
    }
    redirect(303, `/imports/${id}`);
  }
};
