import { normal, seeded } from './random';

/** Days from one turning point to the next: what goes well or badly does so for two or three quarters. */
const STRIDE = 75;
/** Nothing goes further from the usual than this many standard deviations. */
const FURTHEST = 1.7;

/**
 * How far something is from what is usual for it, on a day: about 0, mostly within -1 and 1, changing slowly and
 * without a jump. Each name swings in its own way, the same everywhere.
 *
 * @param ago days before today; a day to come has one too
 */
export function swing(name: string, ago: number): number {
  const place = ago / STRIDE;
  const last = Math.floor(place);
  const way = (1 - Math.cos(Math.PI * (place - last))) / 2;
  return turningPoint(name, last) * (1 - way) + turningPoint(name, last + 1) * way;
}

function turningPoint(name: string, index: number): number {
  const drawn = normal(seeded(numberOf(`${name} ${index}`)));
  return Math.min(FURTHEST, Math.max(-FURTHEST, drawn));
}

/** A number that stays with a name, to seed what belongs to it. FNV-1a. */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
