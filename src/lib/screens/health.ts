import type { Told } from './fleet';

/** How a screen is, in one word. */
export type Condition =
  /** Beats, but has painted nothing for too long: somebody should look at it. */
  | 'frozen'
  /** Has not been heard of. */
  | 'offline'
  /** Was cut off for longer than it may show what it had. */
  | 'lease-over'
  /** Paired, and not heard of since. */
  | 'never-seen'
  | 'catching-up'
  | 'paused'
  | 'quiet'
  | 'curtain'
  | 'message'
  | 'live';

export interface Health {
  condition: Condition;
  /** Since when, as an ISO instant, where that is known. */
  since: string | null;
  /** Runs another build than the server serves. */
  outdated: boolean;
  /** By how many milliseconds its clock is behind the server's, minus when ahead; null while that hardly matters. */
  clockWrong: number | null;
}

/** Screens tell every 30 seconds: two beats may be lost. In milliseconds, as all that follows. */
const SILENT = 95_000;
/** The longest that an entry of a playlist stays is two minutes, and reading aloud the longest card takes less. */
const STILL = 5 * 60_000;
/** A page that has not painted anything after this long will not. */
const FIRST_PAINT = 60_000;
/** Certificates and hours of rest go wrong by minutes, not by seconds. */
const CLOCK_TOLERANCE = 60_000;

/**
 * What is to be thought of a screen.
 *
 * @param told last by it; null when it was never heard of
 * @param now milliseconds since 1970, by the clock that says when it was heard
 * @param build the one that the server serves
 */
export function healthOf(told: Told | null, now: number, build: string): Health {
  if (!told) return { condition: 'never-seen', since: null, outdated: false, clockWrong: null };
  // Of one that is silent nothing else is known any more.
  if (now - Date.parse(told.heardAt) > SILENT)
    return { condition: 'offline', since: told.heardAt, outdated: false, clockWrong: null };
  const flaws = {
    outdated: told.build !== build,
    clockWrong: Math.abs(told.clockOffset) > CLOCK_TOLERANCE ? told.clockOffset : null
  };
  if (isFrozen(told, now)) return { condition: 'frozen', since: told.painted?.at ?? null, ...flaws };
  // It reaches the server, or nobody would have heard this: it is on its way back.
  const condition = told.state === 'offline' ? 'catching-up' : told.state;
  return { condition, since: null, ...flaws };
}

/** Only of what should be painting: a screen at rest paints nothing, and one that is held paints nothing new. */
function isFrozen({ state, painted, uptime }: Told, now: number): boolean {
  if (state !== 'live' && state !== 'catching-up') return false;
  return painted ? now - Date.parse(painted.at) > STILL && uptime > FIRST_PAINT : uptime > FIRST_PAINT;
}

/** From what needs somebody most to what needs nobody. */
const ORDER: Condition[] = [
  'frozen',
  'offline',
  'lease-over',
  'never-seen',
  'catching-up',
  'paused',
  'message',
  'curtain',
  'quiet',
  'live'
];
const TROUBLES = new Set<Condition>(['frozen', 'offline', 'lease-over']);

/** Whether somebody should see to it. */
export function isTrouble({ condition, outdated, clockWrong }: Health): boolean {
  return TROUBLES.has(condition) || outdated || clockWrong !== null;
}

/** Whether customers' words are on it that are as new as they can be. */
export function isFresh({ condition }: Health): boolean {
  return condition === 'live';
}

const SAFE = new Set<Condition>(['curtain', 'message', 'quiet', 'lease-over']);

/** Whether a screen is known to show no verbatim, as all should while the curtain is up. */
export function isSafe({ condition }: Health): boolean {
  return SAFE.has(condition);
}

/** Orders screens: those with trouble first, the graver the earlier, then the others; by name among equals. */
export function byTrouble<T extends { name: string; health: Health }>(screens: readonly T[]): T[] {
  const rank = ({ health }: T) =>
    isTrouble(health) ? ORDER.indexOf(health.condition) : 2 * ORDER.length + ORDER.indexOf(health.condition);
  return [...screens].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
