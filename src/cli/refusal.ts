import { NotATable } from '../lib/intake/table';

/** What the user of a command can mend: its message says what happened and what to do. */
export class Refusal extends Error {}

/**
 * The sentence for whoever typed the command, when the error is theirs to mend; null when it is not.
 *
 * @param usage how the command is written, added where the command itself was wrong
 */
export function explain(error: unknown, usage: string): string | null {
  if (error instanceof NotATable && error.line !== undefined) return `Line ${error.line}: ${error.message}`;
  if (error instanceof Refusal || error instanceof NotATable) return error.message;
  if (isCodeOf(error, 'ERR_PARSE_ARGS')) return `${(error as Error).message} ${usage}`;
  return null;
}

/** Whether the error carries a code that begins so. */
export function isCodeOf(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith(code);
}
