import { encode, HEARTBEAT, type WallEvent } from './events';
import type { Reader } from './feed.server';

/** A screen may fall this many bytes behind; then it is sent away, and comes back with its cursor. */
const MOST_BEHIND = 1024 * 1024;
/** While it is behind by more than this, it is not told more of what it missed. */
const ENOUGH_BEHIND = 64 * 1024;
/** A stream ends after this many milliseconds, so that the screen asks again whether it may look. */
const LONGEST = 30 * 60_000;

/**
 * A response of server-sent events that goes on until either side has had enough.
 *
 * @param open connects the reader to the feed; returns how to leave it
 */
export function eventStream(open: (reader: Reader) => () => void): Response {
  const text = new TextEncoder();
  let leave: () => void = () => undefined;
  let heartbeat: NodeJS.Timeout;
  let over = false;
  let drained: () => void = () => undefined;

  const finish = () => {
    over = true;
    clearInterval(heartbeat);
    drained();
    leave();
  };

  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          if (over) return;
          finish();
          controller.close();
        };
        const write = (piece: string) => {
          if (behind(controller) > MOST_BEHIND) end();
          if (!over) controller.enqueue(text.encode(piece));
        };
        // Says something at once, so that proxies and the browser know the stream is open.
        write('retry: 1000\n\n');
        const until = Date.now() + LONGEST;
        heartbeat = setInterval(() => (Date.now() > until ? end() : write(': beat\n\n')), HEARTBEAT);
        leave = open({
          end,
          send(events: WallEvent[]) {
            write(encode(events));
            if (over || behind(controller) < ENOUGH_BEHIND) return;
            return new Promise((resolve) => (drained = resolve));
          }
        });
      },
      pull: () => drained(),
      cancel: finish
    },
    new ByteLengthQueuingStrategy({ highWaterMark: ENOUGH_BEHIND })
  );
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no'
    }
  });
}

function behind(controller: ReadableStreamDefaultController): number {
  return ENOUGH_BEHIND - (controller.desiredSize ?? ENOUGH_BEHIND);
}
