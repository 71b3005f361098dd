import type { Problems } from './terms';

/** Why something was not done; `gone` is what is no longer there, or no longer waiting to be changed. */
export type Refusal =
  'gone' | 'not_waiting' | 'asks_nothing' | 'too_few' | 'not_open' | 'asked' | 'name_taken';

/** What an administrator asked for and did not get. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

/**
 * The id that an address or a form names. What is none would be an error of the database.
 *
 * @throws Refused `gone`
 */
export function idFrom(text: unknown): string {
  const id = String(text);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Refused('gone');
  return id;
}

const UNIQUE_VIOLATION = '23505';

/**
 * Waits for a request to the database and tells its refusals as ours.
 *
 * @param known which refusal an error code stands for here
 * @throws Refused; any other error as it came
 */
export async function asked<T>(
  request: PromiseLike<T>,
  known: Partial<Record<string, Refusal>> = { [UNIQUE_VIOLATION]: 'name_taken' }
): Promise<T> {
  try {
    return await request;
  } catch (error) {
    const refusal = known[(error as { code?: string }).code ?? ''];
    if (refusal) throw new Refused(refusal);
    throw error;
  }
}

/** The same refusal as a problem of a field, where it is about one; any other error goes on. */
export function problemsOf(error: unknown): Problems {
  if (error instanceof Refused && error.refusal === 'name_taken') return { name: 'name_taken' };
  throw error;
}
