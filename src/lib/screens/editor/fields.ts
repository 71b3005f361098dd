import { teamAndBelow, type TreeLine } from '$lib/verbatims/teams';
import { checkSettings, MOST_ENTRIES, type Reason } from '../checked';
import { DEFAULT_SETTINGS, SCENES, type Entry, type Hours, type SceneKind, type Settings } from '../settings';

/** An entry of the playlist as its fields have it. */
export interface DraftEntry {
  /** Tells entries apart while they move. */
  key: number;
  scene: SceneKind;
  times: string;
  /** Empty for as long as it takes to read. */
  seconds: string;
  fr: string;
  en: string;
}

/** What the fields of the editor hold, as somebody typed it. */
export interface Draft {
  name: string;
  playlist: DraftEntry[];
  teams: string[];
  steps: string[];
  languages: string[];
  share: string;
  rests: boolean;
  rest: Hours;
  days: string[];
  theme: string;
  night: Hours;
  orientation: string;
  language: string;
  distance: string;
  diagonal: string;
}

/** What a company has to choose from. */
export interface Choices {
  teams: TreeLine[];
  steps: { id: string; name: string }[];
}

/** What is wrong with a field, by its name in the form. */
export type Problems = Partial<Record<string, Reason | 'taken'>>;

/** A rest begins with the evening, for whoever ticks it. */
const USUAL_REST: Hours = { from: '20:00', to: '07:00' };
const LONGEST_NAME = 80;

/** The fields of a screen as it is. @param decimal how the reader's language writes 3.5 */
export function draftOf(name: string, settings: Settings, decimal: '.' | ','): Draft {
  const written = (number: number) => String(number).replace('.', decimal);
  return {
    name,
    playlist: settings.playlist.map((entry, key) => ({
      key,
      scene: entry.scene,
      times: String(entry.times),
      seconds: entry.seconds === null ? '' : String(entry.seconds),
      fr: entry.text?.fr ?? '',
      en: entry.text?.en ?? ''
    })),
    teams: [...settings.teams],
    steps: [...settings.steps],
    languages: [...settings.languages],
    share: settings.share,
    rests: settings.quiet.hours !== null,
    rest: { ...(settings.quiet.hours ?? USUAL_REST) },
    days: settings.quiet.days.map(String),
    theme: settings.theme,
    night: { ...settings.night },
    orientation: settings.orientation,
    language: settings.language,
    distance: written(settings.distance),
    diagonal: written(settings.diagonal)
  };
}

/** The fields as a form sends them. A field is named as `checkSettings` names what is wrong with it. */
export function readDraft(form: FormData): Draft {
  const said = (name: string) => String(form.get(name) ?? '');
  const all = (name: string) => form.getAll(name).map(String);
  const hours = (name: string) => ({ from: said(`${name}.from`), to: said(`${name}.to`) });
  const playlist: DraftEntry[] = [];
  for (let i = 0; i <= MOST_ENTRIES && form.has(`playlist.${i}.scene`); i += 1) {
    const scene = SCENES.find((each) => each === said(`playlist.${i}.scene`));
    if (!scene) continue;
    playlist.push({
      key: i,
      scene,
      times: said(`playlist.${i}.times`),
      seconds: said(`playlist.${i}.seconds`),
      fr: said(`playlist.${i}.text.fr`),
      en: said(`playlist.${i}.text.en`)
    });
  }
  return {
    name: said('name'),
    playlist,
    teams: all('teams'),
    steps: all('steps'),
    languages: all('languages'),
    share: said('share'),
    rests: form.has('quiet.rests'),
    rest: hours('quiet.hours'),
    days: all('quiet.days'),
    theme: said('theme'),
    night: hours('night'),
    orientation: said('orientation'),
    language: said('language'),
    distance: said('distance'),
    diagonal: said('diagonal')
  };
}

/**
 * What the fields amount to.
 *
 * @returns the settings and a trimmed name, or what is wrong with which field, once each
 */
export function checkDraft(
  draft: Draft,
  choices: Choices
): { name: string; settings: Settings; problems: Problems } | { settings: null; problems: Problems } {
  const known = { teams: choices.teams.map(({ team }) => team.id), steps: choices.steps.map(({ id }) => id) };
  const checked = checkSettings(settingsIn(draft, choices), known);
  const problems: Problems = {};
  const name = draft.name.trim();
  if (name === '') problems.name = 'missing';
  else if ([...name].length > LONGEST_NAME) problems.name = 'too-long';
  for (const { field, reason } of checked.problems ?? []) problems[field] ??= reason;
  if (!checked.settings || problems.name) return { settings: null, problems };
  return { name, settings: checked.settings, problems };
}

/** The entries of the playlist; null while one of them is not as it has to be. */
export function playlistIn({ playlist }: Pick<Draft, 'playlist'>): Entry[] | null {
  return checkSettings({ ...DEFAULT_SETTINGS, playlist: playlist.map(entryIn) }).settings?.playlist ?? null;
}

function settingsIn(draft: Draft, choices: Choices) {
  return {
    playlist: draft.playlist.map(entryIn),
    teams: topmost(draft.teams, choices.teams),
    steps: draft.steps,
    languages: draft.languages,
    share: draft.share,
    quiet: { hours: draft.rests ? draft.rest : null, days: draft.days.map(Number) },
    theme: draft.theme,
    // Hours that nobody sees must not be in the way.
    night: draft.theme === 'clock' || areHours(draft.night) ? draft.night : DEFAULT_SETTINGS.night,
    orientation: draft.orientation,
    language: draft.language,
    distance: numberIn(draft.distance),
    diagonal: numberIn(draft.diagonal)
  };
}

function entryIn({ scene, times, seconds, fr, en }: DraftEntry): Entry {
  const entry = { scene, times: numberIn(times), seconds: seconds === '' ? null : numberIn(seconds) };
  return scene === 'message' ? { ...entry, text: { fr, en } } : entry;
}

/** NaN for what is no number; a comma is as good as a point. */
export function numberIn(text: string): number {
  const written = text.trim().replace(',', '.');
  return written === '' ? NaN : Number(written);
}

function areHours({ from, to }: Hours): boolean {
  return from !== '' && to !== '' && from !== to;
}

/** The chosen teams without those that are below another chosen one: a team comes with all below it. */
export function topmost(chosen: readonly string[], teams: readonly TreeLine[]): string[] {
  const all = teams.map(({ team }) => team);
  const covered = new Set(chosen.flatMap((id) => teamAndBelow(all, id).slice(1)));
  return chosen.filter((id) => !covered.has(id));
}
