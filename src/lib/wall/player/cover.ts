import type { Bilingual, ScreenState } from '$lib/screens/screen';
import type { Hours, Settings } from '$lib/screens/settings';
import { ZONE } from '../period';
import type { Scene } from '../scene';

/** What lies over the playlist. */
export type Cover =
  | { kind: 'revoked' | 'lease-over' | 'curtain' | 'quiet' }
  /** What is said to all screens. */
  | { kind: 'notice'; text: Bilingual };

/** What is painted: a scene of the playlist, or what lies over it. */
export type Picture = Scene | Cover;

const COVERS: Record<Cover['kind'], true> = {
  revoked: true,
  'lease-over': true,
  curtain: true,
  quiet: true,
  notice: true
};

export interface Standing {
  state: Pick<ScreenState, 'settings' | 'curtain' | 'message' | 'leaseHours'>;
  revoked: boolean;
  /** Milliseconds since the server was last heard. */
  silentFor: number;
  /** Milliseconds since 1970, by the server's clock. */
  now: number;
}

/** The weightiest of what has to lie over the playlist; null where that goes on. */
export function coverOf({ state, revoked, silentFor, now }: Standing): Cover | null {
  if (revoked) return { kind: 'revoked' };
  if (silentFor > state.leaseHours * 3_600_000) return { kind: 'lease-over' };
  if (state.curtain) return { kind: 'curtain' };
  if (isQuiet(state.settings.quiet, now)) return { kind: 'quiet' };
  return state.message && { kind: 'notice', text: state.message };
}

/** The scene that a picture is; null for what lies over the playlist. */
export function sceneOf(picture: Picture): Scene | null {
  return picture.kind in COVERS ? null : (picture as Scene);
}

export function isQuiet({ hours, days }: Settings['quiet'], now: number): boolean {
  return (hours !== null && isWithin(hours, now)) || days.indexOf(clockOf(now).day) >= 0;
}

/** Whether the screen is dark at this time. */
export function isDark({ theme, night }: Pick<Settings, 'theme' | 'night'>, now: number): boolean {
  return theme === 'clock' ? isWithin(night, now) : theme === 'dark';
}

/** Hours that end before they begin go over midnight; those that end when they begin are none. */
function isWithin({ from, to }: Hours, now: number): boolean {
  const { time } = clockOf(now);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false
});
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The time of day as HH:MM and the day of the week from 1, a Monday, to 7, where the company is. */
function clockOf(now: number): { time: string; day: number } {
  // Engines differ in the comma between the two, and some write midnight as 24:00.
  const [, weekday = '', time = ''] = /^([a-z]+).*?(\d\d:\d\d)/i.exec(clock.format(now)) || [];
  return { time: time.replace(/^24/, '00'), day: DAYS.indexOf(weekday.slice(0, 3)) + 1 };
}
