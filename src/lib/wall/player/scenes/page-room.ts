import type { Room } from '../../paging';

/**
 * The room of a page, tried on the page itself: a text is put where it will stand, and its lines are counted.
 *
 * @param holder holds nothing but the text, in a block whose line height is a number
 * @param block grows with the text
 * @param height in CSS pixels
 */
export function pageRoom(holder: HTMLElement, block: HTMLElement, height: number): Room {
  const lineHeight = parseFloat(getComputedStyle(block).lineHeight);
  const lines = Math.floor(height / lineHeight + 0.02);
  return {
    holds(text) {
      holder.textContent = text;
      return block.offsetHeight <= Math.max(height, lineHeight) + 1;
    },
    reach(text, places) {
      holder.textContent = text;
      const node = holder.firstChild as Text;
      const first = whereOf(node, 1);
      let [low, high] = [-1, places.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        const line = Math.round((whereOf(node, places[middle] as number) - first) / lineHeight);
        if (line < lines) low = middle;
        else high = middle - 1;
      }
      return low < 0 ? -1 : (places[low] as number);
    }
  };
}

const range = document.createRange();

/** Where the letter that ends at this place stands, from line to line. */
function whereOf(text: Text, end: number): number {
  const isPair = end > 1 && /[\udc00-\udfff]/.test(text.data[end - 1] as string);
  range.setStart(text, end - (isPair ? 2 : 1));
  range.setEnd(text, end);
  const rects = range.getClientRects();
  const last = rects[rects.length - 1];
  const turned = document.documentElement.getAttribute('data-orientation') as keyof typeof DOWN;
  return last ? (DOWN[turned] || DOWN.none)(last) : 0;
}

/** Which way lines follow each other on a picture that is turned. */
const DOWN = {
  none: (box: DOMRect) => box.bottom,
  left: (box: DOMRect) => box.right,
  right: (box: DOMRect) => -box.left,
  half: (box: DOMRect) => -box.top
};
