import type { Supabase } from '$lib/server/supabase';
import type { Share, Snapshot } from './card';
import type { WallEvent } from './events';
import { dayOf } from './period';
import { hearPokes, type Pokes } from './pokes.server';
import { PulseFacts } from './pulse.server';
import { eventsOf, readChanges, readCounts, readCursor, readSnapshot } from './reading.server';
import { beforehand, later, Recent } from './recent';

/** Whoever reads the feed: one screen, through one stream. */
export interface Reader {
  /** Takes events, in order; settles once it can take more. */
  send(events: WallEvent[]): Promise<void> | void;
  /** The feed is over for this reader: it was too slow, or the server stops. It comes back with its cursor. */
  end(): void;
}

interface Subscription {
  reader: Reader;
  /** What happens while it is still being told what happened before; null once it is live. */
  waiting: WallEvent[] | null;
}

/** A reader behind whom more events than this pile up is sent away. */
const MOST_WAITING = 5_000;
/** Asking again for the last minute takes at most a tenth of the time. */
const REST_AFTER_SWEEP = 9;
/** Counts are read again at most this often, in milliseconds. */
const COUNT_EVERY = 1_000;
const FIRST_RETRY = 500;
const LAST_RETRY = 30_000;

/** The one feed of a server: pulls what changed out of the database and tells every screen. Idle without screens. */
export class WallFeed {
  #subscriptions = new Set<Subscription>();
  #pokes: Pokes | null = null;
  #begun: Promise<Recent> | null = null;
  #share: Share | null = null;
  #pulse: PulseFacts;
  #day = dayOf(Date.now());
  #pulling = false;
  #again = false;
  #sweepAt = 0;
  #failures = 0;
  #pullTimer: NodeJS.Timeout | undefined;
  #countTimer: NodeJS.Timeout | undefined;

  constructor(private readonly supabase: Supabase) {
    this.#pulse = new PulseFacts(supabase.service);
  }

  /** The cards and figures a screen starts with. */
  async snapshot(): Promise<Snapshot> {
    const snapshot = await readSnapshot(this.supabase.service, Date.now());
    return { ...snapshot, facts: await this.#pulse.read() };
  }

  /**
   * Sends every change to a reader, from now on and, where it comes back, since its cursor.
   *
   * Nothing is lost; what changed shortly before the cursor may be sent again, at the same revision.
   *
   * @param after the cursor of the last event the reader had; null to begin with a snapshot
   * @returns how to leave
   */
  subscribe(after: string | null, reader: Reader): () => void {
    const subscription: Subscription = { reader, waiting: [] };
    this.#subscriptions.add(subscription);
    this.#pokes ??= hearPokes(this.supabase, () => this.#poke());
    this.#welcome(subscription, after).catch((error: Error) => {
      if (this.#subscriptions.has(subscription)) this.#complain(error);
      this.#dismiss(subscription);
    });
    return () => this.#leave(subscription);
  }

  close(): void {
    for (const subscription of this.#subscriptions) this.#dismiss(subscription);
  }

  /** Tells a reader what it missed. What happens meanwhile waits, so that its cursor never passes what it has. */
  async #welcome(subscription: Subscription, after: string | null): Promise<void> {
    const { service } = this.supabase;
    const { reader } = subscription;
    await (this.#begun ??= this.#begin());
    let cursor: string;
    if (after === null) {
      const snapshot = await this.snapshot();
      await reader.send([{ event: 'snapshot', data: snapshot }]);
      cursor = snapshot.cursor;
    } else {
      cursor = after;
      for await (const page of readChanges(service, beforehand(after))) {
        await reader.send(await eventsOf(service, page, cursor));
        cursor = page.reduce((latest, change) => later(latest, change.changed_at), cursor);
        if (!this.#subscriptions.has(subscription)) return;
      }
    }
    const share = await readCounts(service, dayOf(Date.now()));
    const facts: WallEvent = { event: 'facts', data: await this.#pulse.read() };
    const live: WallEvent = { event: 'live', data: { cursor, at: new Date().toISOString() } };
    const missed = subscription.waiting ?? [];
    subscription.waiting = null;
    void reader.send([{ event: 'share', data: share }, facts, live, ...missed]);
  }

  /** Before the first reader is told anything, so that whatever it is not told then is told as news. */
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

  #leave(subscription: Subscription): void {
    this.#subscriptions.delete(subscription);
    if (this.#subscriptions.size > 0) return;
    this.#pokes?.stop();
    this.#pokes = this.#begun = null;
    clearTimeout(this.#pullTimer);
    clearTimeout(this.#countTimer);
    this.#countTimer = undefined;
  }

  #dismiss(subscription: Subscription): void {
    this.#leave(subscription);
    subscription.reader.end();
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
        // A database that was closed under the last reader is not an outage.
        if (this.#subscriptions.size > 0) this.#complain(error as Error);
        next = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.#failures);
        break;
      }
    }
    this.#pulling = false;
    clearTimeout(this.#pullTimer);
    if (this.#subscriptions.size > 0) this.#pullTimer = setTimeout(() => this.#poke(), next);
  }

  /** @returns milliseconds until the next pull is due, should nobody poke before */
  async #pull(recent: Recent): Promise<number> {
    const { service } = this.supabase;
    const began = Date.now();
    const sweeps = began >= this.#sweepAt;
    for await (const page of readChanges(service, sweeps ? recent.since : recent.cursor)) {
      const fresh = page.filter((change) => recent.isNew(change));
      if (fresh.length === 0) continue;
      this.#publish(await eventsOf(service, fresh, recent.cursor));
      recent.note(fresh);
      if (this.#subscriptions.size > 0)
        this.#countTimer ??= setTimeout(() => void this.#count(), COUNT_EVERY);
    }
    if (dayOf(began) !== this.#day) {
      this.#publish([{ event: 'snapshot', data: await this.snapshot() }]);
      this.#day = dayOf(began);
    }
    const facts = sweeps ? await this.#pulse.news() : null;
    if (facts) this.#publish([{ event: 'facts', data: facts }]);
    if (sweeps) this.#sweepAt = Date.now() + REST_AFTER_SWEEP * (Date.now() - began);
    return sweeps ? (this.#pokes?.every() ?? 0) : Math.max(0, this.#sweepAt - Date.now());
  }

  async #count(): Promise<void> {
    this.#countTimer = undefined;
    try {
      const share = await readCounts(this.supabase.service, dayOf(Date.now()));
      if (JSON.stringify(share) === JSON.stringify(this.#share)) return;
      this.#share = share;
      this.#publish([{ event: 'share', data: share }]);
    } catch (error) {
      if (this.#subscriptions.size > 0) this.#complain(error as Error);
    }
  }

  #publish(events: WallEvent[]): void {
    if (events.length === 0) return;
    for (const subscription of this.#subscriptions) {
      if (subscription.waiting === null) void subscription.reader.send(events);
      else if (subscription.waiting.length > MOST_WAITING) this.#dismiss(subscription);
      else subscription.waiting.push(...events);
    }
  }

  /** Once an outage. */
  #complain(error: Error): void {
    if (this.#failures++ === 0) console.error(`The wall cannot read and tries again: ${error.message}`);
  }
}
