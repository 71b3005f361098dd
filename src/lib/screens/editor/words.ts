import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { SCENES, type SceneKind, type Settings } from '../settings';
import type { Round } from './round';

type Words<Value extends string> = Record<Value, () => string>;

export const SCENE_NAMES: Words<SceneKind> = {
  spotlight: m.editor_scene_spotlight,
  mosaic: m.editor_scene_mosaic,
  mirror: m.editor_scene_mirror,
  numbers: m.editor_scene_numbers,
  message: m.editor_scene_message
};

/** "Mosaïque, place 4 sur 5". @param place from 0 */
export function entryName(scene: SceneKind, place: number, of: number): string {
  return m.editor_entry({ scene: SCENE_NAMES[scene](), place: place + 1, of });
}

/** What each scene shows. */
export const SCENES_ARE: Words<SceneKind> = {
  spotlight: m.editor_scene_spotlight_is,
  mosaic: m.editor_scene_mosaic_is,
  mirror: m.editor_scene_mirror_is,
  numbers: m.editor_scene_numbers_is,
  message: m.editor_scene_message_is
};

export const SHARE_PERIODS: Words<Settings['share']> = {
  auto: m.editor_share_auto,
  today: m.editor_share_today,
  week: m.editor_share_week,
  month: m.editor_share_month,
  year: m.editor_share_year
};

export const THEME_NAMES: Words<Settings['theme']> = {
  light: m.editor_theme_light,
  dark: m.editor_theme_dark,
  clock: m.editor_theme_clock
};

export const LANGUAGE_NAMES: Words<Settings['language']> = {
  fr: m.editor_language_fr,
  en: m.editor_language_en,
  both: m.editor_language_both
};

export const ORIENTATION_NAMES: Words<Settings['orientation']> = {
  none: m.editor_orientation_none,
  left: m.editor_orientation_left,
  right: m.editor_orientation_right,
  half: m.editor_orientation_half
};

const COUNTED: Record<SceneKind, (given: { count: number }) => string> = {
  spotlight: m.editor_round_spotlight,
  mosaic: m.editor_round_mosaic,
  mirror: m.editor_round_mirror,
  numbers: m.editor_round_numbers,
  message: m.editor_round_message
};

/** "Un tour : 7 verbatims, 1 miroir, environ 3 min." */
export function roundInWords({ counts, milliseconds }: Round): string {
  const scenes = SCENES.filter((scene) => counts[scene] > 0).map((scene) =>
    COUNTED[scene]({ count: counts[scene] })
  );
  return m.editor_round({ scenes: scenes.join(', '), time: timeInWords(milliseconds / 1000) });
}

/** "25 s", "3 min": to five seconds below a minute and a half, then to the minute. */
function timeInWords(seconds: number): string {
  return seconds < 90
    ? secondsInWords(5 * Math.round(seconds / 5))
    : unit('minute', Math.round(seconds / 60));
}

export function secondsInWords(seconds: number): string {
  return unit('second', seconds);
}

function unit(name: 'second' | 'minute', value: number): string {
  return new Intl.NumberFormat(tag(), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
}

/** "Ouest, Lyon" */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(tag(), { type: 'unit' }).format(names);
}

/** "lundi". @param day 1 Monday to 7 Sunday */
export function dayName(day: number): string {
  return new Intl.DateTimeFormat(tag(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}

/** Those that customers of European companies mostly write in; a screen may have others. */
export const OFFERED_LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'ro', 'ar', 'tr', 'zh'];

/** "allemand". @param code ISO 639-1 */
export function languageName(code: string): string {
  return new Intl.DisplayNames(tag(), { type: 'language' }).of(code) ?? code;
}

/** How the reader's language writes three and a half. */
export function decimalMark(): '.' | ',' {
  return getLocale() === 'fr' ? ',' : '.';
}

function tag(): string {
  return getLocale() === 'fr' ? 'fr-FR' : 'en-GB';
}
