import { m } from '$lib/i18n/paraglide/messages';
import { listed } from '../words';
import type { Status } from './comment';
import type { Note } from './notes';

export const STATUS_NAMES: Record<Status, () => string> = {
  waiting: m.comment_status_waiting,
  released: m.comment_status_released,
  withheld: m.comment_status_withheld
};

const NOTE_NAMES: Record<Note, () => string> = {
  email: m.comment_note_email,
  phone: m.comment_note_phone,
  iban: m.comment_note_iban,
  name: m.comment_note_name,
  doubt: m.comment_note_doubt,
  health: m.comment_note_health,
  insult: m.comment_note_insult
};

/** What was found in a text, in words: "un nom et un mot de santé". */
export function noteNames(notes: readonly Note[]): string {
  return listed(notes.map((note) => NOTE_NAMES[note]()));
}
