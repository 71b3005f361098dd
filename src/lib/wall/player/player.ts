import type { ScreenState } from '$lib/screens/screen';
import { DEFAULT_SETTINGS } from '$lib/screens/settings';
import { isNews, type Card, type Share } from '../card';
import type { WallEvent } from '../events';
import { dayOf } from '../period';
import { nextScene, START, type Next } from '../program';
import { cardsIn, refreshed, type Scene } from '../scene';
import { stayOf } from '../stay';
import type { Status } from './connection';
import { coverOf, sceneOf, type Picture } from './cover';
import { Hearing } from './hearing';
import { History } from './history';
import { Material, type Kept } from './material';
import { News } from './news';
import type { Surface } from './view';

/** A scene and how long it stays; null for as long as it takes to read. */
type Turn = Pick<Next, 'scene' | 'seconds'>;

/** News may take the place of what has been up for this long. Milliseconds. */
const LEAST_STAY = 6_000;
const CLOCK_EVERY = 10_000;
const LOOK_AGAIN = 500;

/** What one screen shows and when: told by the server, timed by itself. Without a document, so that it can be tested. */
export class Player {
  state: ScreenState | null = null;
  picture: Picture = { kind: 'empty' };
  paused = false;
  revoked = false;
  readonly hearing = new Hearing();
  readonly material = new Material();

  #program = START;
  #history = new History<Turn>();
  #news = new News(() => this.surface.refresh(this));
  #seconds: number | null = null;
  #page = 0;
  #pages = 1;
  #shownAt = 0;
  #turning: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  /** @param beforeTurn called between two pictures; true when the page is about to be left, and stays as it is */
  constructor(
    private readonly surface: Surface,
    private readonly beforeTurn: () => boolean = () => false
  ) {
    surface.refresh(this);
  }

  get share(): Share | null {
    return this.material.share;
  }

  get status(): Status {
    return this.hearing.status;
  }

  /** By the server's clock, in milliseconds since 1970. */
  get now(): number {
    return this.hearing.now;
  }

  /** News that is not on the screen yet. */
  get announced(): Card | null {
    return this.#news.card;
  }

  /** The playlist's scene on show; null while something lies over it. */
  get scene(): Scene | null {
    return sceneOf(this.picture);
  }

  start(): void {
    this.#clock = setInterval(() => this.#tick(), CLOCK_EVERY);
    this.#tick();
    this.#stay();
  }

  stop(): void {
    clearInterval(this.#clock);
    clearTimeout(this.#turning);
    this.#news.stop();
  }

  /** Begins with what was kept when the server was last heard. @param heardAt by the device's clock */
  restore(kept: Kept, heardAt: number): void {
    this.state = kept.state;
    this.hearing.begin(heardAt);
    this.material.restore(kept);
    this.next();
  }

  next(): void {
    if (this.#cover()) return;
    if (this.#page + 1 < this.#pages && this.scene) return this.#turnTo(this.#page + 1);
    if (this.hearing.holds) return this.#turnIn(LOOK_AGAIN);
    if (this.beforeTurn()) return this.#stay();
    const again = this.#history.step(1, this.#asNow);
    if (again) return this.#show(again);
    this.#goOn(false);
  }

  previous(): void {
    const before = this.scene && !this.hearing.holds && this.#history.step(-1, this.#asNow);
    if (before) this.#show(before);
  }

  toggle(): void {
    this.paused = !this.paused;
    this.#stay();
    this.surface.refresh(this);
  }

  /** The surface is another one: larger, smaller, turned. */
  repaint(): void {
    this.#paint(this.picture, true);
    this.#stay();
  }

  /** What the line to the server is like. */
  tell(status: Status): void {
    this.hearing.tell(status);
    this.#tick();
  }

  /** Applies what the server tells. The same again, or late, changes nothing. */
  hear(event: WallEvent): void {
    this.hearing.hear(event);
    switch (event.event) {
      case 'screen':
        this.#govern(event.data);
        break;
      case 'revoked':
        this.revoked = true;
        break;
      case 'change':
        this.#change(event);
        break;
      default:
        this.material.hear(event);
        if (event.event === 'snapshot') this.#leaveWhatIsGone();
    }
    this.#tick();
  }

  #govern(state: ScreenState): void {
    const before = this.state;
    this.state = state;
    if (state.paused !== (before ? before.paused : false)) this.paused = state.paused;
    this.#tick();
    if (!before || !this.scene) return this.#stay();
    // Another playlist begins at once; another size, language or theme paints the same again.
    if (!isSame(before.settings.playlist, state.settings.playlist))
      return this.hearing.holds ? this.#turnIn(LOOK_AGAIN) : this.#goOn(true);
    if (isSame(before.settings, state.settings)) this.#stay();
    else this.repaint();
  }

  #change({ id, data }: Extract<WallEvent, { event: 'change' }>): void {
    const card = 'card' in data ? data.card : null;
    const news = card !== null && this.status.kind === 'live' && isNews(card, dayOf(this.now));
    const outcome = this.material.apply(data, this.state, news ? this.now : null);
    this.material.advance(id);
    if (card && outcome === 'updated') this.#refresh(card);
    this.#leaveWhatIsGone();
    if (card && outcome === 'added' && news) this.#announce(card);
  }

  /** A card that was hidden leaves at once, paused or not; an empty screen takes the first that comes. */
  #leaveWhatIsGone(): void {
    this.#news.drop((id) => !this.material.find(id));
    const { scene } = this;
    if (!scene) return;
    const isGone = cardsIn(scene).some((id) => !this.material.find(id));
    // What would come next may be gone as well, and be told of in a moment.
    if (isGone && this.hearing.holds) this.#paint({ kind: 'lease-over' }, true);
    else if (isGone || scene.kind === 'empty') this.#goOn(isGone);
  }

  #refresh(card: Card): void {
    this.#news.refresh(card);
    const { scene } = this;
    if (!scene || cardsIn(scene).indexOf(card.id) < 0) return;
    const now = refreshed(scene, this.material.find);
    if (now) this.#paint(now, true);
  }

