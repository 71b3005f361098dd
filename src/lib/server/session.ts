import { error, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import { app } from './app';
import type { Client } from './supabase';
import { m } from '$lib/i18n/paraglide/messages';

export type Role = 'employee' | 'manager' | 'moderator' | 'leadership' | 'admin';

/** Whoever is signed in, as the people table has them. */
export interface Person {
  id: string;
  full_name: string;
  email: string;
  role: Role;
  team_id: string;
  team_name: string;
}

/** Gives each request its client, and the person behind it; what that client may read the database decides. */
export const identify: Handle = async ({ event, resolve }) => {
  const { supabase } = await app();
  const isNameless = NAMELESS.has(event.route.id ?? '');
  const open = () =>
    supabase.forRequest({
      getAll: () => (isNameless ? [] : event.cookies.getAll()),
      setAll: (cookies) => {
        if (isNameless) return;
        for (const { name, value, options } of cookies) {
          event.cookies.set(name, value, {
            ...options,
            path: '/',
            httpOnly: true,
            sameSite: 'lax',
            secure: event.url.protocol === 'https:'
          });
        }
      }
    });
  // Opened when it is first asked for: the streams of screens never do, and thousands of them may begin at once.
  let client: Client | undefined;
  Object.defineProperty(event.locals, 'supabase', { get: () => (client ??= open()) });
  event.locals.person = !isNameless && hasSession(event) ? await whoIs(event.locals.supabase) : null;
  return resolve(event, {
    // supabase-js reads these of its answers on the server.
    filterSerializedResponseHeaders: (name) => name === 'content-range' || name === 'x-supabase-api-version'
  });
};

/** An answer by personal link must not meet whoever is signed in beside it, nor must the form that names its address. */
const NAMELESS = new Set(['/answer/[link]', '/preferences']);

function hasSession(event: RequestEvent): boolean {
  return event.cookies.getAll().some(({ name }) => /^sb-.*-auth-token/.test(name));
}

/** One call answers both questions: is the token genuine, and is its bearer still with the company. */
async function whoIs(client: Client): Promise<Person | null> {
  const { data } = await client.auth.getSession();
  if (!data.session) return null;
  const { data: rows } = await client.rpc('me');
  return (rows?.[0] as Person | undefined) ?? null;
}

/** The signed-in person; a stranger is sent to sign in and comes back here. */
export function requirePerson(event: Pick<RequestEvent, 'locals' | 'url'>): Person {
  const { person } = event.locals;
  if (person) return person;
  redirect(303, `/login?next=${encodeURIComponent(event.url.pathname + event.url.search)}`);
}

/** The signed-in person if their role is one of these; anybody else gets 403 in words. */
export function requireRole(event: Pick<RequestEvent, 'locals' | 'url'>, ...roles: Role[]): Person {
  const person = requirePerson(event);
  if (!roles.includes(person.role)) error(403, m.error_forbidden());
  return person;
}
