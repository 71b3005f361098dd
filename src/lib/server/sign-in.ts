import type { RequestEvent } from '@sveltejs/kit';
import { createHash } from 'node:crypto';
import { app } from './app';

export type SignInOutcome = 'signed_in' | 'refused' | 'too_many';

/** Every answer takes at least this long, in milliseconds: an unknown account must not be told by its speed. */
const SAME_PACE = 400;

/**
 * Signs in with a password and puts the session into the cookies of the answer.
 *
 * An unknown account, a wrong password and somebody who has left get the same answer. Ten failures in 15 minutes, of
 * an account or from an address, close it for the rest of them.
 */
export async function signIn(
  event: Pick<RequestEvent, 'locals' | 'getClientAddress'>,
  email: string,
  password: string
): Promise<SignInOutcome> {
  const [outcome] = await Promise.all([attempt(event, email, password), pause(SAME_PACE)]);
  return outcome;
}

async function attempt(
  { locals, getClientAddress }: Pick<RequestEvent, 'locals' | 'getClientAddress'>,
  email: string,
  password: string
): Promise<SignInOutcome> {
  const { service } = (await app()).supabase;
  const { data: attemptId } = await service
    .rpc('begin_sign_in', { of_account: hash(email.toLowerCase()), from_address: hash(getClientAddress()) })
    .throwOnError();
  if (attemptId === null) return 'too_many';

  const { auth } = locals.supabase;
  const { error } = await auth.signInWithPassword({ email, password });
  if (error) return 'refused';
  const { data: me } = await locals.supabase.rpc('me');
  if (!me?.length) {
    await auth.signOut();
    return 'refused';
  }
  await service.rpc('finish_sign_in', { attempt: attemptId }).throwOnError();
  return 'signed_in';
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
