import { lastUpTo } from './ascending';

interface Uneven {
  views: number[];
  viewEnds: number[];
  texts: number[];
  textEnds: number[];
}

export interface Origins {
  /** Notes, from left to right, that `units` of the view at `view` stand for `taken` units of the text at `text`. */
  note(view: number, units: number, text: number, taken: number): void;
  /** Text index where the character shown at `view` begins. */
  startOf(view: number): number;
  /** Text index after the character shown right before `view`, the marks that vanished behind it included. */
  endOf(view: number): number;
}

/**
 * Where a view stands in its text. Most characters are as long on both sides, so only the others are kept: a
 * mark that vanished, a ligature that became two letters, a label that became one sign.
 */
export function trackOrigins(): Origins {
  const uneven: Uneven = { views: [], viewEnds: [], texts: [], textEnds: [] };
  return {
    note(view, units, text, taken) {
      if (units === taken) return;
      uneven.views.push(view);
      uneven.viewEnds.push(view + units);
      uneven.texts.push(text);
      uneven.textEnds.push(text + taken);
    },
    startOf(view) {
      const { viewEnd, text, textEnd } = nearest(uneven, view);
      return view < viewEnd ? text : textEnd + view - viewEnd;
    },
    endOf(view) {
      const { start, viewEnd, textEnd } = nearest(uneven, view);
      return start < view && view < viewEnd ? textEnd : textEnd + view - viewEnd;
    }
  };
}

/** The last uneven character at or before `view`; before the first, both sides are level. */
function nearest(uneven: Uneven, view: number) {
  const last = lastUpTo(uneven.views, view);
  return {
    start: uneven.views[last] ?? 0,
    viewEnd: uneven.viewEnds[last] ?? 0,
    text: uneven.texts[last] ?? 0,
    textEnd: uneven.textEnds[last] ?? 0
  };
}
