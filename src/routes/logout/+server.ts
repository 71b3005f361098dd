import { redirect } from '@sveltejs/kit';

export const POST = async ({ locals }) => {
  await locals.supabase.auth.signOut();
  redirect(303, '/login');
};
