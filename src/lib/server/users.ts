import bcrypt from 'bcryptjs';
import type { Embedded } from './embedded/embedded';
import type { Supabase } from './supabase';

/**
 * Creates a user who can sign in with a password.
 *
 * @returns the user's id, for `people.user_id`
 * @throws when the address already has a user
 */
export async function provisionUser(supabase: Supabase, email: string, password: string): Promise<string> {
  if (supabase.embedded) return provisionEmbedded(supabase.embedded, email, await hashPassword(password));
  const { data, error } = await supabase.service.auth.admin.createUser({
    email,
    password,
    email_confirm: true
  });
  if (error) throw error;
  return data.user.id;
}

/** bcrypt with 10 rounds, as Supabase Auth stores passwords. */
export function hashPassword(password: string): Promise<string> {
  return bcrypt.hash(password, 10);
}

/** The embedded Auth has no admin API; these are the rows that API would write. */
export async function provisionEmbedded(
  embedded: Embedded,
  email: string,
  passwordHash: string
): Promise<string> {
  const [user] = await embedded.query<{ id: string }>(
    `with provisioned as (
       insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
       values (gen_random_uuid(), 'authenticated', 'authenticated', lower($1), $2, now(),
         '{"provider":"email","providers":["email"]}', '{}')
       returning id, email
     ),
     identified as (
       insert into auth.identities (id, provider, provider_id, user_id, identity_data)
       select gen_random_uuid(), 'email', id::text, id, jsonb_build_object('sub', id, 'email', email, 'email_verified', true)
       from provisioned
     )
     select id from provisioned`,
    [email, passwordHash]
  );
  if (!user) throw new Error(`No user was created for ${email}`);
  return user.id;
}
