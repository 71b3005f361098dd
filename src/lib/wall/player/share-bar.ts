import { m } from '$lib/i18n/paraglide/messages';
import { SENTIMENTS, type Sentiment, type Share } from '../card';
import { percentages } from '../period';
import { count, percent, PERIOD_NAMES, SHARE_NAMES, SHORT_PERIOD_NAMES } from '../words';
import { h } from './dom';
import { sentimentMark } from './marks';

/**
 * The real share of the period, with its n. Stylesheets choose between long and short forms: share.css.
 *
 * @param current the sentiment of the card on the screen, whose share is told in full; null where there is none
 */
export function shareBar(share: Share, current: Sentiment | null, large = false): HTMLElement {
  const percents = percentages(share.counts);
  const there = SENTIMENTS.filter((sentiment) => share.counts[sentiment] > 0);
  return h(
    'section',
    { class: `share${large ? ' large' : current ? ' of-one' : ''}`, 'aria-label': m.wall_share() },
    share.n > 0 &&
      h(
        'div',
        { class: 'bar', 'aria-hidden': 'true' },
        ...there.map((sentiment) =>
          h('span', {
            class: sentiment === current ? `${sentiment} current` : sentiment,
            style: `flex-grow:${share.counts[sentiment]}`
          })
        )
      ),
    h(
      'div',
      { class: 'share-figures' },
      share.n > 0
        ? h('ul', {}, ...SENTIMENTS.map((sentiment) => item(sentiment)))
        : h('p', {}, m.wall_nothing_yet()),
      h(
        'p',
        {},
        h('span', { class: 'total' }, m.wall_n({ n: count(share.n) })),
        h('span', { class: 'long' }, PERIOD_NAMES[share.period]()),
        h('span', { class: 'short' }, SHORT_PERIOD_NAMES[share.period]())
      )
    )
  );

  function item(sentiment: Sentiment): HTMLElement {
    const full = sentiment === current || large;
    const said = percent(percents[sentiment]);
    return h(
      'li',
      { class: sentiment === current && 'current' },
      sentimentMark(sentiment, false),
      h('span', { class: 'long' }, SHARE_NAMES[sentiment]({ percent: said })),
      h('span', { class: 'short' }, said),
      full &&
        h('span', { class: 'of' }, m.wall_of({ count: count(share.counts[sentiment]), n: count(share.n) }))
    );
  }
}

let watch: ResizeObserver | undefined;

/**
 * Words beside the figures where they take no other line: the room of the scene above stays as it was measured.
 *
 * @param share the bar of a screen, which has one, in its place
 */
export function sayMore(share: HTMLElement): void {
  const figures = share.querySelector('.share-figures') as HTMLElement;
  const say = () => {
    share.classList.remove('worded', 'brief');
    const { offsetHeight } = figures;
    const fits = (more: string) => {
      share.classList.add(more);
      return figures.offsetHeight <= offsetHeight && figures.scrollWidth <= figures.clientWidth;
    };
    if (!fits('worded') && !fits('brief')) share.classList.remove('worded', 'brief');
  };
  say();
  if (watch) watch.disconnect();
  watch = new ResizeObserver(say);
  watch.observe(figures);
}
