import type { Settings } from './settings';

/** Text in both languages. */
export interface Bilingual {
  fr: string;
  en: string;
}

/** All a screen is told about itself. Sent first on its stream, and again whenever anything of it changes. */
export interface ScreenState {
  /** Null in the browser of a person who looks at the wall without pairing anything. */
  id: string | null;
  name: string;
  settings: Settings;
  /** The teams of the settings and all below them; null for the whole company. */
  teams: string[] | null;
  /** Equal for screens that are sent the same verbatims and figures. Set by the stream. */
  audience: string;
  /** The build that the server serves: a player of another one goes and fetches it. */
  build: string;
  /** For how long without hearing from the server the screen may go on showing verbatims, 1 to 168 hours. */
  leaseHours: number;
  /** Everything but safe content is off all screens. */
  curtain: boolean;
  /** To all screens at once, in the place of the playlist; null when there is none. */
  message: Bilingual | null;
  /** Held on what it shows. */
  paused: boolean;
  /** ISO instants of the last time somebody asked for it: a player does it once. */
  reloadAt: string | null;
  identifyAt: string | null;
}

/** What a screen tells of itself, every 30 seconds and when something happens. Written by the player, of what was really painted. */
export interface Beat {
  build: string;
  /** What was painted last, and when by the server's clock; null before the first paint. */
  painted: { scene: string; id: string | null; at: string } | null;
  state: 'live' | 'catching-up' | 'offline' | 'lease-over' | 'quiet' | 'curtain' | 'paused' | 'message';
  /** In CSS pixels, and device pixels a CSS pixel. */
  viewport: { width: number; height: number; ratio: number };
  /** Name and version of the browser's engine, `Chromium 79`. */
  engine: string;
  /** Server's clock minus the device's, in milliseconds. */
  clockOffset: number;
  /** Bytes of script heap where the browser tells. */
  heap: number | null;
  /** Milliseconds since the page was loaded. */
  uptime: number;
}

/** The part of a verbatim a selection looks at. */
interface Placed {
  team_id: string | null;
  step_id: string | null;
  language: string;
}

/** Which verbatims a screen shows. */
export interface Selection {
  /** With all below them; null for the whole company. */
  teams: readonly string[] | null;
  steps: readonly string[];
  languages: readonly string[];
}

export function selectionOf({ settings, teams }: Pick<ScreenState, 'settings' | 'teams'>): Selection {
  return { teams, steps: settings.steps, languages: settings.languages };
}

/** Whether a verbatim belongs on a screen of this selection. */
export function admits({ teams, steps, languages }: Selection, placed: Placed): boolean {
  return (
    (teams === null || (placed.team_id !== null && teams.includes(placed.team_id))) &&
    (steps.length === 0 || (placed.step_id !== null && steps.includes(placed.step_id))) &&
    (languages.length === 0 || languages.includes(placed.language))
  );
}
