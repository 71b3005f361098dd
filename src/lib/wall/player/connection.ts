import { decoder, HEARTBEAT, type WallEvent } from '../events';

export type Status =
  /** The page was opened just now, and nothing has been heard yet. */
  | { kind: 'shown' }
  | { kind: 'live' }
  /** A stream is open, or was a moment ago: what was missed is not all there yet. */
  | { kind: 'catching-up' }
  /** `since` is when something was last heard, in milliseconds since 1970; `refused` when the device is unknown. */
  | { kind: 'offline'; since: number; refused: boolean };

export interface Listener {
  /** Where to go on from; null before anything was heard. */
  cursor(): string | null;
  /** As which audience it had that cursor. */
  audience?(): string;
  hear(event: WallEvent): void;
  status(status: Status): void;
}

const FIRST_PAUSE = 500;
/**
 * While there is no line, a request is made at least this often, whatever becomes of those before. The pauses between
 * are random, from half of this to all of it: 95 of 100 screens try within 3.2 s of the moment it would succeed.
 */
const LONGEST_PAUSE = 4_000;
/** The first request that hangs gets a rival soon: a browser tries the connections it has, and all may be dead. */
const FIRST_RIVAL = 1_000;
/** A request without an answer is given up after three others were made beside it. */
const PATIENCE = 3 * LONGEST_PAUSE;
/** Pairing or signing in ends a refusal, and both say so themselves: see `hurry`. */
const REFUSED_PAUSE = 15_000;
/** A line that missed a heartbeat by this much gets a rival. */
const TOLERANCE = 2_000;
/** Clocks are set right by less than this all the time. Milliseconds. */
const JUMP = 60_000;

/** For so long an open line may say nothing, and its rival as long as a request has, before it is taken for dead. */
const MUTE = HEARTBEAT + TOLERANCE + LONGEST_PAUSE;

/** One stream, from its request to its end. */
interface Line {
  abort: AbortController;
  isOpen: boolean;
  wasLive: boolean;
}

/** How a line ended: the answer that was no stream, or neither where it broke. */
interface End {
  status?: number;
  retryAfter?: number;
}

/**
 * The line from a screen to its server. Unlike the browser's own EventSource it notices a line that went dead without
 * a word, comes back after any answer, and asks for exactly what it missed. Where nothing is heard, further requests
 * are made beside those that hang; the first that is heard becomes the line, and the others are dropped.
 */
export class Connection {
  #closed = false;
  #failures = 0;
  /** The server did not understand from where to go on: it is asked for everything. */
  #isAnew = false;
  #lines: Line[] = [];
  /** When the page was opened, by the clock of the device as it was when the last line began. */
  #openedAt = 0;
  #next: ReturnType<typeof setTimeout> | undefined;

  /** @param heardAt when the server was last heard, before this page was opened perhaps */
  constructor(
    private readonly address: string,
    private readonly listener: Listener,
    private heardAt = Date.now()
  ) {}

