import type { Supabase } from '$lib/server/supabase';
import type { WallEvent } from './events';
import { hearPokes, type Pokes } from './pokes.server';
import { eventsOf, readChanges, readCursor } from './reading.server';
import { Recent } from './recent';

/** Asking again for the last minute takes at most a tenth of the time. */
const REST_AFTER_SWEEP = 9;
const FIRST_RETRY = 500;
const LAST_RETRY = 30_000;

/** Who wants to know. */
export interface Listener {
  /** These changed, in order, each told once. */
  changed(events: WallEvent[]): void;
  /** Now and then, at least as often as a safety net is due: a time to look at whatever does not poke. */
  swept(): void;
}

/** Pulls what changed out of the database, when it is poked and every few seconds, for as long as somebody listens. */
export class Pulling {
  #pokes: Pokes | null = null;
  #begun: Promise<Recent> | null = null;
  #pulling = false;
  #again = false;
  #sweepAt = 0;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly supabase: Supabase,
    private readonly listener: Listener
  ) {}

  get isOn(): boolean {
    return this.#pokes !== null;
  }

  /** Settles when it has begun: whatever changes from then on is told. @throws when the database cannot be read */
  async start(): Promise<void> {
    this.#pokes ??= hearPokes(this.supabase, () => this.#poke());
    await (this.#begun ??= this.#begin());
  }

  stop(): void {
    this.#pokes?.stop();
    this.#pokes = this.#begun = null;
    clearTimeout(this.#timer);
  }

  /** Once an outage, and not at all of a database that was closed under the last who listened. */
  complain(error: Error): void {
    if (this.isOn && this.#failures++ === 0)
      console.error(`The wall cannot read and tries again: ${error.message}`);
  }

  async #begin(): Promise<Recent> {
    try {
      const recent = new Recent(await readCursor(this.supabase.service));
      this.#sweepAt = 0;
      this.#poke();
      return recent;
    } catch (error) {
      this.#begun = null;
      throw error;
    }
  }

  /** One pull at a time; whoever pokes meanwhile is served by the one that follows. */
  #poke(): void {
    this.#again = true;
    if (!this.#pulling) void this.#pullWhilePoked();
  }

  async #pullWhilePoked(): Promise<void> {
    this.#pulling = true;
    let next = 0;
    while (this.#again && this.#begun) {
      this.#again = false;
      try {
        next = await this.#pull(await this.#begun);
        if (this.#failures > 0) console.warn('The wall reads the verbatims again.');
        this.#failures = 0;
      } catch (error) {
        next = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.#failures);
        this.complain(error as Error);
        break;
      }
    }
    this.#pulling = false;
    clearTimeout(this.#timer);
    if (this.isOn) this.#timer = setTimeout(() => this.#poke(), next);
  }

  /** @returns milliseconds until the next pull is due, should nobody poke before */
  async #pull(recent: Recent): Promise<number> {
    const { service } = this.supabase;
    const began = Date.now();
    const sweeps = began >= this.#sweepAt;
    for await (const page of readChanges(service, sweeps ? recent.since : recent.cursor)) {
      const fresh = page.filter((change) => recent.isNew(change));
      if (fresh.length === 0) continue;
      const events = await eventsOf(service, fresh, recent.cursor);
      this.listener.changed(events);
      recent.note(fresh);
    }
    if (!sweeps) return Math.max(0, this.#sweepAt - Date.now());
    this.listener.swept();
    this.#sweepAt = Date.now() + REST_AFTER_SWEEP * (Date.now() - began);
    return this.#pokes?.every() ?? 0;
  }
}
