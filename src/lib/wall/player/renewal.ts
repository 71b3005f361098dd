import type { ScreenState } from '$lib/screens/screen';
import { asked } from './asked';

/** What renewing a page needs of the browser. Each settles by itself, and never throws. */
export interface Page {
  /** The build this page is of. */
  build: string;
  /** Milliseconds since 1970 when a page last left for another; null when none did. */
  leftAt(): number | null;
  /** Boots what the server serves now beside this page; resolves with its build once it painted, null when it did not. */
  tryOut(): Promise<string | null>;
  /** Has the browser keep what the server serves now; resolves with its build, null when it cannot be had. */
  refresh(): Promise<string | null>;
  /** Loads the page anew. */
  leave(): void;
}

/** Two servers behind a balancer announce in turns: a build that is another within this is not gone after. Milliseconds. */
const STEADY = 5_000;
/** A build that does not boot is tried again after this, and each time after twice as long, up to two hours. */
const RETRY = 600_000;
const LONGEST_RETRY = 7_200_000;
/** The other server answered: it will be the right one soon. */
const RETRY_OTHER = 30_000;
/** No page is left sooner after the one before. */
const LEAST_BETWEEN = 120_000;
/** A screen that does not turn, because it is paused or at rest, is renewed after this nevertheless. */
const LONGEST_WAIT = 300_000;
/** The browser may keep the page for the longest lease and this: it can be opened without a network as long as any lease goes. */
const FRESH = 6 * 3_600_000;

/**
 * Brings a page to the build that the server serves: first on trial beside the wall, then between two pictures, so
 * that a screen is never blank and never left with a build that does not boot. A reload that somebody asked for from
 * afar goes the same way.
 */
export class Renewal {
  #wanted: string | null = null;
  #isAsked = asked();
  #isOwed = false;
  #isReady = false;
  #isLeaving = false;
  #failures = 0;
  #next: ReturnType<typeof setTimeout> | undefined;
  #refreshing: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly page: Page) {}

  start(): void {
    this.#refreshing = setInterval(() => this.#wanted === null && void this.page.refresh(), FRESH);
  }

  stop(): void {
    clearInterval(this.#refreshing);
    clearTimeout(this.#next);
  }

  hear({ build, reloadAt }: Pick<ScreenState, 'build' | 'reloadAt'>): void {
    if (this.#isAsked(reloadAt)) this.#isOwed = true;
    const wanted = this.#isOwed || build !== this.page.build ? build : null;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#isReady = false;
    this.#failures = 0;
    clearTimeout(this.#next);
    if (wanted !== null) this.#after(STEADY, () => void this.#tryOut());
  }

  /** Between two pictures: whether this page is about to be left, and should stay as it is. */
  mayTurn = (): boolean => {
    const leftAt = this.page.leftAt();
    const isSoon = leftAt !== null && Math.abs(Date.now() - leftAt) < LEAST_BETWEEN;
    if (this.#isReady && !this.#isLeaving && !isSoon) void this.#leave();
    return this.#isLeaving;
  };

  async #tryOut(): Promise<void> {
    const wanted = this.#wanted;
    const booted = await this.page.tryOut();
    if (wanted !== this.#wanted) return;
    if (booted !== wanted) return this.#later(booted);
    this.#isReady = true;
    this.#waitForTurn();
  }

  #waitForTurn(): void {
    this.#after(LONGEST_WAIT, () => {
      this.mayTurn();
      if (!this.#isLeaving) this.#waitForTurn();
    });
  }

  async #leave(): Promise<void> {
    this.#isLeaving = true;
    const found = await this.page.refresh();
    if (found !== null && found === this.#wanted) return this.page.leave();
    this.#isLeaving = this.#isReady = false;
    if (this.#wanted !== null) this.#later(found);
  }

  #later(found: string | null): void {
    const pause = found === null ? Math.min(LONGEST_RETRY, RETRY * 2 ** this.#failures) : RETRY_OTHER;
    if (found === null) this.#failures += 1;
    this.#after(pause, () => void this.#tryOut());
  }

  #after(ms: number, then: () => void): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(then, ms);
  }
}
