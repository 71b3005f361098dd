import type { Settings } from '$lib/screens/settings';

/**
 * Heights of a capital in ems, as the table OS/2 of the files shipped says: Newsreader 1340 of 2000, Inter 1490 of
 * 2048. Verbatims are written in the first, everything else in the second.
 */
const CAPITALS = { serif: 0.67, sans: 1490 / 2048 };
/** Minutes of arc of a capital: read with ease, and still read (handbook, 6). */
const EASE = 20;
const LEAST = 16;

const ARC_MINUTE = Math.PI / 180 / 60;
const INCH = 0.0254;
/** Where people sit farther from a screen than it can serve, a card still holds a few words. Of the shorter side. */
const LARGEST = 1 / 7;

/** In CSS pixels. */
export interface Sizes {
  /** Of a verbatim: 20 minutes of arc. */
  ease: number;
  /** Of everything else: 16. In the serif and in the sans. */
  leastSerif: number;
  least: number;
}

/**
 * The sizes of text people can read from where they sit.
 *
 * Pixels a metre follow from the diagonals, the one in pixels and the one in inches, whichever way the screen hangs.
 *
 * @param width of the picture, in CSS pixels, as `height`
 */
export function textSizes(
  { distance, diagonal }: Pick<Settings, 'distance' | 'diagonal'>,
  width: number,
  height: number
): Sizes {
  const pixelsAMetre = Math.sqrt(width * width + height * height) / (diagonal * INCH);
  const pixels = (arc: number, capital: number) =>
    (distance * Math.tan(arc * ARC_MINUTE) * pixelsAMetre) / capital;
  const ease = pixels(EASE, CAPITALS.serif);
  const most = Math.min(1, (Math.min(width, height) * LARGEST) / ease);
  return {
    ease: ease * most,
    leastSerif: pixels(LEAST, CAPITALS.serif) * most,
    least: pixels(LEAST, CAPITALS.sans) * most
  };
}

/** A screen as its scenes see it. All in CSS pixels. */
export interface Frame extends Sizes {
  /** A hundredth of the shorter side. */
  u: number;
  width: number;
  height: number;
  /** A telephone: the wall scrolls there, and text is as large as in a hand. */
  scrolls: boolean;
  /** Of what stands around a scene, and of what stands below a verbatim. */
  small: number;
  text: number;
  /** How much stands beside the verbatims: everything, short forms, or next to nothing. */
  density: 'roomy' | 'tight' | 'tightest';
  /** Whether a line holds no more than two or three words. */
  narrow: boolean;
}

/** Narrower and lower than this is a telephone, as in wall.css. CSS pixels. */
const PHONE = { width: 640, height: 416 };
/** The sizes a designer would choose from nearby, in hundredths of the shorter side. */
const SMALL = 2.4;
const TEXT = 3.6;
/** Below so many ems a line holds no more than short forms, and below these next to nothing. */
const ROOMY = 44;
const TIGHT = 30;
const NARROW = 14;
/** What is clear at the edges, of a side. */
export const EDGE = 0.05;

export function frameOf(
  settings: Pick<Settings, 'distance' | 'diagonal'>,
  width: number,
  height: number
): Frame {
  const u = Math.min(width, height) / 100;
  const scrolls = width < PHONE.width || height < PHONE.height;
  const sizes = scrolls ? { ease: 24, leastSerif: 18, least: 15 } : textSizes(settings, width, height);
  const small = Math.max(scrolls ? 15 : SMALL * u, sizes.least);
  const text = Math.max(scrolls ? 17 : TEXT * u, sizes.least);
  const ems = (width * (1 - 2 * EDGE)) / small;
  const density = scrolls || ems >= ROOMY ? 'roomy' : ems < TIGHT ? 'tightest' : 'tight';
  return { ...sizes, u, width, height, scrolls, small, text, density, narrow: !scrolls && ems < NARROW };
}
