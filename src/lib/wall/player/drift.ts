/** How far the wall leaves its place, in CSS pixels to each side: less than the margin that every scene leaves. */
const FARTHEST = 4;
const EVERY = 60_000;

/**
 * Moves all that is in an element by a pixel each minute, so that no edge stays where it is for months and burns in. A
 * step is too small to be seen as a movement, so it is made for those, too, who asked for none.
 *
 * @returns a function that ends it
 */
export function drift(element: HTMLElement): () => void {
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    const { x, y } = placeAt(step);
    for (const child of Array.from(element.children) as HTMLElement[])
      child.style.transform = `translate(${x}px, ${y}px)`;
  }, EVERY);
  return () => clearInterval(timer);
}

/**
 * Where the wall is after so many minutes. Whole pixels, because text between pixels is blurred. Up and down takes two
 * minutes longer than to and fro, so that the way goes over most of a square before it repeats itself.
 */
export function placeAt(step: number): { x: number; y: number } {
  return { x: swing(step, 4 * FARTHEST), y: swing(step, 4 * FARTHEST + 2) };
}

/** To one side and back, to the other and back, a pixel a step. */
function swing(step: number, period: number): number {
  const at = step % period;
  const wave = at <= period / 4 ? at : at <= (3 * period) / 4 ? Math.floor(period / 2) - at : at - period;
  return Math.max(-FARTHEST, Math.min(FARTHEST, wave));
}
