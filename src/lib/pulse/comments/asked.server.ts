import { ActRefused } from '$lib/verbatims/moderation.server';

interface Answer<T> {
  data: T;
  error: { code: string; message: string } | null;
}

/** What a refusal is called where it is asked. */
interface Words {
  gone: () => string;
  forbidden: () => string;
}

/**
 * What the database answered; its refusals in words, its failures as they are.
 *
 * @throws ActRefused
 */
export async function asked<T>(
  question: PromiseLike<Answer<T> | Answer<null>>,
  { gone, forbidden }: Words
): Promise<T> {
  const { data, error } = await question;
  if (!error) return data as T;
  if (error.code === 'PT403' || error.code === '42501') throw new ActRefused(forbidden(), 403);
  // A malformed id, or one of what is gone, names nothing either.
  if (['PT404', '22P02', '23503'].includes(error.code)) throw new ActRefused(gone(), 404);
  throw new Error(error.message, { cause: error });
}
