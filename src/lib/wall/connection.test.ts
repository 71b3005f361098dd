import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection, type Status } from './connection';
import { encode, type WallEvent } from './events';

const LIVE: WallEvent = { event: 'live', data: { cursor: 'b', at: '2026-06-15T09:00:00Z' } };

/** A server whose answers the test gives, and a browser around the connection. */
class World {
  requests: string[] = [];
  statuses: Status[] = [];
  heard: WallEvent[] = [];
  cursor: string | null = 'a';
  connection: Connection;
  #answer: (() => Response | Promise<Response>) | undefined;
  #line: ReadableStreamDefaultController<Uint8Array> | undefined;
  #listeners = new Map<string, () => void>();

  constructor() {
    const listen = (name: string, hear: () => void) => void this.#listeners.set(name, hear);
    const forget = (name: string) => void this.#listeners.delete(name);
    vi.stubGlobal('addEventListener', listen);
    vi.stubGlobal('removeEventListener', forget);
    vi.stubGlobal('document', {
      visibilityState: 'visible',
      addEventListener: listen,
      removeEventListener: forget
    });
    vi.stubGlobal('fetch', (address: string, { signal }: RequestInit) =>
      this.#fetch(address, signal as AbortSignal)
    );
    this.connection = new Connection('/wall/stream', {
      cursor: () => this.cursor,
      hear: (event) => this.heard.push(event),
      status: (status) => this.statuses.push(status)
    });
    void this.connection.open();
  }

  /** From now on every request is answered like this; without an answer, with a stream that stays open. */
  answer(answer?: () => Response | Promise<Response>): void {
    this.#answer = answer;
  }

  async say(...events: WallEvent[]): Promise<void> {
    this.#line?.enqueue(new TextEncoder().encode(encode(events)));
    await this.pass(0);
  }

  async breathe(): Promise<void> {
    this.#line?.enqueue(new TextEncoder().encode(': beat\n\n'));
    await this.pass(0);
  }

  async hangUp(): Promise<void> {
    this.#line?.close();
    await this.pass(0);
  }

  async happen(name: 'online' | 'visibilitychange'): Promise<void> {
    this.#listeners.get(name)?.();
    await this.pass(0);
  }

  pass(ms: number): Promise<unknown> {
    return vi.advanceTimersByTimeAsync(ms);
  }

  get status(): Status | undefined {
    return this.statuses.at(-1);
  }

  #fetch(address: string, signal: AbortSignal): Response | Promise<Response> {
    this.requests.push(address);
    if (this.#answer) return this.#answer();
    return new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          this.#line = controller;
          signal.addEventListener('abort', () => controller.error(signal.reason));
        }
      })
    );
  }
}

describe('the line of a screen', () => {
  let world: World;
  beforeEach(() => {
    vi.useFakeTimers();
    world = new World();
  });
  afterEach(() => {
    world.connection.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('asks for what happened since its cursor, and says when it is live', async () => {
    await world.say(LIVE);
    expect(world.requests).toEqual(['/wall/stream?after=a']);
    expect(world.heard).toEqual([LIVE]);
    expect(world.status).toEqual({ kind: 'live' });
  });

  it('comes back within half a second when a live line is hung up, from where it was', async () => {
    await world.say(LIVE);
    world.cursor = 'b+';
    await world.hangUp();
    expect(world.status).toEqual({ kind: 'catching-up' });
    await world.pass(500);
    expect(world.requests).toEqual(['/wall/stream?after=a', '/wall/stream?after=b%2B']);
  });

  it('says since when it has heard nothing, and tries again ever more rarely but at least every ten seconds', async () => {
    await world.say(LIVE);
    const since = Date.now();
    world.answer(() => Promise.reject(new TypeError('no route')));
    await world.hangUp();
    await world.pass(60_000);
    expect(world.status).toEqual({ kind: 'offline', since, refused: false });
    const tries = world.requests.length;
    expect(tries).toBeGreaterThanOrEqual(9);
    expect(tries).toBeLessThan(20);
    await world.pass(10_000);
    expect(world.requests.length).toBeGreaterThan(tries);
    world.answer();
    await world.pass(10_000);
    await world.say(LIVE);
    expect(world.status).toEqual({ kind: 'live' });
  });

  it('survives an answer that is no stream', async () => {
    world.answer(() => new Response('Bad gateway', { status: 503 }));
    await world.hangUp();
    await world.pass(3_000);
    expect(world.status).toMatchObject({ kind: 'offline', refused: false });
    expect(world.requests.length).toBeGreaterThan(2);
  });

  it('knows that signing in would help', async () => {
    world.answer(() => new Response('Sign in', { status: 401 }));
    await world.hangUp();
    await world.pass(1_000);
    expect(world.status).toMatchObject({ kind: 'offline', refused: true });
  });

  it('gives up a line that is silent for 35 seconds, and keeps one that breathes', async () => {
    await world.say(LIVE);
    for (let i = 0; i < 4; i += 1) {
      await world.pass(15_000);
      await world.breathe();
    }
    expect(world.requests).toHaveLength(1);
    await world.pass(36_000);
    expect(world.requests).toHaveLength(2);
  });

  it('does not wait when the network is back', async () => {
    world.answer(() => Promise.reject(new TypeError('no route')));
    await world.hangUp();
    await world.pass(60_000);
    const tries = world.requests.length;
    world.answer();
    await world.happen('online');
    expect(world.requests).toHaveLength(tries + 1);
  });

  it('takes a line for dead that slept with the screen', async () => {
    await world.say(LIVE);
    vi.setSystemTime(Date.now() + 3_600_000);
    await world.happen('visibilitychange');
    await world.pass(500);
    expect(world.requests).toHaveLength(2);
  });

  it('stays closed once it is closed', async () => {
    await world.say(LIVE);
    world.connection.close();
    await world.pass(120_000);
    expect(world.requests).toHaveLength(1);
  });
});
