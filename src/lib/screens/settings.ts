/** What somebody decides about one screen. Pure: shared by the editor, the server and the player. */

export const SCENES = ['spotlight', 'mosaic', 'mirror', 'numbers', 'message'] as const;
export type SceneKind = (typeof SCENES)[number];

/** One entry of a playlist; entries follow each other, and after the last comes the first. */
export interface Entry {
  scene: SceneKind;
  /** How many times in a row, 1 to 20. */
  times: number;
  /** How long each stays, 5 to 120 seconds; null for as long as it takes to read. */
  seconds: number | null;
  /** What a `message` says, up to 280 characters in each language; a language left empty is said in the other. */
  text?: { fr: string; en: string };
}

/** Periods whose real share a screen may keep; `auto` is the shortest that has enough verbatims. */
export const SHARES = ['auto', 'today', 'week', 'month', 'year'] as const;
export const THEMES = ['light', 'dark', 'clock'] as const;
/** `left`, `right` and `half` turn the picture for a screen that hangs turned and whose system does not know. */
export const ORIENTATIONS = ['none', 'left', 'right', 'half'] as const;
export const LANGUAGES = ['fr', 'en', 'both'] as const;

/** Hours of a day, `HH:MM` in the company's time zone; from may be later than to: over midnight. */
export interface Hours {
  from: string;
  to: string;
}

export interface Settings {
  playlist: Entry[];
  /** Ids of teams, each with all below it; empty for the whole company. */
  teams: string[];
  /** Ids of journey steps; empty for all. */
  steps: string[];
  /** Languages of verbatims, as ISO 639-1 codes; empty for all. */
  languages: string[];
  share: (typeof SHARES)[number];
  /** When the screen rests: dark, with nothing on it. `days` are those without a wall at all, 1 Monday to 7 Sunday. */
  quiet: { hours: Hours | null; days: number[] };
  theme: (typeof THEMES)[number];
  /** When `clock` is dark. */
  night: Hours;
  orientation: (typeof ORIENTATIONS)[number];
  /** The language of everything that is not a verbatim; `both` by turns. */
  language: (typeof LANGUAGES)[number];
  /** How far away people are, in metres, 1 to 20. */
  distance: number;
  /** The diagonal of the screen in inches, 10 to 120. */
  diagonal: number;
}

/** Of ten things about seven are customers', one or two are employees', one is figures. */
export const DEFAULT_SETTINGS: Settings = {
  playlist: [
    { scene: 'spotlight', times: 4, seconds: null },
    { scene: 'mirror', times: 1, seconds: null },
    { scene: 'spotlight', times: 3, seconds: null },
    { scene: 'mosaic', times: 1, seconds: null },
    { scene: 'numbers', times: 1, seconds: null }
  ],
  teams: [],
  steps: [],
  languages: [],
  share: 'auto',
  quiet: { hours: null, days: [] },
  theme: 'clock',
  night: { from: '19:00', to: '07:30' },
  orientation: 'none',
  language: 'fr',
  distance: 5,
  diagonal: 55
};
