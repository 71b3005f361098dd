import type { Estimate } from '$lib/statistics/estimate';
import { count } from '../../words';
import { h } from '../dom';

/** Where a figure lies between two ends, with its interval. What it shows is said in words beside it. */
export function interval({ score, from, to }: { score: Estimate; from: number; to: number }): HTMLElement {
  const place = (value: number) => (100 * (Math.min(to, Math.max(from, value)) - from)) / (to - from);
  const [low, high] = [place(score.low), place(score.high)];
  return h(
    'div',
    { class: 'interval', 'aria-hidden': 'true' },
    h('span', { class: 'range', style: `left:${low}%;width:${high - low}%` }),
    h('span', { class: 'value', style: `left:${place(score.value)}%` }),
    h('b', {}, count(from)),
    h('b', {}, count(to))
  );
}
