import { LANGUAGES, ORIENTATIONS, SCENES, SHARES, THEMES } from './settings';
import type { Entry, Hours, Settings } from './settings';

/** Why a setting is not accepted; the words for people are the editor's. */
export type Reason =
  | 'missing'
  | 'unknown'
  | 'not-a-number'
  | 'not-whole'
  | 'out-of-range'
  | 'not-a-time'
  | 'no-time-between'
  | 'too-many'
  | 'too-long'
  | 'no-text';

/** Where and why, such as `playlist.2.seconds`, `quiet.hours`, `distance`. */
export interface Problem {
  field: string;
  reason: Reason;
}

/** Ids that the company knows; without them any text counts as one, and the database decides. */
export interface Known {
  teams: readonly string[];
  steps: readonly string[];
}

/** The database keeps to the same, in `private.require_settings`. */
export const MOST_ENTRIES = 30;
export const LONGEST_TEXT = 280;

/**
 * Makes settings of what somebody typed or sent.
 *
 * @returns the settings with nothing in them but what they are made of, or every problem that was found
 */
export function checkSettings(
  value: unknown,
  known?: Known
): { settings: Settings; problems?: undefined } | { settings?: undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const note = (field: string, reason: Reason) => void problems.push({ field, reason });
  const given = asRecord(value);
  const quiet = asRecord(given.quiet);
  const settings: Settings = {
    playlist: checkPlaylist(given.playlist, note),
    teams: checkIds('teams', given.teams, known?.teams, note),
    steps: checkIds('steps', given.steps, known?.steps, note),
    languages: checkLanguages(given.languages, note),
    share: oneOf('share', given.share, SHARES, note),
    quiet: {
      hours: quiet.hours === null ? null : checkHours('quiet.hours', quiet.hours, note),
      days: checkDays(quiet.days, note)
    },
    theme: oneOf('theme', given.theme, THEMES, note),
    night: checkHours('night', given.night, note),
    orientation: oneOf('orientation', given.orientation, ORIENTATIONS, note),
    language: oneOf('language', given.language, LANGUAGES, note),
    distance: checkNumber('distance', given.distance, 1, 20, note),
    diagonal: checkNumber('diagonal', given.diagonal, 10, 120, note)
  };
  return problems.length > 0 ? { problems } : { settings };
}

type Note = (field: string, reason: Reason) => void;

function checkPlaylist(value: unknown, note: Note): Entry[] {
  if (!Array.isArray(value) || value.length === 0) note('playlist', 'missing');
  else if (value.length > MOST_ENTRIES) note('playlist', 'too-many');
  else return value.map((entry, i) => checkEntry(`playlist.${i}`, asRecord(entry), note));
  return [];
}

function checkEntry(field: string, given: Record<string, unknown>, note: Note): Entry {
  const scene = oneOf(`${field}.scene`, given.scene, SCENES, note);
  const times = checkWhole(`${field}.times`, given.times, 1, 20, note);
  const seconds = given.seconds === null ? null : checkWhole(`${field}.seconds`, given.seconds, 5, 120, note);
  if (scene !== 'message') return { scene, times, seconds };
  return { scene, times, seconds, text: checkText(`${field}.text`, asRecord(given.text), note) };
}

function checkText(field: string, given: Record<string, unknown>, note: Note): { fr: string; en: string } {
  const said = (language: 'fr' | 'en') => {
    const text = typeof given[language] === 'string' ? given[language].trim() : '';
    // Counted as the database counts, where an emoji is one character.
    if ([...text].length > LONGEST_TEXT) note(`${field}.${language}`, 'too-long');
    return text;
  };
  const text = { fr: said('fr'), en: said('en') };
  if (text.fr === '' && text.en === '') note(field, 'no-text');
  return text;
}

function checkIds(field: string, value: unknown, known: readonly string[] | undefined, note: Note): string[] {
  const ids = checkList(field, value, note);
  if (ids.some((id) => typeof id !== 'string' || (known && !known.includes(id)))) note(field, 'unknown');
  return [...new Set(ids as string[])];
}

function checkLanguages(value: unknown, note: Note): string[] {
  const languages = checkList('languages', value, note);
  if (languages.length > 50) note('languages', 'too-many');
  if (languages.some((each) => typeof each !== 'string' || !/^[a-z]{2}$/.test(each)))
    note('languages', 'unknown');
  return [...new Set(languages as string[])];
}

function checkDays(value: unknown, note: Note): number[] {
  const days = checkList('quiet.days', value, note);
  if (days.some((day) => !Number.isInteger(day) || (day as number) < 1 || (day as number) > 7))
    note('quiet.days', 'unknown');
  return [...new Set(days as number[])].sort();
}

function checkList(field: string, value: unknown, note: Note): unknown[] {
  if (Array.isArray(value)) return value;
  note(field, 'missing');
  return [];
}

function checkHours(field: string, value: unknown, note: Note): Hours {
  const { from, to } = asRecord(value);
  if (!isTime(from) || !isTime(to)) note(field, 'not-a-time');
  else if (from === to) note(field, 'no-time-between');
  return { from: String(from), to: String(to) };
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function checkWhole(field: string, value: unknown, least: number, most: number, note: Note): number {
  if (typeof value === 'number' && !Number.isInteger(value) && Number.isFinite(value))
    note(field, 'not-whole');
  return checkNumber(field, value, least, most, note);
}

function checkNumber(field: string, value: unknown, least: number, most: number, note: Note): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) note(field, 'not-a-number');
  else if (value < least || value > most) note(field, 'out-of-range');
  return value as number;
}

function oneOf<T extends string>(field: string, value: unknown, choices: readonly T[], note: Note): T {
  if (!choices.includes(value as T)) note(field, value === undefined ? 'missing' : 'unknown');
  return value as T;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
