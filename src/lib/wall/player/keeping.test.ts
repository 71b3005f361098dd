import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScreenState } from '$lib/screens/screen';
import { DEFAULT_SETTINGS } from '$lib/screens/settings';
import type { WallEvent } from '../events';
import { NOW, sampleCard } from '../sample';
import { Keeping } from './keeping';
import type { Kept } from './material';

const HOUR = 3_600_000;
const LIVE: WallEvent = { event: 'live', data: { cursor: 'b', at: new Date(NOW).toISOString() } };
const GONE: WallEvent = { event: 'change', id: 'c', data: { gone: 'une', revision: 1 } };
const CARD: WallEvent = { event: 'change', id: 'c', data: { card: sampleCard() } };

class Store {
  entries = new Map<string, string>();
  isFull = false;
  writes = 0;

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('', 'QuotaExceededError');
    this.writes += 1;
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

function wall(state: Partial<ScreenState> = {}): Kept {
  return {
    state: {
      id: 'accueil',
      name: 'Accueil',
      settings: DEFAULT_SETTINGS,
      teams: null,
      audience: '',
      build: 'development',
      leaseHours: 24,
      curtain: false,
      message: null,
      paused: false,
      reloadAt: null,
      identifyAt: null,
      ...state
    },
    snapshot: {
      cards: [sampleCard('positive', { id: 'une' })],
      share: { period: 'today', counts: { positive: 1, neutral: 0, negative: 0 }, n: 1 },
      cursor: 'b',
      at: new Date(NOW).toISOString()
    },
    voices: [],
    figures: []
  };
}

describe('what a device keeps', () => {
  let stores: { localStorage: Store; sessionStorage: Store };
  let shown: Kept | null;
  let hide: () => void;
  let keeping: Keeping;
  const open = () => new Keeping(() => shown, stores as never);
  const pass = (ms: number) => vi.advanceTimersByTime(ms);

  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    vi.stubGlobal('addEventListener', (_: string, hear: () => void) => (hide = hear));
    vi.stubGlobal('removeEventListener', () => undefined);
    stores = { localStorage: new Store(), sessionStorage: new Store() };
    shown = wall();
    keeping = open();
    keeping.start();
  });
  afterEach(() => {
    keeping.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is the last wall, and when the server was heard last', () => {
    expect(keeping.read()).toBeNull();
    keeping.hear(LIVE);
    pass(5_000);
    expect(open().read()).toEqual({ kept: wall(), heardAt: NOW + 5_000 });
    pass(10 * HOUR);
    const { heardAt } = open().read()!;
    expect(Date.now() - heardAt).toBeLessThanOrEqual(60_000);
  });

  it('is written once in five seconds, however much happens, and at once when the page is left', () => {
    keeping.hear(LIVE);
    for (let i = 0; i < 40; i += 1) {
      keeping.hear(CARD);
      pass(250);
    }
    expect(stores.localStorage.writes).toBe(4);
    keeping.hear(CARD);
    hide();
    expect(stores.localStorage.writes).toBe(6);
  });

  it('loses what was withdrawn without a delay', () => {
    keeping.hear(LIVE);
    pass(5_000);
    shown!.snapshot!.cards = [];
    keeping.hear(CARD);
    keeping.hear(GONE);
    pass(0);
    expect(open().read()!.kept.snapshot!.cards).toEqual([]);
  });

  it('has no content any more once the lease is over, and then nothing', () => {
    keeping.hear(LIVE);
    pass(5_000);
    keeping.lose();
    keeping.stop();
    pass(24 * HOUR);
    expect(open().read()!.kept.snapshot!.cards).toHaveLength(1);
    pass(1);
    expect(open().read()!.kept).toMatchObject({ state: { name: 'Accueil' }, snapshot: null });
    expect(stores.localStorage.entries.size).toBe(0);
    expect(open().read()).toBeNull();
  });

  it('is over when the clock went back, because nobody knows how old it is', () => {
    keeping.hear(LIVE);
    pass(5_000);
    keeping.stop();
    vi.setSystemTime(NOW - 30_000);
    expect(open().read()!.kept.snapshot).not.toBeNull();
    vi.setSystemTime(NOW - 10 * 60_000);
    expect(open().read()!.kept.snapshot).toBeNull();
    expect(stores.localStorage.entries.size).toBe(0);
  });

  it('goes when the screen is revoked, and does not come back', () => {
    keeping.hear(LIVE);
    pass(5_000);
    keeping.hear(CARD);
    keeping.hear({ event: 'revoked', data: null });
    pass(120_000);
    hide();
    expect(stores.localStorage.entries.size).toBe(0);
  });

  it('goes with the tab of a person who looks at the wall', () => {
    keeping.hear(LIVE);
    pass(5_000);
    shown = wall({ id: null });
    keeping.hear(CARD);
    pass(5_000);
    expect(stores.localStorage.entries.has('wall')).toBe(false);
    expect(open().read()!.kept.state.id).toBeNull();
  });

  it.each([
    ['rubbish', '{"format":1,"state"'],
    ['another form', JSON.stringify({ format: 0, ...wall() })],
    ['a part', JSON.stringify({ format: 1, ...wall(), voices: null })],
    ['nothing', 'null']
  ])('is nothing where %s was found', (_, text) => {
    stores.localStorage.setItem('wall', text);
    stores.localStorage.setItem('wall-heard', String(NOW));
    expect(keeping.read()).toBeNull();
  });

  it('is nothing in a store that refuses', () => {
    const refusing = new Keeping(() => shown, {
      get localStorage(): never {
        throw new DOMException('', 'SecurityError');
      },
      get sessionStorage(): never {
        throw new DOMException('', 'SecurityError');
      }
    });
    refusing.hear(LIVE);
    refusing.hear(GONE);
    expect(() => pass(0)).not.toThrow();
    expect(refusing.read()).toBeNull();
    expect(() => refusing.wipe()).not.toThrow();
  });

  it('is not the wall of before in a store that is full', () => {
    keeping.hear(LIVE);
    pass(5_000);
    stores.localStorage.isFull = true;
    keeping.hear(GONE);
    pass(0);
    expect(keeping.read()).toBeNull();
  });
});
