import type { Supabase } from '$lib/server/supabase';
import { EVERYONE, keyOf, shareKeyOf, teamsKeyOf, type Audience } from './audience';
import type { Snapshot } from './card';
import { bytesOf, type WallEvent } from './events';
import { readFigures } from './figures.server';
import { dayOf } from './period';
import { Pulling } from './pulling.server';
import { readMissed } from './reading.server';
import { sharing } from './sharing';
import { FIRST_DECK, FULL_DECK, readCounts, readSnapshot, type Deck } from './snapshot.server';
import { Topics } from './topic.server';
import { PublishedPulse } from './voices.server';

/** Whoever reads the feed: one screen, through one stream. */
export interface Reader {
  /** Takes events as `bytesOf` writes them, in order; settles once it can take more. */
  send(events: Uint8Array): Promise<void> | void;
  /** The feed is over for this reader: it was too slow, or the server stops. It comes back with its cursor. */
  end(): void;
}

interface Subscription {
  reader: Reader;
  audience: Audience;
  /** What happens while it is still being told what happened before; null once it is live. */
  waiting: Uint8Array[] | null;
  /** Until it is told the rest of what it began with. */
  rest?: NodeJS.Timeout;
}

/** A reader behind whom more bytes than this pile up is sent away. */
const MOST_WAITING = 4 * 1024 * 1024;
/** A screen that begins shows something soon, of a few cards; the rest comes after so many milliseconds. */
const REST_AFTER = 3_000;
/** Counts are read again at most this often; figures, which move slowly, are every so often. Milliseconds. */
const COUNT_EVERY = 1_000;
const FIGURES_EVERY = 30 * 60_000;

/** The one feed of a server: pulls what changed out of the database and tells every screen. Idle without screens. */
export class WallFeed {
  #subscriptions = new Set<Subscription>();
  /** The share, the voices and the figures of each audience. */
  #topics = new Topics<Subscription>((error) => this.#pulling.complain(error));
  #pulling: Pulling;
  #pulse: PublishedPulse;
  #day = dayOf(Date.now());
  #figuresAt = Date.now();
  #caring = false;
  #countTimer: NodeJS.Timeout | undefined;

