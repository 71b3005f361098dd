import { sizesFor } from '../../quotation';
import type { Shown } from '../../scene';
import { h } from '../dom';
import { roomOf, type Setting, type View } from '../view';
import { Quote } from './quote';

const LARGEST_TOGETHER = 8.6;

/** One page: verbatims that stand together, or one of them at a page of its own. */
interface Part {
  quotes: Quote[];
  page: number;
}

/** A few shorter verbatims, side by side or below each other; over pages where they do not fit together. */
export function mosaic(shown: Shown[], setting: Setting): View {
  const quotes = shown.map((each) => new Quote(each, setting, false));
  const element = h('div', { class: 'mosaic' }, ...quotes.map((quote) => quote.element));
  const { frame } = setting;
  let parts: Part[] = [];

  /** Shows these and no others. */
  const only = (some: Quote[]) => {
    for (const quote of quotes) quote.element.hidden = some.indexOf(quote) < 0;
  };
  const heaviest = (some: Quote[]) => Math.max(...some.map(({ weight }) => weight));

  const fitTogether = (some: Quote[]): boolean => {
    const room = roomOf(element);
    only(some);
    for (const quote of some) quote.whole();
    for (const size of sizesFor(heaviest(some), frame, LARGEST_TOGETHER)) {
      for (const layout of frame.width > frame.height ? ['columns', 'rows'] : ['rows']) {
        element.className = `scene mosaic ${layout} of-${some.length}`;
        if (some.every((quote) => quote.fitsAt(size, room)) && element.offsetHeight <= room + 1) return true;
      }
    }
    return false;
  };

  const turnTo = (page: number) => {
    const part = parts[page];
    if (!part) return;
    if (part.quotes.length > 1) return void fitTogether(part.quotes);
    const [quote] = part.quotes;
    element.className = 'scene mosaic rows of-1';
    only(part.quotes);
    if (!quote) return;
    quote.fit(roomOf(element));
    quote.turnTo(part.page);
  };

  return {
    element,
    turnTo,
    fit() {
      parts = [];
      if (frame.scrolls) {
        element.className = 'scene mosaic rows';
        return 1;
      }
      for (let from = 0; from < quotes.length;) {
        let until = quotes.length;
        while (until - from > 1 && !fitTogether(quotes.slice(from, until))) until -= 1;
        const some = quotes.slice(from, until);
        element.className = 'scene mosaic rows of-1';
        only(some);
        const pages = some.length > 1 ? 1 : (some[0] as Quote).fit(roomOf(element));
        for (let page = 0; page < pages; page += 1) parts.push({ quotes: some, page });
        from = until;
      }
      turnTo(0);
      return parts.length;
    }
  };
}
