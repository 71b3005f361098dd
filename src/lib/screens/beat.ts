import type { Told } from './fleet';
import type { Beat } from './screen';

/** A row of `screen_beats`. */
export interface BeatRow {
  screen_id: string;
  heard_at: string;
  build: string;
  painted_scene: string | null;
  painted_id: string | null;
  painted_at: string | null;
  state: Beat['state'];
  viewport_width: number;
  viewport_height: number;
  pixel_ratio: number;
  engine: string;
  clock_offset: number;
  heap: number | null;
  uptime: number;
}

const STATES: readonly Beat['state'][] = [
  'live',
  'catching-up',
  'offline',
  'lease-over',
  'quiet',
  'curtain',
  'paused',
  'message'
];

/** A beat is some 400 bytes. */
export const LONGEST_BEAT = 4_096;

/**
 * A beat as a screen sent it, with nothing in it but what belongs there.
 *
 * @returns null for what is not a beat
 */
export function readBeat(value: unknown): Beat | null {
  const given = asRecord(value);
  const viewport = asRecord(given.viewport);
  const painted = given.painted === null ? null : readPainted(asRecord(given.painted));
  const state = STATES.find((each) => each === given.state);
  if (painted === undefined || !state || !isText(given.build, 80) || !isText(given.engine, 120)) return null;
  const numbers =
    isWithin(viewport.width, 0, 100_000) &&
    isWithin(viewport.height, 0, 100_000) &&
    isWithin(viewport.ratio, 0.05, 20) &&
    isWithin(given.clockOffset, -A_CENTURY, A_CENTURY) &&
    isWithin(given.uptime, 0, A_CENTURY) &&
    (given.heap === null || isWithin(given.heap, 0, 2 ** 50));
  if (!numbers) return null;
  return {
    build: given.build as string,
    painted,
    state,
    viewport: {
      width: Math.round(viewport.width as number),
      height: Math.round(viewport.height as number),
      ratio: viewport.ratio as number
    },
    engine: given.engine as string,
    clockOffset: Math.round(given.clockOffset as number),
    heap: given.heap === null ? null : Math.round(given.heap as number),
    uptime: Math.round(given.uptime as number)
  };
}

/** A beat as the database keeps it. @param heard when, by the server's clock */
export function rowOf(screen: string, beat: Beat, heard: Date): BeatRow {
  return {
    screen_id: screen,
    heard_at: heard.toISOString(),
    build: beat.build,
    painted_scene: beat.painted?.scene ?? null,
    painted_id: beat.painted?.id ?? null,
    painted_at: beat.painted?.at ?? null,
    state: beat.state,
    viewport_width: beat.viewport.width,
    viewport_height: beat.viewport.height,
    pixel_ratio: beat.viewport.ratio,
    engine: beat.engine,
    clock_offset: beat.clockOffset,
    heap: beat.heap,
    uptime: beat.uptime
  };
}

/** What a screen told, from how the database keeps it. */
export function toldOf(row: BeatRow): Told {
  const { painted_scene: scene, painted_id: id, painted_at: at } = row;
  return {
    heardAt: row.heard_at,
    build: row.build,
    painted: scene !== null && at !== null ? { scene, id, at } : null,
    state: row.state,
    viewport: { width: row.viewport_width, height: row.viewport_height, ratio: row.pixel_ratio },
    engine: row.engine,
    clockOffset: row.clock_offset,
    heap: row.heap,
    uptime: row.uptime
  };
}

/** In milliseconds; TVs wake up in 1970. */
const A_CENTURY = 100 * 365.25 * 86_400_000;

/** @returns undefined for what is not something painted */
function readPainted({ scene, id, at }: Record<string, unknown>): Beat['painted'] | undefined {
  const instant = typeof at === 'string' ? Date.parse(at) : NaN;
  if (!isText(scene, 40) || !(id === null || isText(id, 80)) || !(Math.abs(instant) < 2 * A_CENTURY))
    return undefined;
  return { scene: scene as string, id: id as string | null, at: new Date(instant).toISOString() };
}

function isText(value: unknown, longest: number): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= longest;
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
