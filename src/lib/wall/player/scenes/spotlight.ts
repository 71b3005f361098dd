import type { Shown } from '../../scene';
import { roomOf, type Setting, type View } from '../view';
import { Quote } from './quote';

/** One verbatim, large. */
export function spotlight(shown: Shown, setting: Setting): View {
  const quote = new Quote(shown, setting);
  const { element } = quote;
  element.classList.add('spotlight');
  return { element, fit: () => quote.fit(roomOf(element)), turnTo: (page) => quote.turnTo(page) };
}
