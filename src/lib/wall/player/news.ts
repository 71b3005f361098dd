import type { Card } from '../card';

/** For how long news is announced, in milliseconds. */
const ANNOUNCED = 20_000;

/** News that is not on the screen yet: the latest of it, for a while. */
export class News {
  card: Card | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param over called when it has been announced for long enough */
  constructor(private readonly over: () => void) {}

  announce(card: Card): void {
    this.card = card;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.card = null;
      this.over();
    }, ANNOUNCED);
  }

  /** The card as it is now. */
  refresh(card: Card): void {
    if (this.card && this.card.id === card.id) this.card = card;
  }

  /** Nothing more is said of what is on the screen by now, or gone. */
  drop(isOver: (id: string) => boolean): void {
    if (this.card && isOver(this.card.id)) this.card = null;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
