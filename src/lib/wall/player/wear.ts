import type { Frame } from './sizes';

/** Tells stylesheets what they know of the screen: lengths in pixels, and which shape and density it has. */
export function wear(root: HTMLElement, frame: Frame): void {
  const { u, width, height, ease, least, leastSerif, small, text, density, narrow, scrolls } = frame;
  const lengths = {
    u,
    width,
    height,
    ease,
    least,
    'least-serif': leastSerif,
    small,
    text,
    title: Math.max(8 * u, leastSerif),
    figure: Math.max(10.5 * u, 1.2 * ease),
    'figure-less': Math.max(8.4 * u, ease)
  };
  for (const name of Object.keys(lengths) as (keyof typeof lengths)[]) {
    root.style.setProperty(`--${name}`, `${lengths[name]}px`);
  }
  root.setAttribute('data-density', density);
  root.setAttribute('data-frame', scrolls ? 'scrolls' : 'screen');
  root.setAttribute('data-shape', width > height ? 'lying' : narrow ? 'narrow' : 'upright');
}
