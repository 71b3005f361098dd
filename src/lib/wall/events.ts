import type { Fact } from '$lib/pulse/results/facts';
import type { Change, Share, Snapshot } from './card';

/** What a screen is told over its stream of server-sent events. */
export type WallEvent =
  | { event: 'snapshot'; data: Snapshot }
  /** `id` is the cursor to come back with after an interruption. */
  | { event: 'change'; id: string; data: Change }
  | { event: 'share'; data: Share }
  /** All there are, in place of those before. A page that does not know of facts passes over it. */
  | { event: 'facts'; data: Fact[] }
  /** Everything up to `cursor` has been sent; from here on changes come as they happen. `at` is the server's clock. */
  | { event: 'live'; data: { cursor: string; at: string } };

const NAMES = new Set<string>(['snapshot', 'change', 'share', 'facts', 'live']);

/** How long a stream may be silent: the server breathes every 15 s, and a screen gives up after 35 s. */
export const HEARTBEAT = 15_000;
export const SILENCE = 35_000;

export function encode(events: WallEvent[]): string {
  return events
    .map(
      (each) =>
        `event: ${each.event}\n${each.event === 'change' ? `id: ${each.id}\n` : ''}data: ${JSON.stringify(each.data)}\n\n`
    )
    .join('');
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
