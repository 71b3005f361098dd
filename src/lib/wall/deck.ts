import { compareInstants, newestFirst, type Card, type Change, type Sentiment, type Snapshot } from './card';

/** A card in the deck. */
export interface Entry {
  card: Card;
  /** When it arrived as news, in milliseconds since 1970; null for what was there before. */
  arrived: number | null;
}

/** More of one sentiment than this would not come round in an hour; a screen runs for months and must not grow. */
export const MOST_OF_A_SENTIMENT = 120;
/** Revisions that are remembered after their card has left, so that a change that is sent again is known. */
const MOST_REVISIONS = 10_000;

export type Outcome = 'added' | 'updated' | 'removed' | 'ignored';

/** The cards a screen has at hand. Changes may be applied again, late or in any order: the newest revision holds. */
export class Deck {
  #entries = new Map<string, Entry>();
  #revisions = new Map<string, number>();

  get size(): number {
    return this.#entries.size;
  }

  entries(): Entry[] {
    return [...this.#entries.values()];
  }

  find(id: string): Card | undefined {
    return this.#entries.get(id)?.card;
  }

  /** @param arrived set when the card may be announced as news */
  apply(change: Change, arrived: number | null = null): Outcome {
    const [id, revision] =
      'card' in change ? [change.card.id, change.card.revision] : [change.gone, change.revision];
    if (revision <= (this.#revisions.get(id) ?? -1)) return 'ignored';
    this.#remember(id, revision);
    const known = this.#entries.get(id);
    if (!('card' in change)) return this.#entries.delete(id) ? 'removed' : 'ignored';
    this.#entries.set(id, { card: change.card, arrived: known ? known.arrived : arrived });
    this.#evict(change.card.sentiment);
    return known ? 'updated' : 'added';
  }

  /** Takes over a snapshot. What it leaves out goes, unless it came after the snapshot was taken. */
  replace({ cards, cursor }: Snapshot): void {
    const kept = new Set(cards.map(({ id }) => id));
    for (const { card } of this.entries()) {
      if (!kept.has(card.id) && compareInstants(card.changed_at, cursor) <= 0) this.#entries.delete(card.id);
    }
    for (const card of cards) {
      // A card that had left for want of room may come back at the same revision.
      if (!this.#entries.has(card.id) && this.#revisions.get(card.id) === card.revision)
        this.#revisions.delete(card.id);
      this.apply({ card });
    }
  }

  #remember(id: string, revision: number): void {
    this.#revisions.delete(id);
    this.#revisions.set(id, revision);
    if (this.#revisions.size <= MOST_REVISIONS) return;
    for (const oldest of this.#revisions.keys()) {
      if (!this.#entries.has(oldest)) return void this.#revisions.delete(oldest);
    }
  }

  #evict(sentiment: Sentiment): void {
    const alike = this.entries().filter((entry) => entry.card.sentiment === sentiment);
    if (alike.length <= MOST_OF_A_SENTIMENT) return;
    alike.sort((a, b) => newestFirst(a.card, b.card));
    for (const { card } of alike.slice(MOST_OF_A_SENTIMENT)) this.#entries.delete(card.id);
  }
}
