import type { Settings } from '$lib/screens/settings';
import { linesOf, widthOf, type Face } from './letters';
import { CUT, MOST_PAGES, oneLine, placesIn, spread, type Room } from './paging';
import { EDGE, frameOf, type Frame } from './player/sizes';
import { excerpt, isTall, LONGEST_ANSWER, sizesFor } from './quotation';

/** What of a screen decides how much fits on it. */
export type Viewed = Pick<Settings, 'distance' | 'diagonal' | 'orientation'>;

/** What of a verbatim stands on a screen. */
export interface Written {
  text: string;
  /** What was done about it, or who took it; null for a positive, and where there is neither. */
  answer: string | null;
  /** What goes with it: sentiment, team, step, channel, age. */
  context: readonly string[];
}

/** In how many pages a verbatim is legible; `cut` when even those do not hold all of it. */
export interface Fit {
  pages: number;
  cut: boolean;
}

/** The pixels screens are made of as their browsers tell it: others have the same shape. */
const PIXELS = { long: 1920, short: 1080 };

/** The screen on which a text takes most room; null without any. */
export function mostDemanding<Each extends Viewed>(screens: readonly Each[]): Each | null {
  return screens.reduce<Each | null>(
    (worst, each) =>
      worst === null || each.distance / each.diagonal > worst.distance / worst.diagonal ? each : worst,
    null
  );
}

/**
 * In how many pages a verbatim will be shown alone, told without a page to try it on: lines are broken by the widths of
 * letters. Rather a page too many than one too few.
 */
export function fitOf({ text, answer, context }: Written, screen: Viewed): Fit {
  const upright = screen.orientation === 'left' || screen.orientation === 'right';
  const [width, height] = upright ? [PIXELS.short, PIXELS.long] : [PIXELS.long, PIXELS.short];
  const frame = frameOf(screen, width, height);
  const said = oneLine(text);
  const done = answer === null ? null : excerpt(answer, LONGEST_ANSWER).text;
  const page = new PageGuess(frame, context, isTall(said));
  const weight = said.length + (done === null ? 0 : done.length / 2);

  const below = done === null ? 0 : page.answerHeight(done, frame.ease);
  if (sizesFor(weight, frame).some((size) => page.textHeight(said, size) + below <= page.room(size, false)))
    return { pages: 1, cut: false };
  const pages = spread(said, page.room20(frame.ease));
  const last = pages[pages.length - 1];
  const cut = last !== undefined && last.text.endsWith(CUT);
  const isBelow = page.textHeight(last ? last.text : '', frame.ease) + below <= page.room(frame.ease, true);
  const answerPages = done === null || isBelow ? 0 : page.answerPages(done);
  return { pages: pages.length + answerPages, cut };
}

/** The measures of quote.css, header.css and share.css. */
const LINE = { text: 1.24, tall: 1.7, others: 1.3 };
const HANG = 0.7;
const LETTER_SPACING = 0.008;
const FOOTER = { texts: ['63 % positifs 1 234 sur 12 345', '18 % neutres', '19 % négatifs'], marks: 1.25 };

class PageGuess {
  readonly #height: number;

  constructor(
    private readonly frame: Frame,
    private readonly context: readonly string[],
    private readonly tall: boolean
  ) {
    const { width, height, u, small, density } = frame;
    const calm = density === 'tightest' && width > height;
    const gap = (density === 'roomy' ? 3 : 2) * u;
    const footer = 2.6 * u + this.#footerLines() * LINE.others * small;
    this.#height = height * (1 - 2 * EDGE) - (calm ? 0 : LINE.others * small) - footer - 2 * gap;
  }

  /** What is left for the text and the answer. */
  room(size: number, paged: boolean): number {
    const { u, text } = this.frame;
    const items = paged ? [...this.context, ` ${MOST_PAGES}/${MOST_PAGES}`] : this.context;
    const line = items.join(' · ');
    const ems = this.#inner(size) / text;
    const lines = linesOf(`●● ${line}`, placesIn(`●● ${line}`), ems, 'bold');
    return this.#height - 2.6 * u - lines * LINE.others * text;
  }

  textHeight(text: string, size: number): number {
    return this.#linesAt(text, size) * this.#lineHeight * size;
  }

  answerHeight(answer: string, size: number): number {
    const { u, text } = this.frame;
    const ems = (Math.min(140 * u, this.#inner(size)) - 2.7 * u) / text;
    return 1.8 * u + this.#lines(`${LEAD} ${answer}`, ems, 'sans') * LINE.others * text;
  }

  /** A page of text at this size. */
  room20(size: number): Room {
    const lines = Math.max(1, Math.floor(this.room(size, true) / (this.#lineHeight * size) + 0.02));
    return roomOf((text) => this.#linesAt(text, size) <= lines);
  }

  answerPages(answer: string): number {
    const { u, text, ease } = this.frame;
    const ems = (Math.min(140 * u, this.#inner(ease)) - 2.7 * u) / text;
    const lines = Math.max(1, Math.floor((this.room(ease, true) - 1.8 * u) / (LINE.others * text) + 0.02));
    return spread(
      answer,
      roomOf((piece) => this.#lines(`${LEAD} ${piece}`, ems, 'sans') <= lines)
    ).length;
  }

  get #lineHeight(): number {
    return this.tall ? LINE.tall : LINE.text;
  }

  #inner(size: number): number {
    const { width, u } = this.frame;
    return Math.min(width * (1 - 2 * EDGE), 160 * u) - HANG * size;
  }

  /** With the closing mark. */
  #linesAt(text: string, size: number): number {
    const spacing = (LETTER_SPACING * text.length) / Math.max(1, widthOf(text, 'serif'));
    return this.#lines(`${text}\u202f»`, this.#inner(size) / size / (1 - spacing), 'serif');
  }

  #lines(text: string, ems: number, face: Face): number {
    return linesOf(text, placesIn(text), ems, face);
  }

  #footerLines(): number {
    const { width, small, density, narrow } = this.frame;
    if (density !== 'roomy') return narrow ? 2 : 1;
    const items = FOOTER.texts.map((text) => widthOf(text, 'sans') + FOOTER.marks + 1.4);
    const period = widthOf('n = 12 345 ces 365 derniers jours', 'sans');
    const whole = items.reduce((sum, item) => sum + item, 0) + period;
    return whole * small > width * (1 - 2 * EDGE) ? 2 : 1;
  }
}

const LEAD = 'Ce que nous avons fait :';

function roomOf(holds: (text: string) => boolean): Room {
  return {
    holds,
    reach(text, places) {
      let [low, high] = [-1, places.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (holds(text.slice(0, places[middle]))) low = middle;
        else high = middle - 1;
      }
      return low < 0 ? -1 : (places[low] as number);
    }
  };
}
