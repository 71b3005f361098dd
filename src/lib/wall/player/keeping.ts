import type { WallEvent } from '../events';
import type { Kept } from './material';

/** Counts the forms in which a wall was kept, whatever the build: what is in another form is not read. */
const FORMAT = 1;
const WALL = 'wall';
const HEARD = 'wall-heard';
/** Of several changes in a row the last is written. Milliseconds. */
const WRITE_EVERY = 5_000;
/** While nothing changes, it is noted this often that the server is still heard. */
const NOTE_EVERY = 60_000;
/** A clock that was set back by more than this cannot tell how old anything is. */
const TOLERANCE = 60_000;

type Stores = Record<'localStorage' | 'sessionStorage', Storage>;

/**
 * Keeps the last wall on the device, for a start without a network and for a page that is loaded anew. Not in
 * IndexedDB: a wall is some hundred kilobytes, and at a cold start one read without waiting beats a database to be
 * opened, upgraded and possibly blocked. What cannot be kept is not missed: every failure is as if nothing was there.
 *
 * A person who looks at the wall in their browser leaves nothing behind: theirs goes with the tab.
 */
export class Keeping {
  #writing: ReturnType<typeof setTimeout> | undefined;
  #noting: ReturnType<typeof setInterval> | undefined;
  #isLive = false;

  /**
   * @param gather what to keep now; null when there is nothing yet
   * @param stores the window; its storages may throw as soon as they are named
   */
  constructor(
    private readonly gather: () => Kept | null,
    private readonly stores: Stores = window
  ) {}

  start(): void {
    addEventListener('pagehide', this.#leave);
    this.#noting = setInterval(() => this.#isLive && this.#note(), NOTE_EVERY);
  }

  stop(): void {
    removeEventListener('pagehide', this.#leave);
    clearInterval(this.#noting);
    clearTimeout(this.#writing);
  }

  /**
   * @returns what was kept and when the server was last heard, in milliseconds by the device's clock; without its
   *   content, which is wiped, once the screen's lease is over
   */
  read(): { kept: Kept; heardAt: number } | null {
    for (const name of ['sessionStorage', 'localStorage'] as const) {
      const kept = keptIn(this.#get(name, WALL));
      if (!kept) continue;
      const heardAt = Number(this.#get(name, HEARD)) || 0;
      const silent = Date.now() - heardAt;
      if (silent >= -TOLERANCE && silent <= kept.state.leaseHours * 3_600_000) return { kept, heardAt };
      this.wipe();
      return { kept: { ...kept, snapshot: null, voices: [], figures: [] }, heardAt };
    }
    return null;
  }

  /** Keeps what an event changed, soon; what was withdrawn is not kept for a moment longer. */
  hear(event: WallEvent): void {
    if (event.event === 'revoked') return this.wipe();
    if (event.event === 'live') this.#isLive = true;
    const isUrgent = event.event === 'change' && 'gone' in event.data;
    if (this.#writing !== undefined && !isUrgent) return;
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.#write(), isUrgent ? 0 : WRITE_EVERY);
  }

  /** The line is down: from now on what is kept grows old. */
  lose(): void {
    if (this.#isLive) this.#note();
    this.#isLive = false;
  }

  wipe(): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    this.#isLive = false;
    for (const name of ['sessionStorage', 'localStorage'] as const) {
      this.#try(() => {
        this.stores[name].removeItem(WALL);
        this.stores[name].removeItem(HEARD);
      });
    }
  }

  #leave = (): void => {
    if (this.#writing !== undefined) this.#write();
    else if (this.#isLive) this.#note();
  };

  #write(): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    const kept = this.gather();
    if (!kept) return;
    const [own, other] = kept.state.id === null ? SESSION_FIRST : LOCAL_FIRST;
    const written = this.#try(() => {
      this.stores[own].setItem(WALL, JSON.stringify({ format: FORMAT, ...kept }));
      this.stores[other].removeItem(WALL);
      return true;
    });
    // A store that is full has the wall of before: whatever was withdrawn since must not come back from it.
    if (!written) this.#try(() => this.stores[own].removeItem(WALL));
    if (this.#isLive) this.#note();
  }

  #note(): void {
    const kept = this.gather();
    if (!kept) return;
    const name = kept.state.id === null ? 'sessionStorage' : 'localStorage';
    this.#try(() => this.stores[name].setItem(HEARD, String(Date.now())));
  }

  #get(name: keyof Stores, key: string): string | null {
    return this.#try(() => this.stores[name].getItem(key)) || null;
  }

  #try<Result>(act: () => Result): Result | undefined {
    try {
      return act();
    } catch {
      return undefined;
    }
  }
}

const LOCAL_FIRST = ['localStorage', 'sessionStorage'] as const;
const SESSION_FIRST = ['sessionStorage', 'localStorage'] as const;

/** Null for what is not a wall in the form of today. */
function keptIn(text: string | null): Kept | null {
  try {
    const found = JSON.parse(text || 'null') as Partial<Kept> & { format?: number };
    const { state, snapshot, voices, figures } = found;
    const isWhole =
      found.format === FORMAT &&
      state &&
      state.leaseHours > 0 &&
      state.settings.playlist.length > 0 &&
      snapshot;
    if (!isWhole || ![snapshot.cards, voices, figures].every(Array.isArray)) return null;
    return { state, snapshot, voices, figures } as Kept;
  } catch {
    return null;
  }
}
