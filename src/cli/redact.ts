import { redact } from '../lib/redaction/redaction';
import { shippedEngine } from '../lib/sentiment/tagger.server';
import { runOverColumn } from './column';

/**
 * npm run redact: `{"text": string, "held": boolean, "reasons": string[]}` a row. A row that cannot be read gives an
 * empty text, held as `unreadable`.
 */
export function run(args: string[]): Promise<number> {
  return runOverColumn({ name: 'redact', read, refuse }, args);
}

function read(text: string) {
  const { text: redacted, held } = redact(text, shippedEngine().languageOf(text));
  return { text: redacted, held: held.length > 0, reasons: held };
}

function refuse() {
  return { text: '', held: true, reasons: ['unreadable'] };
}
