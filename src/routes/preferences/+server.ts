import { redirect } from '@sveltejs/kit';
import { localPath } from '$lib/server/local-path';

const YEAR = 365 * 24 * 3600;
const CHOICES = { language: ['fr', 'en'], theme: ['light', 'dark', 'auto'] } as const;

/** Remembers the language or the theme, and returns to the page it was chosen on. */
export const POST = async ({ request, cookies, url }) => {
  const form = await request.formData();
  for (const [name, allowed] of Object.entries(CHOICES)) {
    const value = form.get(name);
    if (typeof value !== 'string' || !(allowed as readonly string[]).includes(value)) continue;
    cookies.set(name, value, {
      path: '/',
      maxAge: YEAR,
      sameSite: 'lax',
      httpOnly: false,
      secure: url.protocol === 'https:'
    });
  }
  redirect(303, localPath(form.get('back')));
};
