import { SIZES } from './quotation';

/**
 * Makes the quotation inside an element as large as its room allows, beginning with the size its length suggests.
 * Where the page scrolls instead, on a phone, there is always room.
 *
 * @param first in hundredths of the screen's shorter side
 */
export function fit(first: number): (element: HTMLElement) => (() => void) | undefined {
  return (element) => {
    const room = element.parentElement;
    if (!room) return;
    const adjust = () => {
      for (const size of SIZES) {
        if (size > first) continue;
        element.style.setProperty('--size', String(size));
        if (element.offsetHeight <= room.clientHeight) return;
      }
    };
    // Observing tells at once, and again whenever the room changes.
    const observer = new ResizeObserver(adjust);
    observer.observe(room);
    document.fonts?.addEventListener('loadingdone', adjust);
    adjust();
    return () => {
      observer.disconnect();
      document.fonts?.removeEventListener('loadingdone', adjust);
    };
  };
}
