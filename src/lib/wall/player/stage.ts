import { DEFAULT_SETTINGS } from '$lib/screens/settings';
import { m } from '$lib/i18n/paraglide/messages';
import { getLocale, overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import { isDark } from './cover';
import { h, replace } from './dom';
import { firstFonts, OtherLetters } from './fonts';
import { header } from './header';
import type { Picture } from './cover';
import type { Player } from './player';
import { viewOf } from './scenes/scenes';
import { sayMore, shareBar } from './share-bar';
import { frameOf, type Frame } from './sizes';
import type { Setting, View, Surface } from './view';
import { wear } from './wear';

/** A window that is being resized is left alone until it rests for this long, in milliseconds. */
const SETTLED = 200;
/** Letters that take longer than this are shown as the device has them. Milliseconds. */
const LETTERS_TAKE = 1_500;
/** So long after the first picture the line is free for what later ones take. Milliseconds. */
const AT_REST = 10_000;
/** How long a picture takes to leave, in milliseconds, as in scenes.css. */
const FADE = 150;

/** What stands above the share: only verbatims and figures are measured by it. */
const TELLS_SHARE = ['spotlight', 'mosaic', 'mirror', 'numbers', 'message'];

/** The frame of the wall: header, picture, the real share below it. Paints what a player tells. */
export class Stage implements Surface {
  readonly element = h('div', { class: 'wall' });
  #top = header();
  #main = h('main');
  #heading = h('h1', { class: 'hidden' });
  #footer = h('footer');
  #view: View | null = null;
  #player: Player | null = null;
  #shareShown = '';
  #worn = '';
  #turns = 0;
  /** Of the pictures since the page was opened. */
  #count = 0;
  /** In which the picture was fitted, and how many pages it took. */
  #room = 0;
  #pages = 1;
  #letters = new OtherLetters();
  #isAtRest = false;
  /** Up to which cursor the fonts of cards have been fetched. */
  #read: string | null = null;
  #resizing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    parent: HTMLElement,
    /** Called once a picture is really on the screen. */
    private readonly painted: (picture: Picture) => void = () => undefined
  ) {
    this.#main.appendChild(this.#heading);
    this.element.appendChild(this.#top.element);
    this.element.appendChild(this.#main);
    this.element.appendChild(this.#footer);
    parent.appendChild(this.element);
    addEventListener('resize', () => this.#resize());
    void this.#awaitFonts();
  }

  show(picture: Picture, cut: boolean): number {
    this.#chooseLanguage(cut);
    this.#dress();
    this.#leave(cut);
    this.#foot(picture);
    const view = viewOf(picture, this.#setting());
    this.#view = view;
    const letters = this.#letters.fetch(view.element.textContent);
    this.element.setAttribute('data-picture', picture.kind);
    this.element.setAttribute('data-count', String((this.#count += 1)));
    view.element.classList.add('scene');
    this.#main.appendChild(view.element);
    const pages = view.fit ? view.fit() : 1;
    this.#room = this.#main.clientHeight;
    if (letters) this.#awaitLetters(view, letters);
    this.#pages = pages;
    if (this.#count === 1) setTimeout(() => this.#rest(), AT_REST);
    requestAnimationFrame(() => requestAnimationFrame(() => this.#view === view && this.painted(picture)));
    return pages;
  }

  turnTo(page: number): void {
    if (this.#view && this.#view.turnTo) this.#view.turnTo(page);
  }

  refresh(player: Player): void {
    this.#player = player;
    this.#dress();
    this.#top.refresh(player);
    this.#foot(player.picture);
    void this.#letters.fetch(this.#top.element.textContent);
    if (this.#view && this.#main.clientHeight !== this.#room) return player.repaint();
    if (this.#view && this.#view.tick) this.#view.tick(player.now);
    const { cursor } = player.material;
    if (cursor === this.#read || !this.#isAtRest) return;
    this.#read = cursor;
    this.#letters.fetchAhead(player.material.cards);
  }

  /** The name of the screen, large, for whoever looks for it. */
  identify(name: string): void {
    const sign = h('div', { class: 'identify', role: 'alert' }, name);
    this.element.appendChild(sign);
    setTimeout(() => this.element.removeChild(sign), 15_000);
  }

  /** Letters have no size before their font is there, so nothing is seen until then. */
  async #awaitFonts(): Promise<void> {
    this.element.classList.add('unread');
    await firstFonts();
    // The share finds room for other words now, and the picture for others too.
    this.#shareShown = '';
    if (this.#player) this.#foot(this.#player.picture);
    this.element.classList.remove('unread');
    this.#fit();
    document.fonts.addEventListener('loadingdone', () => this.#fit());
    if (this.#player) this.refresh(this.#player);
  }

  /** A picture with signs whose font is on its way appears once it is there: it would move under the eyes of who reads. */
  #awaitLetters({ element }: View, letters: Promise<unknown>): void {
    element.classList.add('unread');
    const show = () => element.classList.remove('unread');
    // By then the picture has been fitted again.
    void letters.then(() => document.fonts.ready).then(show);
    setTimeout(show, LETTERS_TAKE);
  }

  #rest(): void {
    this.#isAtRest = true;
    if (this.#player) this.refresh(this.#player);
  }

  /** With other fonts a picture may take more pages, or fewer. */
  #fit(): void {
    if (this.#view && this.#view.fit && this.#view.fit() !== this.#pages && this.#player)
      this.#player.repaint();
  }

  /** Stands before the picture does: it takes from its room. */
  #foot(picture: Picture): void {
    const share = this.#player && this.#player.share;
    const sentiment = picture.kind === 'spotlight' ? picture.shown.card.sentiment : null;
    const told = share && TELLS_SHARE.indexOf(picture.kind) >= 0 ? share : null;
    const key = JSON.stringify([told, sentiment, getLocale()]);
    if (key === this.#shareShown) return;
    this.#shareShown = key;
    const bar = told && shareBar(told, sentiment);
    replace(this.#footer, bar);
    if (bar) sayMore(bar);
  }

  #leave(cut: boolean): void {
    const old = this.#view;
    if (!old) return;
    const { element } = old;
    if (cut || !element.parentNode) return void element.remove();
    element.classList.add('leaves');
    element.setAttribute('aria-hidden', 'true');
    setTimeout(() => element.remove(), FADE);
  }

  /** Both languages take turns, picture by picture; one that is only painted again keeps its own. */
  #chooseLanguage(isAgain: boolean): void {
    const { language } = this.#settings;
    if (!isAgain) this.#turns += 1;
    const locale = language === 'both' ? (this.#turns % 2 ? 'fr' : 'en') : language;
    overwriteGetLocale(() => locale);
    document.documentElement.lang = locale;
    this.#heading.textContent = m.wall_heading();
    document.title = `${m.wall_title()} · ${m.app_name()}`;
  }

  #dress(): void {
    const root = document.documentElement;
    const { orientation, theme, night } = this.#settings;
    const now = this.#player ? this.#player.now : Date.now();
    root.setAttribute('data-theme', isDark({ theme, night }, now) ? 'dark' : 'light');
    root.setAttribute('data-orientation', orientation);
    const frame = this.#frame();
    const worn = JSON.stringify(frame);
    // Told with every change that comes: only another frame is worth a new layout.
    if (worn !== this.#worn) wear(root, frame);
    this.#worn = worn;
  }

  #resize(): void {
    clearTimeout(this.#resizing);
    this.#resizing = setTimeout(() => this.#player && this.#player.repaint(), SETTLED);
  }

  #setting(): Setting {
    const player = this.#player;
    const silent = player ? player.hearing.silentFor : 0;
    const now = player ? player.now : Date.now();
    return {
      locale: getLocale(),
      now,
      share: player ? player.share : null,
      heardAt: silent === Infinity ? null : now - silent,
      frame: this.#frame()
    };
  }

  #frame(): Frame {
    const isTurned = this.#settings.orientation === 'left' || this.#settings.orientation === 'right';
    const [width, height] = isTurned ? [innerHeight, innerWidth] : [innerWidth, innerHeight];
    return frameOf(this.#settings, width, height);
  }

  get #settings() {
    return this.#player && this.#player.state ? this.#player.state.settings : DEFAULT_SETTINGS;
  }
}