  /** Shows news at once where the share allows it, and says that it is there where it has to wait. */
  #announce(card: Card): void {
    const { scene } = this;
    if (!scene || !this.material.find(card.id) || cardsIn(scene).indexOf(card.id) >= 0) return;
    const mayTurn = !this.paused && this.now - this.#shownAt >= LEAST_STAY;
    const dealt = mayTurn && this.#deal();
    if (dealt && cardsIn(dealt.scene).indexOf(card.id) >= 0) return this.#goOn(false, dealt);
    this.#news.announce(card);
  }

  /** On to what was not shown before, or not lately. */
  #goOn(cut: boolean, { program, ...turn } = this.#deal()): void {
    this.#program = program;
    if (turn.scene.kind !== 'share' && turn.scene.kind !== 'empty') this.#history.add(turn);
    else this.#history.end();
    this.#show(turn, cut);
  }

  #deal() {
    const { playlist } = this.state ? this.state.settings : DEFAULT_SETTINGS;
    return nextScene(this.#program, this.material.deal(playlist, this.now));
  }

  #show({ scene, seconds }: Turn, cut = false): void {
    this.#shownAt = this.now;
    this.#seconds = seconds;
    this.#news.drop((id) => cardsIn(scene).indexOf(id) >= 0);
    this.#paint(scene, cut);
    this.#stay();
  }

  #paint(picture: Picture, cut: boolean): void {
    this.picture = picture;
    this.#page = 0;
    this.#pages = this.surface.show(picture, cut);
    this.surface.refresh(this);
  }

  #turnTo(page: number): void {
    this.#page = page;
    this.surface.turnTo(page);
    this.#stay();
  }

  /** Until it is time for the next. */
  #stay(): void {
    clearTimeout(this.#turning);
    if (this.paused || !this.#clock) return;
    const { scene } = this;
    if (scene) this.#turnIn(stayOf(scene, this.#seconds, this.#pages));
  }

  #turnIn(ms: number): void {
    clearTimeout(this.#turning);
    this.#turning = setTimeout(() => this.next(), ms);
  }

  #asNow = ({ scene, seconds }: Turn): Turn | null => {
    const now = refreshed(scene, this.material.find);
    return now && { scene: now, seconds };
  };

  /** Lays over the playlist what has to lie there, and takes it away again. @returns whether something lies there */
  #cover(): boolean {
    const { state } = this;
    const cover =
      state && coverOf({ state, revoked: this.revoked, silentFor: this.hearing.silentFor, now: this.now });
    if (!cover) {
      if (!this.scene && !this.hearing.holds) this.#goOn(false);
      return false;
    }
    if (!isSame(cover, this.picture)) this.#paint(cover, true);
    return true;
  }

  #tick(): void {
    this.#cover();
    this.surface.refresh(this);
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
