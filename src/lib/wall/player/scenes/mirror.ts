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
    return {
      element: pulse.element,
      fit: () => pulse.spread(roomOf(pulse.element)),
      turnTo: (page) => pulse.turnTo(page)
    };
  }
  const quote = new Quote(shown, setting, false);
  const element = h('div', { class: 'mirror' }, quote.element, pulse.element);
  const { frame } = setting;
  const upright = frame.height > frame.width;
  let quotePages = 1;
  let byTurns = false;

  /** As high as the highest page, so that nothing beside it moves when it turns. */
  const stay = () => {
    const heights = Array.from({ length: quotePages }, (_, page) => {
      quote.turnTo(page);
      return quote.element.offsetHeight;
    });
    quote.element.style.minHeight = `${Math.max(...heights)}px`;
    quote.turnTo(0);
  };

  const fitBeside = (): boolean => {
    const room = roomOf(element);
    if (!pulse.fit(upright ? room * 0.55 : room)) return false;
    const left = upright ? room - pulse.element.offsetHeight - 5 * frame.u : room;
    quotePages = quote.fit(left, LARGEST_BESIDE);
    stay();
    return quotePages <= MOST_BESIDE && element.offsetHeight <= room + 1;
  };

  return {
    element,
    fit() {
      byTurns = false;
      quote.element.style.minHeight = '';
      element.className = `scene mirror${upright ? ' upright' : ''}`;
      if (frame.scrolls || ((upright || frame.density !== 'tightest') && fitBeside())) return quotePages;
      byTurns = true;
      quote.element.style.minHeight = '';
      element.classList.add('by-turns');
      quotePages = quote.fit(roomOf(element));
      element.classList.add('second');
      const factPages = pulse.spread(roomOf(element));
      this.turnTo!(0);
      return quotePages + factPages;
    },
    turnTo(page) {
      if (byTurns) element.classList.toggle('second', page >= quotePages);
      if (page < quotePages) quote.turnTo(page);
      else pulse.turnTo(page - quotePages);
    }
  };
}
