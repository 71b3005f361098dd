import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection, type Status } from './connection';
import { encode, HEARTBEAT, type WallEvent } from '../events';

const LIVE: WallEvent = { event: 'live', data: { cursor: 'b', at: '2026-06-15T09:00:00Z' } };

/** A server whose answers the test gives, and a browser around the connection. */
class World {
  requests: string[] = [];
  statuses: Status[] = [];
  heard: WallEvent[] = [];
  cursor: string | null = 'a';
  connection: Connection;
  onHear: () => void = () => undefined;
  #answer: (() => Response | Promise<Response>) | undefined;
  #line: ReadableStreamDefaultController<Uint8Array> | undefined;
  #listeners = new Map<string, () => void>();

  constructor(answer?: () => Promise<Response>, heardAt?: number) {
    this.answer(answer);
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
    this.connection = new Connection(
      '/wall/stream',
      {
        cursor: () => this.cursor,
        hear: (event) => {
          this.heard.push(event);
          this.onHear();
        },
        status: (status) => this.statuses.push(status)
      },
      heardAt
    );
    this.connection.open();
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

  it('says since when it has heard nothing, and tries again ever more rarely but at least every four seconds', async () => {
    await world.say(LIVE);
    const since = Date.now();
    world.answer(() => Promise.reject(new TypeError('no route')));
    await world.hangUp();
    await world.pass(60_000);
    expect(world.status).toEqual({ kind: 'offline', since, refused: false });
    const tries = world.requests.length;
    expect(tries).toBeGreaterThanOrEqual(15);
    expect(tries).toBeLessThan(36);
    await world.pass(4_000);
    expect(world.requests.length).toBeGreaterThan(tries);
    world.answer();
    await world.pass(4_000);
    await world.say(LIVE);
    expect(world.status).toEqual({ kind: 'live' });
  });

  it('says since when nothing was heard before the page was opened, too', async () => {
    const since = Date.now() - 3_600_000;
    world.connection.close();
    world = new World(() => Promise.reject(new TypeError('no route')), since);
    await world.pass(20_000);
    expect(world.status).toEqual({ kind: 'offline', since, refused: false });
  });

  it('is catching up from the moment a stream opens until it is live', async () => {
    await world.breathe();
    expect(world.statuses).toEqual([{ kind: 'catching-up' }]);
    await world.say(LIVE);
    expect(world.statuses).toEqual([{ kind: 'catching-up' }, { kind: 'live' }]);
  });

  it('survives an answer that is no stream', async () => {
    world.answer(() => new Response('Bad gateway', { status: 503 }));
    await world.hangUp();
    await world.pass(3_000);
    expect(world.status).toMatchObject({ kind: 'offline', refused: false });
    expect(world.requests.length).toBeGreaterThan(2);
  });

  it('asks for everything when the server does not understand from where to go on', async () => {
    world.answer(() => new Response('Which cursor?', { status: 400 }));
    await world.hangUp();
    await world.pass(500);
    world.answer();
    await world.pass(2_000);
    await world.say(LIVE);
    expect(world.status).toEqual({ kind: 'live' });
    expect(world.requests.at(-1)).toBe('/wall/stream');
    await world.hangUp();
    await world.pass(500);
    expect(world.requests.at(-1)).toBe('/wall/stream?after=a');
  });

  it('waits as long as a busy server asks, within its longest pause', async () => {
    world.answer(() => new Response(null, { status: 503, headers: { 'retry-after': '2' } }));
    await world.hangUp();
    await world.pass(500);
    const tries = world.requests.length;
    world.answer(() => new Response(null, { status: 503, headers: { 'retry-after': '3600' } }));
    await world.pass(2_000);
    expect(world.requests.length).toBe(tries + 1);
    await world.pass(4_000);
    expect(world.requests.length).toBeGreaterThan(tries + 1);
  });

  it('knows that the device is not, and asks again when it may be', async () => {
    world.answer(() => new Response('Who is it?', { status: 401 }));
    await world.hangUp();
    await world.pass(1_000);
    expect(world.status).toMatchObject({ kind: 'offline', refused: true });
    const tries = world.requests.length;
    await world.pass(6_000);
    expect(world.requests).toHaveLength(tries);
    world.answer();
    world.connection.hurry();
    await world.say(LIVE);
    expect(world.status).toEqual({ kind: 'live' });
  });

  it.each([
    [
      'an answer',
      () => {
        world.answer(() => new Response('Gone', { status: 410 }));
        return world.hangUp();
      }
    ],
    ['an event', () => world.say({ event: 'revoked', data: null })]
  ])('does not come back after it was revoked by %s', async (_, revoke) => {
    await world.say(LIVE);
    await revoke();
    await world.pass(1_000);
    expect(world.heard.at(-1)).toEqual({ event: 'revoked', data: null });
    const tries = world.requests.length;
    await world.pass(120_000);
    await world.happen('online');
    expect(world.requests).toHaveLength(tries);
  });

  it('goes on after what cannot be shown', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    world.onHear = () => {
      throw new Error('no picture of this');
    };
    await world.say({ event: 'voices', data: [] }, LIVE);
    expect(world.status).toEqual({ kind: 'live' });
    expect(complain).toHaveBeenCalledTimes(2);
    complain.mockRestore();
  });

