import type { Picture } from './cover';
import type { Player } from './player';
import type { Share } from '../card';
import type { Frame } from './sizes';

/** What a scene needs to know of the screen and of the moment. */
export interface Setting {
  locale: 'fr' | 'en';
  /** By the server's clock, in milliseconds since 1970. */
  now: number;
  share: Share | null;
  /** When the server was last heard, as `now`; null where nobody can know. */
  heardAt: number | null;
  frame: Frame;
}

/** A scene, painted. */
export interface View {
  element: HTMLElement;
  /**
   * Makes the text as large as its room allows, or spreads it over pages; called once the element stands in the page
   * and again when the room changes.
   *
   * @returns in how many pages
   */
  fit?(): number;
  /** Shows a page, from 0. */
  turnTo?(page: number): void;
  /** Called every few seconds while it is up. @param now by the server's clock */
  tick?(now: number): void;
}

/** The pixels a scene may fill from top to bottom. */
export function roomOf(element: HTMLElement): number {
  const parent = element.parentElement;
  return parent ? parent.clientHeight : 0;
}

/** Where the player paints. */
export interface Surface {
  /**
   * Puts a picture in the place of the one before.
   *
   * @param cut at once: what was shown had to leave
   * @returns in how many pages it is legible from where people are
   */
  show(picture: Picture, cut: boolean): number;
  /** The page of the picture on show, from 0. */
  turnTo(page: number): void;
  /** Something beside the picture changed: the line, the share, the clock, what is announced. */
  refresh(player: Player): void;
}
