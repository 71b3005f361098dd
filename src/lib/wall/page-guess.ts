import { Lines, widestIn, widthOf } from './letters';
import { MOST_PAGES, oneLine, spread, type Page, type Room } from './paging';
import { EDGE, type Frame } from './player/sizes';
import { directionOf, excerpt, isTall, LONGEST_ANSWER } from './quotation';

/** What of a verbatim stands on a screen. */
export interface Written {
  text: string;
  /** What was done about it, or who took it; null for a positive, and where there is neither. */
  answer: string | null;
  /** In words, as the name of the team. */
  sentiment: string;
  team: string | null;
  /** What else goes with it where there is room: step, channel. */
  more: readonly (string | null)[];
}

/** The measures of quote.css, header.css and share.css: in ems of the text they belong to. */
const LINE = { text: 1.24, tall: 1.7, others: 1.3 };
const HANG = 0.7;
const TIGHT = 0.008;
const MARK = 1.25;
/** What stands between two items below a verbatim, and before the number of the page. */
const DOT = 0.9 + widthOf('·', 'sans');
const BEFORE_TURNS = 0.8;
/** All digits are as wide as this one there. */
const DIGIT = widthOf('0', 'sans');
/** The mark of the sentiment stands a little lower than letters do. */
const LOWER = 0.05;

/** The widest of what may be said beside it: the French, and what a large company counts. */
const AGE = 'il y a 28 jours';
const LEAD = 'Ce que nous avons fait\u202f:';
const SHARE = {
  current: { long: '88\u202f% négatifs', short: '88\u202f%' },
  of: '28\u202f888 sur 48\u202f888',
  others: { long: ['88\u202f% neutres', '88\u202f% positifs'], short: ['88\u202f%', '88\u202f%'] },
  period: { long: 'n = 48\u202f888 ces 365 derniers jours', short: '365 jours' }
};

/** A verbatim alone on a screen, as `Quote` of the player lays it out, without a page to try it on. */
export class PageGuess {
  readonly #text: string;
  readonly #answer: string | null;
  readonly #lineHeight: number;
  readonly #tight: number;

  constructor(
    private readonly frame: Frame,
    private readonly written: Written
  ) {
    this.#text = oneLine(written.text);
    this.#answer = written.answer === null ? null : excerpt(written.answer, LONGEST_ANSWER).text;
    this.#lineHeight = (isTall(this.#text) ? LINE.tall : LINE.text) * frame.ease;
    this.#tight = directionOf(this.#text) === 'rtl' ? 0 : TIGHT;
  }

