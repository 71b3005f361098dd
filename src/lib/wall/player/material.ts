import { admits, selectionOf, type ScreenState } from '$lib/screens/screen';
import { compareInstants, type Card, type Change, type Share, type Snapshot } from '../card';
import { Deck, type Outcome } from '../deck';
import type { WallEvent } from '../events';
import type { Figure } from '../figures';
import { dayOf } from '../period';
import type { Deal } from '../program';
import type { Voice } from '../voices';

/** All a screen has to show, as the server told it. What is kept for a start without a network is the same. */
export interface Kept {
  state: ScreenState;
  /** Null where only the screen's own state may still be used: its lease is over. */
  snapshot: Snapshot | null;
  voices: Voice[];
  figures: Figure[];
}

export class Material {
  share: Share | null = null;
  voices: Voice[] = [];
  figures: Figure[] = [];
  #deck = new Deck();
  #cursor: string | null = null;
  #isPartial = false;

  /**
   * Everything that changed up to here is in the deck. Null before anything was heard, and while a part of what there
   * is was: who comes back then begins anew.
   */
  get cursor(): string | null {
    return this.#isPartial ? null : this.#cursor;
  }

  get size(): number {
    return this.#deck.size;
  }

  get cards(): Card[] {
    return this.#deck.entries().map(({ card }) => card);
  }

  find = (id: string): Card | undefined => this.#deck.find(id);

  /** Takes what the server tells, in place of what it told before. */
  hear(event: WallEvent): void {
    if (event.event === 'snapshot') this.take(event.data);
    else if (event.event === 'share') this.share = event.data;
    else if (event.event === 'voices') this.voices = event.data;
    else if (event.event === 'figures') this.figures = event.data;
    else if (event.event === 'live') this.advance(event.data.cursor);
  }

  take(snapshot: Snapshot): void {
    this.#deck.replace(snapshot);
    this.share = snapshot.share;
    this.#isPartial = snapshot.partial === true;
    this.advance(snapshot.cursor);
  }

  /**
   * A card that no longer belongs on this screen leaves it, as one that was hidden does.
   *
   * @param arrived when it came as news, by the server's clock
   */
  apply(change: Change, state: ScreenState | null, arrived: number | null): Outcome {
    const strays = 'card' in change && state !== null && !admits(selectionOf(state), change.card);
    return this.#deck.apply(
      strays ? { gone: change.card.id, revision: change.card.revision } : change,
      arrived
    );
  }

  advance(cursor: string): void {
    if (this.#cursor === null || compareInstants(cursor, this.#cursor) > 0) this.#cursor = cursor;
  }

  /** @param now milliseconds since 1970, by the server's clock */
  deal(playlist: Deal['playlist'], now: number): Deal {
    const counts = this.share ? this.share.counts : { positive: 0, neutral: 0, negative: 0 };
    const { voices, figures } = this;
    return { playlist, cards: this.#deck.entries(), counts, voices, figures, today: dayOf(now), now };
  }

  keep(state: ScreenState, now: number): Kept | null {
    const { share, cursor, voices, figures } = this;
    if (!share || cursor === null) return null;
    const { cards } = this;
    return { state, snapshot: { cards, share, cursor, at: new Date(now).toISOString() }, voices, figures };
  }

  restore({ snapshot, voices, figures }: Kept): void {
    if (snapshot) this.take(snapshot);
    this.voices = voices;
    this.figures = figures;
  }
}