  constructor(private readonly supabase: Supabase) {
    this.#pulse = new PublishedPulse(supabase.service);
    this.#pulling = new Pulling(supabase, {
      changed: (events) => this.#tellChanges(events),
      swept: () => void this.#care()
    });
  }

  /** The cards and the share a screen of this audience starts with, all of them or the first few. */
  snapshot(audience: Audience = EVERYONE, deck: Deck = FULL_DECK): Promise<Snapshot> {
    return readSnapshot(this.supabase.service, Date.now(), audience, deck);
  }

  /**
   * Sends a reader the cards, the share, the voices and the figures of its audience, and from then on every change,
   * also of what its audience does not show: a screen tells for itself what belongs on it, and what no longer does.
   *
   * Nothing is lost; what changed shortly before the cursor may be sent again, at the same revision.
   *
   * @param after the cursor of the last event the reader had; null to begin with a snapshot
   * @returns how to leave
   */
  subscribe(after: string | null, reader: Reader, audience: Audience = EVERYONE): () => void {
    const subscription: Subscription = { reader, audience, waiting: [] };
    this.#subscriptions.add(subscription);
    this.#joinTopics(subscription);
    this.#welcome(subscription, after).catch((error: Error) => {
      if (!this.#subscriptions.has(subscription)) return;
      this.#pulling.complain(error);
      this.#dismiss(subscription);
    });
    return () => this.#leave(subscription);
  }

  close(): void {
    for (const subscription of this.#subscriptions) this.#dismiss(subscription);
  }

  /** Tells a reader what it missed. What happens meanwhile waits, so that its cursor never passes what it has. */
  async #welcome(subscription: Subscription, after: string | null): Promise<void> {
    const { reader, audience } = subscription;
    await this.#pulling.start();
    const missed = after === null ? null : await this.#missed(after);
    const { pages, cursor } = missed ?? (await this.#beginning(audience));
    if (!missed && this.#subscriptions.has(subscription))
      subscription.rest = setTimeout(() => void this.#tellRest(subscription), REST_AFTER);
    for (const page of pages) {
      if (!this.#subscriptions.has(subscription)) return;
      await reader.send(page);
    }
    const current = await this.#topics.now(subscription);
    // It may have left meanwhile, to come back as another audience through the same stream.
    if (!this.#subscriptions.has(subscription)) return;
    const live = bytesOf([{ event: 'live', data: { cursor, at: new Date().toISOString() } }]);
    const meanwhile = subscription.waiting ?? [];
    subscription.waiting = null;
    for (const bytes of [...current, live, ...meanwhile]) void reader.send(bytes);
  }

  /** Read and encoded once for all who come back, or begin, at the same time. */
  #missed = sharing(String, (after: string) => readMissed(this.supabase.service, after));
  #beginning = sharing(keyOf, async (audience: Audience) => {
    const snapshot = { ...(await this.snapshot(audience, FIRST_DECK)), partial: true };
    return { pages: [bytesOf([{ event: 'snapshot', data: snapshot }])], cursor: snapshot.cursor };
  });
  #whole = sharing(keyOf, async (audience: Audience) =>
    bytesOf([{ event: 'snapshot', data: await this.snapshot(audience) }])
  );

  async #tellRest(subscription: Subscription): Promise<void> {
    try {
      const snapshot = await this.#whole(subscription.audience);
      if (this.#subscriptions.has(subscription)) this.#publish(snapshot, [subscription]);
    } catch (error) {
      this.#pulling.complain(error as Error);
      // Without them it would show the first few for ever.
      this.#dismiss(subscription);
    }
  }

  #joinTopics(subscription: Subscription): void {
    const { audience } = subscription;
    const { selection } = audience;
    const { service } = this.supabase;
    this.#topics.join(subscription, `share ${shareKeyOf(audience)}`, async () => {
      return { event: 'share', data: await readCounts(service, dayOf(Date.now()), audience) };
    });
    this.#topics.join(subscription, `voices ${teamsKeyOf(selection)}`, async () => {
      return { event: 'voices', data: await this.#pulse.voicesFor(selection.teams) };
    });
    this.#topics.join(subscription, `figures ${teamsKeyOf(selection)}`, async () => {
      return { event: 'figures', data: await readFigures(service, this.#pulse, selection.teams) };
    });
  }

  #leave(subscription: Subscription): void {
    this.#subscriptions.delete(subscription);
    clearTimeout(subscription.rest);
    this.#topics.leave(subscription);
    if (this.#subscriptions.size > 0) return;
    this.#pulling.stop();
    clearTimeout(this.#countTimer);
    this.#countTimer = undefined;
  }

  #dismiss(subscription: Subscription): void {
    this.#leave(subscription);
    subscription.reader.end();
  }

  #tellChanges(events: WallEvent[]): void {
    if (events.length > 0) this.#publish(bytesOf(events), this.#subscriptions);
    if (this.#subscriptions.size > 0)
      this.#countTimer ??= setTimeout(() => {
        this.#countTimer = undefined;
        void this.#refresh('share');
      }, COUNT_EVERY);
  }

  /** Looks at what changes by itself: the day, the pulse, and the figures. */
  async #care(): Promise<void> {
    if (this.#caring) return;
    this.#caring = true;
    const today = dayOf(Date.now());
    const isNewDay = today !== this.#day;
    try {
      if (isNewDay) await this.#beginDay(today);
      const isPublished = await this.#pulse.look();
      if (isPublished) await this.#refresh('voices');
      if (isPublished || isNewDay || Date.now() - this.#figuresAt > FIGURES_EVERY) {
        this.#figuresAt = Date.now();
        await this.#refresh('figures');
      }
    } catch (error) {
      this.#pulling.complain(error as Error);
    }
    this.#caring = false;
  }

  /** Other memories, and another share of today. */
  async #beginDay(today: string): Promise<void> {
    const audiences = new Map([...this.#subscriptions].map(({ audience }) => [keyOf(audience), audience]));
    for (const [key, audience] of audiences) {
      const snapshot = await this.#whole(audience);
      const those = [...this.#subscriptions].filter((each) => keyOf(each.audience) === key);
      this.#publish(snapshot, those);
    }
    this.#day = today;
    await this.#refresh('share');
  }

  #refresh(kind: 'share' | 'voices' | 'figures'): Promise<void> {
    return this.#topics.refresh(kind, (bytes, members) => this.#publish(bytes, members));
  }

  #publish(bytes: Uint8Array, to: Iterable<Subscription>): void {
    for (const subscription of to) {
      const { waiting, reader } = subscription;
      if (waiting === null) void reader.send(bytes);
      else if (waiting.reduce((sum, each) => sum + each.length, 0) > MOST_WAITING)
        this.#dismiss(subscription);
      else waiting.push(bytes);
    }
  }
}
