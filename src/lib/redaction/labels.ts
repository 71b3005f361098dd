import type { RedactionKind } from './finding';

const FRENCH: Record<RedactionKind, string> = {
  email: '[e-mail]',
  phone: '[téléphone]',
  iban: '[IBAN]',
  name: '[nom]'
};

const ENGLISH: Record<RedactionKind, string> = {
  email: '[email]',
  phone: '[phone]',
  iban: '[IBAN]',
  name: '[name]'
};

const ALL = [...new Set([...Object.values(FRENCH), ...Object.values(ENGLISH)])];

/** The words a reader sees instead of the personal data: English for `en`, French for anything else. */
export function labelOf(kind: RedactionKind, language?: string): string {
  return (language === 'en' ? ENGLISH : FRENCH)[kind];
}

/** The label that begins at `index` of `text`, in either language; empty when there is none. */
export function labelAt(text: string, index: number): string {
  if (text.charAt(index) !== '[') return '';
  return ALL.find((label) => text.startsWith(label, index)) ?? '';
}
