import { m } from '$lib/i18n/paraglide/messages';
import { h } from './dom';
import type { Player } from './player';

/** Nobody moved the pointer for this long: the screen belongs to the room, without cursor and commands. Milliseconds. */
const STILL = 3_000;

/** Commands for a pointer, which come and go with it. Keys and remote controls have theirs: keys.ts. */
export function controls(player: Player): HTMLElement {
  const previous = button(() => player.previous());
  const pause = button(() => player.toggle());
  const next = button(() => player.next());
  const element = h('section', { class: 'controls' }, previous, pause, next);
  /** In the language of the moment, which a screen may change. */
  const name = () => {
    element.setAttribute('aria-label', m.wall_controls());
    previous.textContent = m.wall_previous();
    pause.textContent = player.paused ? m.wall_resume() : m.wall_pause();
    next.textContent = m.wall_next();
  };
  name();
  element.addEventListener('click', name);
  const root = document.documentElement;
  let timer: ReturnType<typeof setTimeout>;
  root.classList.add('still');
  addEventListener('pointermove', () => {
    if (root.classList.contains('still')) name();
    root.classList.remove('still');
    clearTimeout(timer);
    timer = setTimeout(() => root.classList.add('still'), STILL);
  });
  return element;
}

function button(act: () => void): HTMLButtonElement {
  return h('button', { type: 'button', onclick: act });
}
