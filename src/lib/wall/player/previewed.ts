import type { ScreenState } from '$lib/screens/screen';
import { DEFAULT_SETTINGS, type Settings } from '$lib/screens/settings';

/** The settings that decide which verbatims the server sends; the rest, which may be long, is as on any screen. */
export function choiceOf({ teams, steps, languages, share }: Settings): string {
  return JSON.stringify({ ...DEFAULT_SETTINGS, teams, steps, languages, share });
}

/**
 * What a screen of these settings would be told. Where it would rest, stand still or hide behind the curtain, the preview
 * shows it all the same: that is what it is for.
 */
export function previewed(state: ScreenState | null, settings: Settings): ScreenState {
  return {
    id: null,
    name: '',
    audience: '',
    build: '',
    leaseHours: 168,
    ...state,
    teams: state && state.teams,
    settings: { ...settings, quiet: { hours: null, days: [] } },
    curtain: false,
    message: null,
    paused: false,
    reloadAt: null,
    identifyAt: null
  };
}
