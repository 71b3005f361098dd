import { compareInstants, isMemory, isNews, type Card, type Share, type Snapshot } from './card';
import type { Fact } from '$lib/pulse/results/facts';
import { Connection, type Status } from './connection';
import { Deck } from './deck';
import type { WallEvent } from './events';
import { History } from './history';
import { dayOf } from './period';
import { hasNews, next, START, type Deal, type Rotation, type Turn } from './sequence';
import { stayOf } from './stay';
import { afterCard, afterFact, factNow, SILENT } from './voices';

/** News may take the place of a card that has been up for this long, and is announced for that long. */
const LEAST_STAY = 6_000;
const ANNOUNCED = 20_000;
const CLOCK_EVERY = 10_000;

/** One of the two at most: neither is the pause that shows the share. */
interface Scene {
  turn: Turn;
  fact: Fact | null;
}

/** What one screen shows: its cards, its place among them, and its line to the server. */
export class Player {
  /** The card, or null where the screen shows the share instead. */
  turn: Turn = $state.raw(null);
  /** What the pulse found out, on the screen in the place of a card. */
  fact: Fact | null = $state.raw(null);
  share: Share | null = $state.raw(null);
  /** News that is not on the screen yet. */
  announced: Card | null = $state.raw(null);
  status: Status = $state.raw({ kind: 'shown' });
  paused = $state(false);
  isEmpty = $state(true);
  /** What was shown had to leave at once, so it does not fade away. */
  withdrawn = $state(false);
  /** By the server's clock, in milliseconds since 1970: a TV's own is often wrong. */
  now = $state(0);

