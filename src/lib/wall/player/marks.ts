import { m } from '$lib/i18n/paraglide/messages';
import type { Sentiment } from '../card';
import { h, svg } from './dom';

const WORDS = {
  positive: m.sentiment_positive,
  neutral: m.sentiment_neutral,
  negative: m.sentiment_negative
};

/** The shape of a sentiment with its word; without the word the shape itself says it to screen readers. */
export function sentimentMark(sentiment: Sentiment, word = true): HTMLElement {
  const said = WORDS[sentiment]();
  const shape = svg(
    'svg',
    {
      class: `mark ${sentiment}`,
      viewBox: '0 0 16 16',
      role: 'img',
      'aria-hidden': word ? 'true' : null,
      'aria-label': word ? null : said
    },
    SHAPES[sentiment]()
  );
  return h('span', { class: 'sentiment' }, shape, word && said);
}

const SHAPES = {
  positive: () => svg('circle', { cx: 8, cy: 8, r: 7.5 }),
  neutral: () => svg('rect', { x: 0.5, y: 5, width: 15, height: 6, rx: 1 }),
  negative: () => svg('path', { d: 'M0.5 2h15L8 15Z' })
};

/** Two faces of one picture: customers on the left, employees on the right. */
export function brandMark(): SVGSVGElement {
  return svg(
    'svg',
    { class: 'brand', viewBox: '0 0 32 32', 'aria-hidden': 'true' },
    svg('path', { class: 'customers', d: 'M15 4a12 12 0 0 0 0 24Z' }),
    svg('path', { class: 'employees', d: 'M17 4a12 12 0 0 1 0 24Z' })
  );
}
