import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Renewal, type Page } from './renewal';

const NINE = '2026-06-15T09:00:00Z';
const TEN = '2026-06-15T10:00:00Z';

/** A browser with the page of the build `old`, and what the servers behind it do. */
class Browser implements Page {
  build = 'old';
  /** The build that the server serves, and the one that boots of it. */
  served: string | null = 'old';
  boots = true;
  left: number | null = null;
  leaves: number[] = [];
  trials = 0;

  leftAt(): number | null {
    return this.left;
  }

  async tryOut(): Promise<string | null> {
    this.trials += 1;
    await Promise.resolve();
    return this.boots ? this.served : null;
  }

  async refresh(): Promise<string | null> {
    await Promise.resolve();
    return this.served;
  }

  leave(): void {
    this.left = Date.now();
    this.leaves.push(this.left);
  }
}

describe('the renewal of a page', () => {
  let browser: Browser;
  let renewal: Renewal;
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
  const announce = (build: string, reloadAt: string | null = null) => {
    browser.served = build;
    renewal.hear({ build, reloadAt });
  };
  /** A picture every ten seconds. */
  const play = async (seconds: number) => {
    for (let i = 0; i < seconds; i += 10) {
      await pass(10);
      renewal.mayTurn();
      await pass(0);
    }
  };

  beforeEach(() => {
    vi.useFakeTimers();
    renewal = new Renewal((browser = new Browser()));
    renewal.start();
    announce('old');
  });
  afterEach(() => {
    renewal.stop();
    vi.useRealTimers();
  });

  it('leaves a page of the build that is served alone', async () => {
    await play(3600);
    expect(browser.trials).toBe(0);
    expect(browser.leaves).toEqual([]);
  });

  it('goes to a build that boots, once, between two pictures', async () => {
    announce('new');
    await pass(6);
    expect(browser.trials).toBe(1);
    expect(browser.leaves).toEqual([]);
    expect(renewal.mayTurn()).toBe(true);
    expect(renewal.mayTurn()).toBe(true);
    await pass(0);
    expect(browser.leaves).toHaveLength(1);
  });

  it('does not wait for ever for a screen that does not turn', async () => {
    announce('new');
    await pass(310);
    expect(browser.leaves).toHaveLength(1);
  });

  it('stays with a build that boots, and tries the new one again ever more rarely', async () => {
    browser.boots = false;
    announce('new');
    await play(590);
    expect(browser.trials).toBe(1);
    await play(20);
    expect(browser.trials).toBe(2);
    await play(1200);
    expect(browser.trials).toBe(3);
    await play(24 * 3600);
    expect(browser.trials).toBeLessThan(18);
    expect(browser.leaves).toEqual([]);
    browser.boots = true;
    await play(7300);
    expect(browser.leaves).toHaveLength(1);
  });

  it('tries a build that comes after one that does not boot at once', async () => {
    browser.boots = false;
    announce('broken');
    await play(60);
    browser.boots = true;
    announce('mended');
    await play(20);
    expect(browser.leaves).toHaveLength(1);
  });

  it('stays where it is when the server goes away between trial and turn, and turns', async () => {
    announce('new');
    await pass(6);
    browser.served = null;
    expect(renewal.mayTurn()).toBe(true);
    await pass(0);
    expect(renewal.mayTurn()).toBe(false);
    expect(browser.leaves).toEqual([]);
    browser.served = 'new';
    await play(620);
    expect(browser.leaves).toHaveLength(1);
  });

  it('does not go after builds that alternate, and goes to the one that stays', async () => {
    for (let i = 0; i < 45; i += 1) {
      announce(i % 2 ? 'new' : 'old');
      renewal.mayTurn();
      await pass(2);
    }
    expect(browser.leaves).toEqual([]);
    announce('new');
    await play(20);
    expect(browser.leaves).toHaveLength(1);
  });

  it('leaves at most once in two minutes, whatever is announced', async () => {
    for (let minute = 0; minute < 40; minute += 1) {
      const { length } = browser.leaves;
      announce(minute % 2 ? 'old' : 'new');
      await play(30);
      if (browser.leaves.length === length) continue;
      browser.build = browser.served as string;
      renewal.stop();
      renewal = new Renewal(browser);
    }
    const pauses = browser.leaves.slice(1).map((at, i) => at - (browser.leaves[i] as number));
    expect(pauses.length).toBeGreaterThan(3);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(120_000);
  });

  it('tries again soon when the other of two servers answered', async () => {
    announce('new');
    browser.served = 'old';
    await play(20);
    expect(browser.leaves).toEqual([]);
    browser.served = 'new';
    await play(40);
    expect(browser.leaves).toHaveLength(1);
  });

  it('loads the page anew when somebody asks for it from afar, once, and not for what was asked before', async () => {
    renewal.stop();
    renewal = new Renewal((browser = new Browser()));
    announce('old', NINE);
    await play(60);
    expect(browser.leaves).toEqual([]);
    announce('old', TEN);
    await play(60);
    expect(browser.leaves).toHaveLength(1);
    expect(browser.trials).toBe(1);
  });

  it('has the browser keep a fresh page every six hours, but none that was not tried', async () => {
    const refresh = vi.spyOn(browser, 'refresh');
    await pass(13 * 3600);
    expect(refresh).toHaveBeenCalledTimes(2);
    browser.boots = false;
    announce('broken');
    await pass(13 * 3600);
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});
