import { fitOf } from '$lib/wall/pages';
import { textSizes } from '$lib/wall/player/sizes';
import type { Settings } from '../settings';

/** In CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** What most screens of an office are, and what web applications of TVs are drawn at. */
export const USUAL_SIZE: Size = { width: 1920, height: 1080 };

/** How a screen hangs: its outline as people see it, and by how many degrees its picture is turned back to stand upright. */
export interface Hanging extends Size {
  turn: 0 | 90 | -90 | 180;
}

/** @param viewport as the browser of the screen has it, which does not know how the screen hangs */
export function hangingOf({ width, height }: Size, orientation: Settings['orientation']): Hanging {
  if (orientation === 'left' || orientation === 'right')
    return { width: height, height: width, turn: orientation === 'left' ? 90 : -90 };
  return { width, height, turn: orientation === 'half' ? 180 : 0 };
}

/** A text as customers write it, for how much of one fits. */
const USUAL = 'La livraison est arrivée un mardi matin, montée sans un mot de travers, et tout était là. ';
/** From here on it is as much as nearly anybody writes. */
export const MOST = 990;

/**
 * What follows from where people sit: how large a verbatim is written for them to read it with ease, and how much of one
 * then fits on one page.
 *
 * @returns pixels of the font's size, and characters, to ten, 990 for those and more; `isFar` when the screen is too small
 * for anybody to read it with ease from there
 */
export function legibleOn(
  viewport: Size,
  place: Pick<Settings, 'distance' | 'diagonal' | 'orientation'>
): { pixels: number; characters: number; isFar: boolean } {
  const { width, height } = hangingOf(viewport, place.orientation);
  const holds = (length: number) => {
    const text = USUAL.repeat(Math.ceil(length / USUAL.length)).slice(0, length);
    return fitOf({ text, answer: null, ...AROUND }, { ...place, viewport }).pages === 1;
  };
  let [fits, most] = [0, MOST];
  while (fits < most) {
    const middle = Math.ceil((fits + most) / 20) * 10;
    if (holds(middle)) fits = middle;
    else most = middle - 10;
  }
  const { ease } = textSizes(place, width, height);
  // Sizes grow with the distance until the screen is full.
  const isFar = textSizes({ ...place, distance: 1.01 * place.distance }, width, height).ease === ease;
  return { pixels: Math.round(ease), characters: fits, isFar };
}

/** What goes with it. */
const AROUND = {
  sentiment: 'Positif',
  team: 'Île-de-France',
  more: ['Service client', 'Avis Google']
};
