import type { Card } from '../card';
import { h } from './dom';
import otherScripts from './other-scripts.css?url';

/** As in wall.css: fonts of one family name take each their own signs. */
const FAMILIES = [
  'Newsreader',
  'Inter',
  'Noto Sans Arabic',
  'Noto Sans Hebrew',
  'Noto Sans SC Variable',
  'Noto Emoji'
];
/** Whatever is not in the tables cmap of the first fonts, nor a space or a mark without a shape of its own. */
const OTHERS =
  /[^\0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u200f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2028-\u202f\u2032\u2033\u2039\u203a\u2044\u205f-\u2069\u20ac\u2122\u2191\u2193\u2212\u2215\ufeff]/gu;
/** A picture is worth more than its letters: longer than this it does not wait for them. Milliseconds. */
const PATIENCE = 3_000;
/** So many cards are remembered as read: a wall runs for months. */
const MOST_READ = 4_000;

/**
 * Asked for by the first of the script that runs: they come while the rest of it does. Preloaded by the page they would
 * take their share of the line from the script, and all would begin later.
 */
const FIRST = Promise.all(
  ['400 1em Newsreader', '400 1em Inter', '600 1em Inter'].map((font) => document.fonts.load(font))
).catch(() => undefined);

/** Settles once the fonts of the first picture are there, or have taken too long. */
export function firstFonts(): Promise<unknown> {
  return Promise.race([FIRST, new Promise((late) => setTimeout(late, PATIENCE))]);
}

/** The fonts of all other scripts and of emoji: each is fetched when the first of its signs is asked for. */
export class OtherLetters {
  #sheet: Promise<unknown> | null = null;
  #asked = new Set<string>();
  #coming: Promise<unknown> = Promise.resolve();
  #read = new Set<string>();

  /**
   * Fetches what a text takes that is to be seen now.
   *
   * @returns settles once all that was asked for so far is there or cannot be had; null when the first fonts do
   */
  fetch(text: string | null): Promise<unknown> | null {
    const signs = text && text.match(OTHERS);
    if (!signs) return null;
    const fresh = signs.filter((sign) => !this.#asked.has(sign));
    for (const sign of fresh) this.#asked.add(sign);
    if (fresh.length > 0)
      this.#coming = Promise.all([this.#coming, this.#list().then(() => load(fresh.join('')))]);
    return this.#coming;
  }

  /** Fetches what some cards take ahead of their turn, so that nothing waits or moves when they are shown. */
  fetchAhead(cards: readonly Card[]): void {
    // What is not on a card, such as an announcement to all screens, finds the list there.
    void this.#list();
    if (this.#read.size > MOST_READ) this.#read.clear();
    for (const { id, revision, text, answer, team } of cards) {
      const key = `${id} ${revision}`;
      if (this.#read.has(key)) continue;
      this.#read.add(key);
      void this.fetch(`${text}${answer || ''}${team || ''}`);
    }
  }

  /** A stylesheet of a hundred files. Where it cannot be had, the page is loaded again once it can: see its rescue. */
  #list(): Promise<unknown> {
    if (!this.#sheet)
      this.#sheet = new Promise((settle) => {
        const link = { rel: 'stylesheet', href: otherScripts, onload: settle, onerror: settle };
        document.head.appendChild(h('link', link));
      });
    return this.#sheet;
  }
}

function load(signs: string): Promise<unknown> {
  return Promise.all(
    FAMILIES.map((family) => document.fonts.load(`400 1em "${family}"`, signs).catch(() => undefined))
  );
}