  /** Whether one page holds everything, no word broken. */
  get holdsAll(): boolean {
    return (
      widestIn(this.#text, 'serif', this.#tight) <= this.#ems &&
      this.#heightOf(this.#text) + this.#answerHeight <= this.#room(null)
    );
  }

  textPages(): Page[] {
    const lines = linesIn(this.#room(this.#turns), this.#lineHeight);
    return spread(
      this.#text,
      roomOf((piece) => this.#linesOf(piece), lines)
    );
  }

  /** Pages of its own for the answer, where it does not fit below the end of the text. */
  answerPages(end: string): number {
    if (this.#answer === null) return 0;
    if (this.#heightOf(end) + this.#answerHeight <= this.#room(this.#turns)) return 0;
    const { u, text } = this.frame;
    const lines = linesIn(this.#room(this.#turns, true) - 1.8 * u, LINE.others * text);
    return spread(
      this.#answer,
      roomOf((piece) => this.#answerLines(piece), lines)
    ).length;
  }

  /** As the player measures them: the widest there may be. */
  get #turns(): string {
    return this.#answer === null ? `${MOST_PAGES}/${MOST_PAGES}` : '88/88';
  }

  get #width(): number {
    const { width, u, ease } = this.frame;
    return Math.min(width * (1 - 2 * EDGE), 160 * u) - HANG * ease;
  }

  /** Of a line of the text. */
  get #ems(): number {
    return this.#width / this.frame.ease;
  }

  /** Between both marks. */
  #linesOf(text: string): Lines {
    return new Lines(this.#ems, this.#tight).hang().put(`${text}\u202f»`, 'serif');
  }

  #heightOf(text: string): number {
    return this.#linesOf(text).count * this.#lineHeight;
  }

  get #answerHeight(): number {
    if (this.#answer === null) return 0;
    const { u, text } = this.frame;
    return 1.8 * u + this.#answerLines(this.#answer).count * LINE.others * text;
  }

  #answerLines(answer: string): Lines {
    const { u, text } = this.frame;
    const ems = (Math.min(140 * u, this.#width) - 2.7 * u) / text;
    return new Lines(ems).put(LEAD, 'bold').put(` ${answer}`, 'sans');
  }

  /** What is left for the text and the answer below it. @param turns the number of the page, where there are several */
  #room(turns: string | null, answering = false): number {
    const { u, text } = this.frame;
    const context = (this.#contextLines(turns, answering) * LINE.others + LOWER) * text;
    return this.#height - 2.6 * u - context;
  }

  #contextLines(turns: string | null, answering: boolean): number {
    const { density, text } = this.frame;
    const { sentiment, team, more } = this.written;
    const first = MARK + widthOf(sentiment, 'bold');
    const others = [team, ...(density === 'roomy' ? more : [])]
      .filter((said) => said !== null)
      .map((said) => widthOf(said, 'sans') + DOT);
    const widths = answering ? [first] : [first + DOT, ...others, widthOf(AGE, 'sans')];
    if (turns !== null) widths.push(BEFORE_TURNS + widthOf('/', 'sans') + (turns.length - 1) * DIGIT);
    return rowsOf(widths, this.#width / text);
  }

  /** Of the scene. */
  get #height(): number {
    const { width, height, u, small, density, narrow } = this.frame;
    const calm = density === 'tightest' && width > height;
    const header = calm ? 0 : narrow ? 2 : 1;
    const gap = (density === 'roomy' ? 3 : 2) * u;
    const lines = header + this.#footerLines;
    return height * (1 - 2 * EDGE) - lines * LINE.others * small - 2.6 * u - 2 * gap;
  }

  get #footerLines(): number {
    const { width, small, density, narrow } = this.frame;
    const form = density === 'roomy' ? 'long' : 'short';
    const current = narrow ? '' : SHARE.current[density === 'tightest' ? 'short' : 'long'];
    const others = density === 'tightest' ? [] : SHARE.others[form];
    const after = density === 'roomy' ? 1.4 : 0.8;
    const shares = [
      MARK + widthOf(current, 'bold') + 0.45 + widthOf(SHARE.of, 'sans') + after,
      ...others.map((said) => MARK + widthOf(said, 'sans') + after)
    ];
    const period = 0.45 + widthOf(SHARE.period[form], 'sans');
    const ems = (width * (1 - 2 * EDGE)) / small;
    const whole = shares.reduce((sum, each) => sum + each, period);
    return whole <= ems ? 1 : rowsOf(shares, ems) + 1;
  }
}

/** How many rows things take that go on below each other. */
function rowsOf(widths: readonly number[], room: number): number {
  let [rows, filled] = [1, 0];
  for (const width of widths) {
    if (filled > 0 && filled + width > room) [rows, filled] = [rows + 1, 0];
    filled += width;
  }
  return rows;
}

function linesIn(height: number, lineHeight: number): number {
  return Math.max(1, Math.floor(height / lineHeight + 0.02));
}

/** As `pageRoom` of the player finds it: a page reaches as far as the whole of a text does in so many lines. */
function roomOf(layOut: (text: string) => Lines, lines: number): Room {
  return {
    holds: (text) => layOut(text).count <= lines,
    reach(text, places) {
      const end = layOut(text).starts[lines] ?? Infinity;
      return places.reduce((reached, place) => (place <= end ? place : reached), -1);
    }
  };
}
