import { compareInstants, type Share, type Snapshot } from '../../src/lib/wall/card';
import { Deck } from '../../src/lib/wall/deck';
import { EVERYONE, type Audience } from '../../src/lib/wall/audience';
import { decoder, type WallEvent } from '../../src/lib/wall/events';
import type { Reader, WallFeed } from '../../src/lib/wall/feed.server';
import type { Figure } from '../../src/lib/wall/figures';
import type { Voice } from '../../src/lib/wall/voices';
import { admits } from '../../src/lib/screens/screen';

/** A screen without pixels: what it was told, what it made of it, and where it would come back. */
export class Screen implements Reader {
  deck = new Deck();
  cursor: string | null = null;
  added: string[] = [];
  share: Share | null = null;
  voices: Voice[] = [];
  figures: Figure[] = [];
  /** As they came over the line, to be compared with those of others. */
  heard: Uint8Array[] = [];
  isLive = false;
  ended = false;
  #decode = decoder();
  #text = new TextDecoder();
  #waiting: { until: () => boolean; done: () => void }[] = [];
  #leave: () => void = () => undefined;

  constructor(private readonly audience: Audience = EVERYONE) {}

  connect(feed: WallFeed): this {
    this.isLive = this.ended = false;
    this.#leave = feed.subscribe(this.cursor, this, this.audience);
    return this;
  }

  disconnect(): void {
    this.#leave();
  }

  send(events: Uint8Array): void {
    this.heard.push(events);
    for (const event of this.#decode(this.#text.decode(events))) this.#hear(event);
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
    if (event.event === 'voices') this.voices = event.data;
    if (event.event === 'figures') this.figures = event.data;
    if (event.event === 'live') this.isLive = true;
    if (event.event === 'live') this.#advance(event.data.cursor);
    if (event.event === 'snapshot') this.#begin(event.data);
    if (event.event !== 'change') return;
    const { data } = event;
    const strays = 'card' in data && !admits(this.audience.selection, data.card);
    const change = strays ? { gone: data.card.id, revision: data.card.revision } : data;
    if (this.deck.apply(change) === 'added' && 'card' in data) this.added.push(data.card.text);
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
