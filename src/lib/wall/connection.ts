import { decoder, SILENCE, type WallEvent } from './events';

export type Status =
  /** What the page was made with; nothing has been heard since. */
  | { kind: 'shown' }
  | { kind: 'live' }
  | { kind: 'catching-up' }
  /** `since` is when something was last heard, in milliseconds since 1970; `refused` when signing in would help. */
  | { kind: 'offline'; since: number; refused: boolean };

export interface Listener {
  /** Where to go on from; null before anything was heard. */
  cursor(): string | null;
  hear(event: WallEvent): void;
  status(status: Status): void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
/** A stream that was silent for longer than this when the screen wakes up is taken for dead. */
const STALE = 20_000;

/**
 * The line from a screen to its server. Unlike the browser's own EventSource it notices a line that went dead without
 * a word, comes back after any answer, and asks for exactly what it missed.
 */
export class Connection {
  #closed = false;
  #heardAt = Date.now();
  #abort = new AbortController();
  #wake: () => void = () => undefined;

  constructor(
    private readonly address: string,
    private readonly listener: Listener
  ) {}

  /** Stays connected until it is closed. */
  async open(): Promise<void> {
    addEventListener('online', this.#hurry);
    document.addEventListener('visibilitychange', this.#hurry);
    for (let failures = 0; !this.#closed; failures += 1) {
      const { live, refused } = await this.#listen();
      if (this.#closed) return;
      if (live) failures = 0;
      this.listener.status(
        live ? { kind: 'catching-up' } : { kind: 'offline', since: this.#heardAt, refused }
      );
      await this.#pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures) * (0.5 + Math.random() / 2));
    }
  }

  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#hurry);
    document.removeEventListener('visibilitychange', this.#hurry);
    this.#abort.abort();
    this.#wake();
  }

  /** One stream, from its request to its end. */
  async #listen(): Promise<{ live: boolean; refused: boolean }> {
    const abort = (this.#abort = new AbortController());
    const cursor = this.listener.cursor();
    let silence = setTimeout(() => abort.abort(), SILENCE);
    let live = false;
    try {
      const query = cursor === null ? '' : `?after=${encodeURIComponent(cursor)}`;
      const response = await fetch(this.address + query, { signal: abort.signal, cache: 'no-store' });
      if (!response.ok || !response.body) return { live, refused: response.status === 401 };
      const reader = response.body.getReader();
      const text = new TextDecoder();
      const decode = decoder();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        this.#heardAt = Date.now();
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), SILENCE);
        for (const event of decode(text.decode(value, { stream: true }))) {
          this.listener.hear(event);
          if (event.event !== 'live') continue;
          live = true;
          this.listener.status({ kind: 'live' });
        }
      }
    } catch {
      // Refused, reset, silent or closed: all the same, the line is down.
    } finally {
      clearTimeout(silence);
    }
    return { live, refused: false };
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** The network or the screen is back: no reason to wait. */
  #hurry = () => {
    if (document.visibilityState === 'hidden') return;
    if (Date.now() - this.#heardAt > STALE) this.#abort.abort();
    this.#wake();
  };
}