  #deck = new Deck();
  #rotation: Rotation = START;
  #facts: Fact[] = [];
  #voices = SILENT;
  #cursor: string | null = null;
  #history = new History();
  #shownAt = 0;
  #clockOffset: number | null = null;
  #turning: ReturnType<typeof setTimeout> | undefined;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  constructor(snapshot: Snapshot | null) {
    if (!snapshot) return;
    this.now = Date.parse(snapshot.at);
    this.#take(snapshot);
  }

  /** Begins to turn and to listen, in the browser. @returns how to stop */
  start(address: string): () => void {
    this.#clockOffset = this.now > 0 ? this.now - Date.now() : 0;
    this.#tick();
    this.#stay();
    const clock = setInterval(() => this.#tick(), CLOCK_EVERY);
    const connection = new Connection(address, {
      cursor: () => this.#cursor,
      hear: (event) => this.hear(event),
      status: (status) => {
        this.status =
          status.kind === 'offline' ? { ...status, since: status.since + (this.#clockOffset ?? 0) } : status;
      }
    });
    void connection.open();
    return () => {
      connection.close();
      clearInterval(clock);
      clearTimeout(this.#turning);
      clearTimeout(this.#announcing);
    };
  }

  next(): void {
    this.withdrawn = false;
    const again = this.#history.step(1, (id) => this.#find(id));
    if (again) return this.#show(again);
    const deal = this.#deal();
    const isBusy = this.isEmpty || hasNews(this.#rotation, deal);
    const fact = factNow(this.#voices, this.#facts, isBusy);
    if (fact) {
      this.#voices = afterFact(this.#voices, fact, this.#facts);
      return this.#go({ turn: null, fact });
    }
    const { turn, rotation } = next(this.#rotation, deal);
    this.#rotation = rotation;
    if (turn) this.#voices = afterCard(this.#voices);
    this.#go({ turn, fact: null });
  }

  previous(): void {
    this.withdrawn = false;
    const before = this.#history.step(-1, (id) => this.#find(id));
    if (before) this.#show(before);
  }

  toggle(): void {
    this.paused = !this.paused;
    this.#stay();
  }

  /** Applies what the server tells. The same again, or late, changes nothing. */
  hear(event: WallEvent): void {
    if (event.event === 'share') {
      this.share = event.data;
    } else if (event.event === 'facts') {
      this.#facts = event.data;
    } else if (event.event === 'snapshot') {
      this.#take(event.data);
    } else if (event.event === 'live') {
      this.#clockOffset = Date.parse(event.data.at) - Date.now();
      this.#tick();
      this.#advance(event.data.cursor);
    } else {
      const card = 'card' in event.data ? event.data.card : null;
      const news = card !== null && this.status.kind === 'live' && isNews(card, dayOf(this.#time()));
      const outcome = this.#deck.apply(event.data, news ? this.#time() : null);
      this.#advance(event.id);
      if (card && outcome === 'updated') this.#refresh(card);
      this.#leaveWhatIsGone();
      if (card && outcome === 'added' && news) this.#announce(card);
    }
  }

  #take(snapshot: Snapshot): void {
    this.#deck.replace(snapshot);
    this.share = snapshot.share;
    this.#facts = snapshot.facts ?? [];
    this.#advance(snapshot.cursor);
    this.#leaveWhatIsGone();
  }

  /** A card that was hidden leaves at once, paused or not; an empty screen takes the first that comes. */
  #leaveWhatIsGone(): void {
    const wasEmpty = this.isEmpty;
    this.isEmpty = this.#deck.size === 0;
    if (this.announced && !this.#deck.find(this.announced.id)) this.announced = null;
    if (this.turn ? this.#deck.find(this.turn.card.id) : !wasEmpty) return;
    const withdrawn = this.turn !== null;
    this.next();
    this.withdrawn = withdrawn;
  }

  #refresh(card: Card): void {
    if (this.turn?.card.id === card.id) this.turn = { ...this.turn, card };
    if (this.announced?.id === card.id) this.announced = card;
  }

  /** Shows news at once where the share allows it, and says that it is there where it has to wait. */
  #announce(card: Card): void {
    if (!this.#deck.find(card.id) || this.turn?.card.id === card.id) return;
    const mayTurn = !this.paused && this.#time() - this.#shownAt >= LEAST_STAY;
    if (mayTurn && next(this.#rotation, this.#deal()).turn?.card.id === card.id) {
      this.#history.end();
      return this.next();
    }
    this.announced = card;
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => (this.announced = null), ANNOUNCED);
  }

  /** What was shown, as it is now. */
  #find(id: string): Scene | null {
    const card = this.#deck.find(id);
    if (card) return { turn: { card, memory: isMemory(card, dayOf(this.#time())) }, fact: null };
    const fact = this.#facts.find((each) => each.id === id);
    return fact ? { turn: null, fact } : null;
  }

  /** On to what was not shown before, or not lately. */
  #go(scene: Scene): void {
    this.#history.add(scene.turn?.card.id ?? scene.fact?.id);
    this.#show(scene);
  }

  #show({ turn, fact }: Scene): void {
    this.turn = turn;
    this.fact = fact;
    this.#shownAt = this.#time();
    if (turn && this.announced?.id === turn.card.id) this.announced = null;
    this.#stay();
  }

  /** Until it is time for the next card. */
  #stay(): void {
    if (this.#clockOffset === null) return;
    clearTimeout(this.#turning);
    if (this.paused) return;
    this.#turning = setTimeout(() => this.next(), stayOf(this.turn?.card ?? null));
  }

  #deal(): Deal {
    const counts = this.share?.counts ?? { positive: 0, neutral: 0, negative: 0 };
    return { cards: this.#deck.entries(), counts, today: dayOf(this.#time()), now: this.#time() };
  }

  #advance(cursor: string): void {
    if (this.#cursor === null || compareInstants(cursor, this.#cursor) > 0) this.#cursor = cursor;
  }

  /** On the server, and for the first paint, the moment the cards were read. */
  #time(): number {
    return this.#clockOffset === null ? this.now : Date.now() + this.#clockOffset;
  }

  #tick(): void {
    this.now = this.#time();
  }
}
