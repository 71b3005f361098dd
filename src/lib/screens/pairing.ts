import { m } from '$lib/i18n/paraglide/messages';
import { checkSettings } from './checked';
import { readCode } from './code';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** The fields of the form that pairs a screen, as they were typed. */
const FIELDS = ['code', 'name', 'distance', 'diagonal', 'language'] as const;
export type Field = (typeof FIELDS)[number];
export type Typed = Record<Field, string>;

/** What is offered: where people stand before a screen, in metres, and how TVs are sold, in inches. */
export const DISTANCES = [2, 3, 5, 8];
export const DIAGONALS = [32, 43, 50, 55, 65, 75, 86];

/** What a form asks for, or why it cannot be what was meant, by field, in the reader's language. */
export function pairingFrom(form: FormData): {
  typed: Typed;
  asked: { code: string; name: string; settings: Settings } | null;
  problems: Partial<Record<Field, string>>;
} {
  const typed = Object.fromEntries(
    FIELDS.map((field) => [field, String(form.get(field) ?? '').trim()])
  ) as Typed;
  const code = readCode(typed.code);
  const { settings, problems: wrong = [] } = checkSettings({
    ...DEFAULT_SETTINGS,
    distance: Number.parseFloat(typed.distance),
    diagonal: Number.parseFloat(typed.diagonal),
    language: typed.language
  });
  const problems: Partial<Record<Field, string>> = {};
  if (code === null) problems.code = m.screens_pair_code_malformed();
  if (typed.name === '' || [...typed.name].length > 80) problems.name = m.screens_pair_name_wrong();
  for (const field of FIELDS)
    if (wrong.some((each) => each.field === field)) problems[field] = m.screens_pair_choose();
  const asked = code && settings && !problems.name ? { code, name: typed.name, settings } : null;
  return { typed, asked, problems };
}
