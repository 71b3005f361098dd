import type { Scene } from '../../scene';
import { h } from '../dom';
import { roomOf, type Setting, type View } from '../view';
import { PulseFact } from './fact';
import { Quote } from './quote';

/** Beside a fact a text may take so many pages; a longer one has the screen to itself first. */
const MOST_BESIDE = 2;
const LARGEST_BESIDE = 7.6;

/** A customer's voice on the left or on top, what the pulse found out on the right or below. Without a card, the pulse alone. */
export function mirror({ shown, team, fact }: Extract<Scene, { kind: 'mirror' }>, setting: Setting): View {
  const pulse = new PulseFact(fact, team, setting);
  if (!shown) {
    pulse.element.classList.add('alone');
    return { element: pulse.element, fit: () => (pulse.cut(roomOf(pulse.element)), 1) };
  }
  const quote = new Quote(shown, setting, false);
  const element = h('div', { class: 'mirror' }, quote.element, pulse.element);
  const { frame } = setting;
  const upright = frame.height > frame.width;
  let quotePages = 1;
  let byTurns = false;

  const fitBeside = (): boolean => {
    const room = roomOf(element);
    if (!pulse.fit(upright ? room * 0.55 : room)) return false;
    const left = upright ? room - pulse.element.offsetHeight - 5 * frame.u : room;
    quotePages = quote.fit(left, LARGEST_BESIDE);
    return quotePages <= MOST_BESIDE && element.offsetHeight <= room + 1;
  };

  return {
    element,
    fit() {
      byTurns = false;
      element.className = `scene mirror${upright ? ' upright' : ''}`;
      if (frame.scrolls || ((upright || frame.density !== 'tightest') && fitBeside())) return quotePages;
      byTurns = true;
      element.classList.add('by-turns');
      quotePages = quote.fit(roomOf(element));
      element.classList.add('second');
      pulse.cut(roomOf(element));
      this.turnTo!(0);
      return quotePages + 1;
    },
    turnTo(page) {
      if (byTurns) element.classList.toggle('second', page >= quotePages);
      if (page < quotePages) quote.turnTo(page);
    }
  };
}
