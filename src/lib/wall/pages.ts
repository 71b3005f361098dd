import { DEFAULT_SETTINGS, type Settings } from '$lib/screens/settings';
import { PageGuess, type Written } from './page-guess';
import { CUT } from './paging';
import { frameOf, type Frame } from './player/sizes';

export type { Written };

/** What of a screen decides how much fits on it. */
export interface Viewed extends Pick<Settings, 'distance' | 'diagonal' | 'orientation'> {
  /** In CSS pixels, as its browser told last; null for one that was never heard of, which is as most are. */
  viewport: { width: number; height: number } | null;
}

/** In how many pages a verbatim is legible; `cut` when even those do not hold all of it. */
export interface Fit {
  pages: number;
  cut: boolean;
}

/** What most screens of an office have: others have the same shape. */
const USUAL = { width: 1920, height: 1080 };
const USUAL_SCREEN: Viewed = { ...DEFAULT_SETTINGS, viewport: null };

/** Of the screens of each shape the one on which a text takes most room: what fits on these fits on all. */
export function mostDemanding<Each extends Viewed>(screens: readonly Each[]): Each[] {
  const worst = new Map<string, { screen: Each; demand: number }>();
  for (const screen of screens) {
    const { scrolls, width, height, ease, u } = frameOn(screen);
    const shape = scrolls ? 'telephone' : (width / height).toFixed(2);
    const demand = ease / u;
    if (demand > (worst.get(shape)?.demand ?? 0)) worst.set(shape, { screen, demand });
  }
  return [...worst.values()].map(({ screen }) => screen);
}

/**
 * In how many pages a verbatim will be shown on the screen on which it takes most.
 *
 * @param screens without any, one as most offices have
 */
export function worstFit(written: Written, screens: readonly Viewed[]): Fit & { screen: Viewed } {
  return (screens.length > 0 ? screens : [USUAL_SCREEN])
    .map((screen) => ({ ...fitOf(written, screen), screen }))
    .reduce((worst, each) =>
      each.pages > worst.pages || (each.pages === worst.pages && each.cut && !worst.cut) ? each : worst
    );
}

/**
 * In how many pages a verbatim will be shown alone while all is well, told without a page to try it on: lines are broken
 * by the widths of letters. Rather a page too many than one too few.
 */
export function fitOf(written: Written, screen: Viewed): Fit {
  const frame = frameOn(screen);
  const page = new PageGuess(frame, written);
  if (frame.scrolls || page.holdsAll) return { pages: 1, cut: false };
  const pages = page.textPages();
  const end = pages[pages.length - 1]?.text ?? '';
  return { pages: pages.length + page.answerPages(end), cut: end.endsWith(CUT) };
}

/** As the player sees it: it turns the picture where the system of the screen does not know how it hangs. */
function frameOn(screen: Viewed): Frame {
  const { width, height } = screen.viewport ?? USUAL;
  const isTurned = screen.orientation === 'left' || screen.orientation === 'right';
  return isTurned ? frameOf(screen, height, width) : frameOf(screen, width, height);
}