  it('keeps a line that breathes, and has another beside one that missed a breath', async () => {
    await world.say(LIVE);
    for (let i = 0; i < 4; i += 1) {
      await world.pass(HEARTBEAT);
      await world.breathe();
    }
    expect(world.requests).toHaveLength(1);
    await world.pass(HEARTBEAT + 2_001);
    expect(world.requests).toHaveLength(2);
    expect(world.status).toEqual({ kind: 'catching-up' });
    await world.say(LIVE);
    expect(world.status).toEqual({ kind: 'live' });
    await world.pass(HEARTBEAT);
    expect(world.requests).toHaveLength(2);
  });

  it('stays with a line that was only late', async () => {
    await world.say(LIVE);
    world.answer(() => new Promise(() => undefined));
    await world.pass(HEARTBEAT + 2_001);
    expect(world.requests).toHaveLength(2);
    await world.breathe();
    await world.pass(HEARTBEAT);
    expect(world.requests).toHaveLength(2);
    expect(world.status).toEqual({ kind: 'live' });
  });

  it('is offline once a line was silent for 35 seconds, and goes on asking while requests hang', async () => {
    await world.say(LIVE);
    const since = Date.now();
    world.answer(() => new Promise(() => undefined));
    await world.pass(35_001);
    expect(world.status).toEqual({ kind: 'offline', since, refused: false });
    const tries = world.requests.length;
    await world.pass(40_000);
    expect(world.requests.length).toBe(tries + 10);
    world.answer();
    await world.pass(4_000);
    await world.say(LIVE);
    expect(world.status).toEqual({ kind: 'live' });
  });

  it('takes a line for dead that slept with the screen', async () => {
    await world.say(LIVE);
    vi.setSystemTime(Date.now() + 3_600_000);
    await world.happen('visibilitychange');
    await world.pass(500);
    expect(world.requests).toHaveLength(2);
  });

  it.each([-3, 3])(
    'asks what time it is when the clock was set by %i hours, on a line beside',
    async (hours) => {
      await world.say(LIVE);
      vi.setSystemTime(Date.now() + hours * 3_600_000);
      await world.breathe();
      expect(world.requests).toHaveLength(2);
      await world.say(LIVE);
      expect(world.status).toEqual({ kind: 'live' });
      await world.breathe();
      expect(world.requests).toHaveLength(2);
    }
  );

  it('stays closed once it is closed', async () => {
    await world.say(LIVE);
    world.connection.close();
    await world.pass(120_000);
    expect(world.requests).toHaveLength(1);
  });
});

const OUTAGES = {
  'a server that is down': () => Promise.reject(new TypeError('refused')),
  'a proxy without a server': () =>
    Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '60' } })),
  'a network that swallows everything': (signal: AbortSignal) =>
    new Promise<Response>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    )
};

describe('500 screens', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each(Object.entries(OUTAGES))('are back within 5 s, 95 of 100 of them, after %s', async (_, outage) => {
    let isBack = false;
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('removeEventListener', () => undefined);
    vi.stubGlobal('document', { addEventListener: () => undefined, removeEventListener: () => undefined });
    vi.stubGlobal('fetch', (_address: string, { signal }: { signal: AbortSignal }) =>
      isBack ? Promise.resolve(new Response(new TextEncoder().encode(encode([LIVE])))) : outage(signal)
    );
    const backAt: number[] = [];
    const screens = Array.from({ length: 500 }, () => {
      const screen: Connection = new Connection('/wall/stream', {
        cursor: () => 'a',
        hear: () => undefined,
        status: ({ kind }) => {
          if (kind !== 'live') return;
          backAt.push(Date.now());
          screen.close();
        }
      });
      return screen;
    });
    for (const [i, screen] of screens.entries()) {
      screen.open();
      if (i % 10 === 0) await vi.advanceTimersByTimeAsync(70);
    }
    await vi.advanceTimersByTimeAsync(8_000);
    isBack = true;
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(backAt).toHaveLength(500);
    expect((backAt[474] as number) - from).toBeLessThan(4_000);
  });
});
