import { timeOfDay } from '../../words';
import { h } from '../dom';
import type { Setting, View } from '../view';

const MINUTE = 60_000;

/** A screen at rest: dark, with a small dim clock that never stays where it was, so that nothing burns in. */
export function quiet({ now }: Setting): View {
  const clock = h('time');
  const element = h('div', { class: 'rest' }, clock);
  const tick = (time: number) => {
    const minutes = Math.floor(time / MINUTE);
    // Steps that share no divisor with the breadth visit every place before they come back to one.
    clock.style.left = `${(minutes * 37) % 83}%`;
    clock.style.top = `${(minutes * 29) % 91}%`;
    clock.textContent = timeOfDay(time);
  };
  tick(now);
  return { element, tick };
}
