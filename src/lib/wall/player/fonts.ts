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
/** Signs that are in the fonts of the first picture. */
const LATIN = /[\u0020-\u00ff\u0152\u0153\u2000-\u206f\u20ac\u2122\u2212]/;
/** A picture is worth more than its letters: longer than this it does not wait for them. Milliseconds. */
const PATIENCE = 3_000;

/** Settles once the fonts of the first picture are there, or have taken too long. */
export function firstFonts(): Promise<unknown> {
  const { fonts } = document;
  const all = Promise.all(
    ['400 1em Newsreader', '400 1em Inter', '600 1em Inter'].map((font) => fonts.load(font))
  );
  return Promise.race([all, new Promise((late) => setTimeout(late, PATIENCE))]).catch(() => undefined);
}

/**
 * The fonts of all other scripts and of emoji.
 *
 * @returns a function that fetches those of some cards ahead of their turn, so that nothing moves when they are shown
 */
export function otherFonts(): (cards: readonly Card[]) => void {
  const signs = new Set<string>();
  let read = new Set<string>();
  let fresh = '';
  const link = h('link', { rel: 'stylesheet', href: otherScripts });
  const load = () => {
    if (!link.sheet || !fresh) return;
    for (const family of FAMILIES) document.fonts.load(`400 1em "${family}"`, fresh).catch(() => undefined);
    fresh = '';
  };
  link.onload = load;
  document.head.appendChild(link);

  return (cards) => {
    // A wall runs for months: what it has read is forgotten before it grows.
    if (read.size > MOST_READ) read = new Set();
    for (const { id, revision, text, answer, team } of cards) {
      const key = `${id} ${revision}`;
      if (read.has(key)) continue;
      read.add(key);
      for (const sign of Array.from(`${text}${answer || ''}${team || ''}`)) {
        if (LATIN.test(sign) || signs.has(sign)) continue;
        signs.add(sign);
        fresh += sign;
      }
    }
    load();
  };
}

const MOST_READ = 4_000;
