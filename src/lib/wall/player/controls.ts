import { m } from '$lib/i18n/paraglide/messages';
import { h } from './dom';
import type { Player } from './player';

/** Nobody moved the pointer for this long: the screen belongs to the room, without cursor and commands. Milliseconds. */
const STILL = 3_000;

/** Commands for a pointer, which come and go with it. Keys and remote controls have theirs: keys.ts. */
export function controls(player: Player): HTMLElement {
  const pause = button(() => player.toggle(), m.wall_pause);
  const element = h(
    'section',
    { class: 'controls', 'aria-label': m.wall_controls() },
    button(() => player.previous(), m.wall_previous),
    pause,
    button(() => player.next(), m.wall_next)
  );
  pause.addEventListener('click', () => {
    pause.textContent = player.paused ? m.wall_resume() : m.wall_pause();
  });
  const root = document.documentElement;
  let timer: ReturnType<typeof setTimeout>;
  root.classList.add('still');
  addEventListener('pointermove', () => {
    root.classList.remove('still');
    clearTimeout(timer);
    timer = setTimeout(() => root.classList.add('still'), STILL);
  });
  return element;
}

function button(act: () => void, words: () => string): HTMLButtonElement {
  return h('button', { type: 'button', onclick: act }, words());
}
