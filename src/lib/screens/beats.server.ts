import type { Client } from '$lib/server/supabase';
import { rowOf, type BeatRow } from './beat';
import type { Beat } from './screen';

/** Beats are stored together, at most once in so many milliseconds: alone each would cost as much as a hundred do. */
const STORE_EVERY = 1_000;

/** The last beat of each screen that this server has heard and not stored yet. */
export class Beats {
  #waiting = new Map<string, BeatRow>();
  #storing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #failing = false;

  constructor(private readonly service: Client) {}

  /** Notes a beat, heard now; an earlier one of the same screen that still waits is forgotten. */
  note(screen: string, beat: Beat): void {
    this.#waiting.set(screen, rowOf(screen, beat, new Date()));
    this.#timer ??= setTimeout(() => void this.store(), STORE_EVERY);
  }

  /** Stores what waits; settles once all that was noted before is stored, or could not be. */
  store(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return (this.#storing = this.#storing.then(() => this.#storeWaiting()));
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #storeWaiting(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const told = [...this.#waiting.values()];
    this.#waiting.clear();
    const { error } = await this.service.rpc('note_beats', { told: told as never });
    // Not tried again: each screen tells again within half a minute.
    if (error && !this.#failing) console.error(`What screens tell cannot be stored: ${error.message}`);
    this.#failing = error !== null;
  }
}