  /** Stays connected until it is closed, or the screen is revoked. */
  open(): void {
    addEventListener('online', this.hurry);
    document.addEventListener('visibilitychange', this.#look);
    this.#try();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#next);
    removeEventListener('online', this.hurry);
    document.removeEventListener('visibilitychange', this.#look);
    this.#keep(null);
  }

  /** There is a reason to believe that a request would succeed now: the network is back, the screen is paired. */
  hurry = (): void => this.#try();

  /** The screen slept, and its line may have died meanwhile. */
  #look = (): void => {
    const slept = Date.now() - this.heardAt > HEARTBEAT + TOLERANCE;
    if (document.visibilityState === 'visible' && slept) this.#try();
  };

  #try(): void {
    if (this.#closed) return;
    this.#openedAt = openedAt();
    const line: Line = { abort: new AbortController(), isOpen: false, wasLive: false };
    const hanging = this.#lines.filter(({ isOpen }) => !isOpen).length;
    this.#lines.push(line);
    this.#after(Math.min(LONGEST_PAUSE, FIRST_RIVAL * 2 ** hanging), () => this.#lose());
    void this.#follow(line);
  }

  async #follow(line: Line): Promise<void> {
    const { status, retryAfter = 0 } = await this.#listen(line);
    const place = this.#lines.indexOf(line);
    if (place < 0) return;
    this.#lines.splice(place, 1);
    if (status === 400) this.#isAnew = true;
    if (status === 410) return this.#hear({ event: 'revoked', data: null });
    if (line.wasLive) this.#failures = 0;
    const refused = status === 401;
    if (refused) this.#keep(null);
    this.#lose(line.wasLive, refused);
    // Those that were begun later see to what comes next.
    if (place < this.#lines.length) return;
    const pause = Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE * 2 ** this.#failures, retryAfter * 1000));
    this.#failures += 1;
    this.#after((refused ? REFUSED_PAUSE : pause) * (0.5 + Math.random() / 2));
  }

  async #listen(line: Line): Promise<End> {
    const { signal } = line.abort;
    const cursor = this.#isAnew ? null : this.listener.cursor();
    const patience = setTimeout(() => line.abort.abort(), PATIENCE);
    try {
      const audience = this.listener.audience ? `&audience=${this.listener.audience()}` : '';
      const query = cursor === null ? '' : `?after=${encodeURIComponent(cursor)}${audience}`;
      const response = await fetch(this.address + query, { signal, cache: 'no-store' });
      if (!response.ok || !response.body)
        return { status: response.status, retryAfter: Number(response.headers.get('retry-after')) || 0 };
      const reader = response.body.getReader();
      const text = new TextDecoder();
      const decode = decoder();
      for (let piece: Uint8Array | undefined; this.#lines.indexOf(line) >= 0;) {
        this.#heard(line);
        clearTimeout(patience);
        if (piece) for (const event of decode(text.decode(piece, { stream: true }))) this.#hear(event, line);
        const { done, value } = await reader.read();
        if (done) break;
        piece = value;
      }
    } catch {
      // Unreachable, reset, silent or dropped: all the same, the line is down.
    } finally {
      clearTimeout(patience);
    }
    return {};
  }

  /** A line that says something is the one to stay with. */
  #heard(line: Line): void {
    this.heardAt = Date.now();
    this.#keep(line);
    this.#after(HEARTBEAT + TOLERANCE);
    // What time it is only a line that begins is told, and somebody set the device's clock.
    if (Math.abs(openedAt() - this.#openedAt) > JUMP) this.#try();
    if (line.isOpen) return;
    line.isOpen = true;
    this.listener.status({ kind: 'catching-up' });
  }

  #hear(event: WallEvent, line?: Line): void {
    if (this.#closed) return;
    try {
      this.listener.hear(event);
    } catch (error) {
      // What cannot be shown must not cut the line of what can.
      console.error(error);
    }
    if (event.event === 'revoked') this.close();
    if (event.event !== 'live' || !line) return;
    line.wasLive = true;
    this.#isAnew = false;
    this.listener.status({ kind: 'live' });
  }

  #keep(line: Line | null): void {
    const others = this.#lines.filter((each) => each !== line);
    this.#lines = line ? [line] : [];
    for (const { abort } of others) abort.abort();
  }

  /**
   * Says that there is no line, unless there is one: a line that is open and silent is none once its rival is, too.
   *
   * @param again when it was live and is expected back at once
   */
  #lose(again = false, refused = false): void {
    const silentFor = Date.now() - this.heardAt;
    const open = this.#lines.filter(({ isOpen }) => isOpen);
    if (silentFor < MUTE && open.length > 0) return;
    // A browser has six connections to a server, and each that hangs is one less.
    this.#lines = this.#lines.filter(({ isOpen }) => !isOpen);
    for (const { abort } of open) abort.abort();
    const isBrief = again && Date.now() - this.heardAt < HEARTBEAT + TOLERANCE;
    this.listener.status(
      isBrief ? { kind: 'catching-up' } : { kind: 'offline', since: this.heardAt, refused }
    );
  }

  #after(ms: number, then?: () => void): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => {
      if (then) then();
      this.#try();
    }, ms);
  }
}

/** When the page was opened, by the clock of the device as it is now, in milliseconds since 1970. */
const openedAt = () => Date.now() - performance.now();
