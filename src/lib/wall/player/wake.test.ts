import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stayAwake } from './wake';

describe('a display', () => {
  let wanted: boolean;
  let look: () => void;
  let stop: () => void;
  const page = {
    visibilityState: 'visible',
    addEventListener: (_: string, hear: () => void) => (look = hear),
    removeEventListener: () => undefined
  };
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

  beforeEach(() => {
    vi.useFakeTimers();
    wanted = true;
    page.visibilityState = 'visible';
    vi.stubGlobal('document', page);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is held on by a lock, again after the page was hidden, and not at rest', async () => {
    const locks: { released: boolean; release: () => Promise<void> }[] = [];
    const request = () => {
      const held = { released: false, release: () => Promise.resolve(void (held.released = true)) };
      locks.push(held);
      return Promise.resolve(held);
    };
    vi.stubGlobal('navigator', { wakeLock: { request } });
    stop = stayAwake(() => wanted);
    await pass(60);
    expect(locks).toHaveLength(1);
    page.visibilityState = 'hidden';
    locks[0]!.released = true;
    look();
    page.visibilityState = 'visible';
    look();
    await pass(0);
    expect(locks).toHaveLength(2);
    wanted = false;
    await pass(10);
    expect(locks[1]!.released).toBe(true);
    wanted = true;
    await pass(10);
    expect(locks).toHaveLength(3);
    stop();
    expect(locks[2]!.released).toBe(true);
  });

  it('asks again for a lock that was refused', async () => {
    const request = vi.fn(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    vi.stubGlobal('navigator', { wakeLock: { request } });
    stop = stayAwake(() => wanted);
    await pass(30);
    expect(request.mock.calls.length).toBeGreaterThan(2);
  });

  it('plays a silent film where there are no locks, and none at rest', async () => {
    const film = {
      style: {},
      paused: true,
      muted: false,
      setAttribute: vi.fn(),
      play: vi.fn(),
      remove: vi.fn()
    };
    film.play.mockImplementation(() => Promise.resolve(void (film.paused = false)));
    const canvas = { getContext: () => ({ clearRect: () => undefined }), captureStream: () => 'stream' };
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('document', {
      ...page,
      createElement: (tag: string) => (tag === 'video' ? film : canvas),
      documentElement: { appendChild: () => undefined }
    });
    stop = stayAwake(() => wanted);
    expect(film).toMatchObject({ muted: true, srcObject: 'stream' });
    expect(film.play).toHaveBeenCalledTimes(1);
    await pass(20);
    expect(film.play).toHaveBeenCalledTimes(1);
    wanted = false;
    await pass(10);
    expect(film.remove).toHaveBeenCalledTimes(1);
  });

  it('does what it does where nothing helps', () => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('document', { ...page, createElement: () => ({}) });
    expect(() => (stop = stayAwake(() => wanted))).not.toThrow();
  });
});
