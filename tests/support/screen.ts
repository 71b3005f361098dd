import { compareInstants, type Share, type Snapshot } from '../../src/lib/wall/card';
import { Deck } from '../../src/lib/wall/deck';
import type { WallEvent } from '../../src/lib/wall/events';
import type { Reader, WallFeed } from '../../src/lib/wall/feed.server';

/** A screen without pixels: what it was told, what it made of it, and where it would come back. */
export class Screen implements Reader {
  deck = new Deck();
  cursor: string | null = null;
  added: string[] = [];
  share: Share | null = null;
  isLive = false;
  ended = false;
  batches = 0;
  #waiting: { until: () => boolean; done: () => void }[] = [];
  #leave: () => void = () => undefined;

  connect(feed: WallFeed): this {
    this.isLive = this.ended = false;
    this.#leave = feed.subscribe(this.cursor, this);
    return this;
  }

  disconnect(): void {
    this.#leave();
  }

  send(events: WallEvent[]): void {
    this.batches += 1;
    for (const event of events) this.#hear(event);
    this.#look();
  }

  end(): void {
    this.ended = true;
    this.#look();
  }

  /** Settles once the condition holds; a test that waits in vain runs into its time limit. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((done) => {
      this.#waiting.push({ until: condition, done });
      this.#look();
    });
  }

  shows(text: string): boolean {
    return this.deck.entries().some(({ card }) => card.text === text);
  }

  #hear(event: WallEvent): void {
    if (event.event === 'share') this.share = event.data;
    if (event.event === 'live') this.isLive = true;
    if (event.event === 'live') this.#advance(event.data.cursor);
    if (event.event === 'snapshot') this.#begin(event.data);
    if (event.event !== 'change') return;
    if (this.deck.apply(event.data) === 'added' && 'card' in event.data)
      this.added.push(event.data.card.text);
    this.#advance(event.id);
  }

  #begin(snapshot: Snapshot): void {
    this.deck.replace(snapshot);
    this.#advance(snapshot.cursor);
  }

  #advance(cursor: string): void {
    if (this.cursor === null || compareInstants(cursor, this.cursor) > 0) this.cursor = cursor;
  }

  #look(): void {
    const ready = this.#waiting.filter(({ until }) => until());
    this.#waiting = this.#waiting.filter((each) => !ready.includes(each));
    for (const { done } of ready) done();
  }
}
