import type { RedactionKind } from '$lib/redaction/finding';
import { redact } from '$lib/redaction/redaction';

/** What may give somebody away in a text: a kind of personal data, or why a person should look twice. */
export type Note = RedactionKind | 'doubt' | 'health' | 'insult';

/** What the redaction finds in a text; nothing for what it has replaced already. */
export function notesOf(text: string): Note[] {
  const { redactions, held } = redact(text);
  const notes: Note[] = [...new Set(redactions.map(({ kind }) => kind))];
  if (notes.length === 0 && held.includes('personal_data')) notes.push('doubt');
  for (const each of ['health', 'insult'] as const) if (held.includes(each)) notes.push(each);
  return notes;
}
