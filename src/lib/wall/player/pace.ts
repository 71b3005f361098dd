/** So many pictures are watched after the first, whose fonts are still being loaded; two slow ones decide. */
const WATCHED = 6;
const ENOUGH = 2;
/** A fade, in milliseconds. */
const LENGTH = 200;
/** Frames that take longer make a fade look like stumbling. Milliseconds. */
const SLOW = 50;

/**
 * Sees how long the frames of the first transitions take, and has cuts in the place of fades where the hardware is slow.
 *
 * @param root gets the class `cuts`
 * @returns a function to call when a picture begins to appear
 */
export function watchPace(root: Element): () => void {
  let watched = -1;
  let slow = 0;
  return () => {
    if (watched >= WATCHED || slow >= ENOUGH) return;
    watched += 1;
    if (watched === 0 || document.hidden) return;
    let frames = 0;
    let from: number | undefined;
    const count = (now: number) => {
      if (from === undefined) from = now;
      else frames += 1;
      if (now - from < LENGTH) return void requestAnimationFrame(count);
      if (document.hidden || (now - from) / frames <= SLOW) return;
      slow += 1;
      if (slow >= ENOUGH) root.classList.add('cuts');
    };
    requestAnimationFrame(count);
  };
}
