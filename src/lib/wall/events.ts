import type { ScreenState } from '$lib/screens/screen';
import type { Change, Share, Snapshot } from './card';
import type { Voice } from './voices';
import type { Figure } from './figures';

/** What a screen is told over its stream of server-sent events. */
export type WallEvent =
  /** Comes first, and again whenever somebody changed something about this screen. */
  | { event: 'screen'; data: ScreenState }
  /** The screen was taken away: it wipes itself, darkens, and does not come back. */
  | { event: 'revoked'; data: null }
  | { event: 'snapshot'; data: Snapshot }
  /** `id` is the cursor to come back with after an interruption. */
  | { event: 'change'; id: string; data: Change }
  | { event: 'share'; data: Share }
  /** What the pulse found out, all there is, in place of what was before. */
  | { event: 'voices'; data: Voice[] }
  /** The figures of the scene `numbers`, in place of those before. */
  | { event: 'figures'; data: Figure[] }
  /** Everything up to `cursor` has been sent; from here on changes come as they happen. `at` is the server's clock. */
  | { event: 'live'; data: { cursor: string; at: string } };

const NAMES = new Set<string>([
  'screen',
  'revoked',
  'snapshot',
  'change',
  'share',
  'voices',
  'figures',
  'live'
]);

/** The server breathes this often, in milliseconds; a screen that misses a breath looks for another line beside. */
export const HEARTBEAT = 5_000;

export function encode(events: WallEvent[]): string {
  return events
    .map(
      (each) =>
        `event: ${each.event}\n${each.event === 'change' ? `id: ${each.id}\n` : ''}data: ${JSON.stringify(each.data)}\n\n`
    )
    .join('');
}

/** The same as it goes over the line: encoded once, however many screens it is for. */
export function bytesOf(events: WallEvent[]): Uint8Array {
  return new TextEncoder().encode(encode(events));
}

/**
 * Reads a stream of server-sent events piece by piece, wherever the pieces are cut.
 *
 * @returns a function to call with each piece; it returns the events that are complete by then
 */
export function decoder(): (piece: string) => WallEvent[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.map(decodeBlock).filter((event) => event !== null);
  };
}

/** Anything that is not one of ours, such as a heartbeat, is null. */
function decodeBlock(block: string): WallEvent | null {
  const fields: Record<string, string> = {};
  for (const line of block.split('\n')) {
    const colon = line.indexOf(': ');
    if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 2);
  }
  if (!NAMES.has(fields.event ?? '')) return null;
  return {
    event: fields.event,
    ...(fields.id === undefined ? {} : { id: fields.id }),
    data: JSON.parse(fields.data ?? 'null')
  } as WallEvent;
}
