import { m } from '$lib/i18n/paraglide/messages';
import type { DraftEntry, Problems } from './fields';
import { entryName } from './words';

/** What a field wants; undefined while there is nothing wrong with it. */
export function problemOf(problems: Problems, field: string): string | undefined {
  const reason = problems[field];
  if (!reason) return undefined;
  if (reason === 'taken') return m.editor_problem_name_taken();
  if (reason === 'no-text') return m.editor_problem_no_text();
  if (reason === 'not-a-time') return m.editor_problem_time();
  if (reason === 'no-time-between') return m.editor_problem_no_time_between();
  const about = field.replace(/^playlist\.\d+\./, '');
  if (about === 'name') return reason === 'too-long' ? m.editor_problem_name_long() : m.editor_problem_name();
  if (about === 'playlist')
    return reason === 'too-many' ? m.editor_problem_playlist_long() : m.editor_problem_playlist();
  return (ABOUT[about] ?? m.editor_problem_choice)();
}

const ABOUT: Record<string, () => string> = {
  times: m.editor_problem_times,
  seconds: m.editor_problem_seconds,
  'text.fr': m.editor_problem_text_long,
  'text.en': m.editor_problem_text_long,
  distance: m.editor_problem_distance,
  diagonal: m.editor_problem_diagonal
};

/** What a field is called, and where on the page it stands. @param field as problems name it */
export function fieldOf(field: string, playlist: readonly DraftEntry[]): { name: string; href: string } {
  const place = Number(/^playlist\.(\d+)/.exec(field)?.[1]);
  const entry = playlist[place];
  if (entry) {
    return { name: entryName(entry.scene, place, playlist.length), href: `#playlist.${place}` };
  }
  const [name, section] = FIELDS[field] ?? [m.editor_choice, 'choice'];
  return { name: name(), href: `#${section}` };
}

const FIELDS: Record<string, [() => string, string]> = {
  name: [m.editor_name, 'name'],
  playlist: [m.editor_playlist, 'playlist'],
  teams: [m.editor_teams, 'choice'],
  steps: [m.editor_steps, 'choice'],
  languages: [m.editor_languages, 'choice'],
  share: [m.editor_share, 'choice'],
  'quiet.hours': [m.editor_rest, 'rest'],
  'quiet.days': [m.editor_days, 'rest'],
  theme: [m.editor_theme, 'looks'],
  night: [m.editor_theme, 'looks'],
  language: [m.editor_language, 'looks'],
  orientation: [m.editor_orientation, 'looks'],
  distance: [m.editor_distance, 'place'],
  diagonal: [m.editor_diagonal, 'place']
};
