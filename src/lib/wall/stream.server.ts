import type { Writable } from 'node:stream';
import { HANDED_OVER, takeOver } from '$lib/server/handover';
import { HEARTBEAT } from './events';
import type { Reader } from './feed.server';

/** A screen may fall this many bytes behind; then it is sent away, and comes back with its cursor. */
const MOST_BEHIND = 1024 * 1024;
/** A stream ends after this many milliseconds, so that the screen asks again whether it may look. */
const LONGEST = 30 * 60_000;
/** Or up to a third before: screens that came together, after a restart, need not come back together for ever. */
const SHORTEST = 20 * 60_000;

/** Says something at once, so that proxies and the browser know the stream is open. */
const OPEN = Buffer.from('retry: 1000\n\n');
const BEAT = Buffer.from(': beat\n\n');

/**
 * A response of server-sent events that goes on until either side has had enough.
 *
 * @param open connects the reader to the feed; returns how to leave it
 */
export function eventStream(open: (reader: Reader) => () => void): Response {
  return new Response(null, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      [HANDED_OVER]: takeOver((connection) => streamTo(connection, open))
    }
  });
}

/** Streams on a connection whose head is written. */
export function streamTo(connection: Writable, open: (reader: Reader) => () => void): void {
  if (!connection.destroyed) new Stream(connection, open);
}

/** One open stream. Ten thousand of them are kept at a time, so none has a timer or a copy of anything of its own. */
class Stream implements Reader {
  readonly #connection: Writable;
  /** Null while it is being opened. */
  #leave: (() => void) | null = null;
  readonly #until = Date.now() + SHORTEST + Math.random() * (LONGEST - SHORTEST);
  readonly #stopBeating: () => void;
  #over = false;
  #onDrained: (() => void) | null = null;

  constructor(connection: Writable, open: (reader: Reader) => () => void) {
    this.#connection = connection;
    connection.on('drain', () => this.#drained());
    connection.once('close', () => this.#finish());
    connection.on('error', () => this.#finish());
    connection.write(OPEN);
    this.#stopBeating = beating(this);
    this.#leave = open(this);
    // A screen that was taken away is told so at once, and then there is nothing to leave later.
    if (this.#over) this.#leave();
  }

  send(events: Uint8Array): Promise<void> | void {
    if (this.#write(events) || this.#over) return;
    return new Promise((resolve) => {
      const before = this.#onDrained;
      this.#onDrained = () => {
        before?.();
        resolve();
      };
    });
  }

  end(): void {
    if (this.#over) return;
    this.#finish();
    this.#connection.end();
  }

  beat(now: number): void {
    if (now > this.#until) this.end();
    else this.#write(BEAT);
  }

  #drained(): void {
    const told = this.#onDrained;
    this.#onDrained = null;
    told?.();
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.#stopBeating();
    this.#drained();
    this.#leave?.();
  }

  /** @returns whether the screen keeps up */
  #write(bytes: Uint8Array): boolean {
    if (this.#over) return false;
    if (this.#connection.writableLength <= MOST_BEHIND) return this.#connection.write(bytes);
    this.#finish();
    // What it was not told yet it is told when it comes back: nothing waits for a screen that does not read.
    this.#connection.destroy();
    return false;
  }
}

/** Every stream beats once a round, a share of them each second: one timer, and no second with all the work. */
const ROUND: Set<Stream>[] = Array.from({ length: HEARTBEAT / 1000 }, () => new Set());
let turn = 0;
let timer: NodeJS.Timeout | undefined;

/** Lets a stream breathe. @returns how to stop */
function beating(stream: Stream): () => void {
  const fewest = ROUND.reduce((best, some) => (some.size < best.size ? some : best));
  fewest.add(stream);
  timer ??= setInterval(() => {
    turn = (turn + 1) % ROUND.length;
    const now = Date.now();
    for (const each of ROUND[turn] ?? []) each.beat(now);
  }, 1000);
  return () => {
    fewest.delete(stream);
    if (ROUND.some(({ size }) => size > 0)) return;
    clearInterval(timer);
    timer = undefined;
  };
}
