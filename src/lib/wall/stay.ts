import type { Scene } from './scene';

const SHORTEST = 12_000;
/** One page of several: it holds less, and is soon followed by the next. */
const SHORTEST_PAGE = 7_000;
const LONGEST = 30_000;
const READING_A_CHARACTER = 65;

/**
 * Milliseconds one page of a scene stays: what the playlist says, else longer when there is more to read.
 *
 * @param seconds of the whole scene, from the playlist
 * @param pages in which it is shown
 */
export function stayOf(scene: Scene, seconds: number | null, pages = 1): number {
  if (seconds !== null) return Math.max(5_000, (seconds * 1000) / pages);
  const reading = (charactersOf(scene) * READING_A_CHARACTER) / pages;
  return Math.min(LONGEST, Math.max(pages > 1 ? SHORTEST_PAGE : SHORTEST, reading));
}

function charactersOf(scene: Scene): number {
  if (scene.kind === 'mosaic') return scene.shown.reduce((sum, { card }) => sum + card.text.length, 0);
  if ((scene.kind === 'spotlight' || scene.kind === 'mirror') && scene.shown) {
    const { text, answer } = scene.shown.card;
    return text.length + (answer ? answer.length : 0);
  }
  return 0;
}
