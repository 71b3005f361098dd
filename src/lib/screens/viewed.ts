import type { Viewed } from '$lib/wall/pages';
import type { BeatRow } from './beat';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** In CSS pixels; a telephone has more. */
const SMALLEST = 200;

/**
 * How people see a screen: from where, and in the size that its browser told last.
 *
 * @param beat null for a screen that was never heard of
 */
export function viewOf(
  settings: Partial<Settings>,
  beat: Pick<BeatRow, 'viewport_width' | 'viewport_height'> | null
): Viewed {
  const { distance, diagonal, orientation } = { ...DEFAULT_SETTINGS, ...settings };
  const viewport = beat && sizeIn({ width: beat.viewport_width, height: beat.viewport_height });
  return { distance, diagonal, orientation, viewport };
}

/** The size in what a browser told; null for none, which a page in the background may say. */
export function sizeIn({ width, height }: { width: number; height: number }): Viewed['viewport'] {
  return Math.min(width, height) >= SMALLEST ? { width, height } : null;
}
