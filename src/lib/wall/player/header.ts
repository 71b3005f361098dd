import { m } from '$lib/i18n/paraglide/messages';
import { isAnswered, type Card } from '../card';
import { excerpt } from '../quotation';
import { timeOfDay } from '../words';
import type { Status } from './connection';
import { h, replace } from './dom';
import { brandMark, sentimentMark } from './marks';
import type { Player } from './player';

/** Above the picture: the name, news that waits, how fresh the screen is, what time it is. */
export function header(): { element: HTMLElement; refresh(player: Player): void } {
  const news = h('div', { class: 'news' });
  const line = h('span', { class: 'line', role: 'status' });
  const paused = h('span', { class: 'paused' });
  const clock = h('time', { class: 'clock' });
  const element = h(
    'header',
    {},
    h('a', { class: 'name', href: '/' }, brandMark(), h('span', {}, m.app_name())),
    news,
    h('p', { class: 'freshness' }, paused, line, clock)
  );
  let told = '';

  return {
    element,
    refresh(player) {
      const { status, announced } = player;
      const words = lineInWords(status, player.now);
      const time = status.kind === 'shown' ? '' : timeOfDay(player.now);
      const held = player.paused ? m.wall_paused() : '';
      const key = JSON.stringify([words, time, held, announced]);
      // A screen reader is told when something changed, not every ten seconds.
      if (key === told) return;
      told = key;
      // Where there is little room, a screen on which all is well is left with its dot, and news waits.
      const isWell = status.kind === 'live' || status.kind === 'catching-up';
      element.classList.toggle('calm', isWell && !held && !announced);
      element.classList.toggle('announcing', announced !== null);
      element.classList.toggle('busy', !isWell || held !== '');
      element.classList.toggle('old', status.kind === 'offline');
      if (line.textContent !== words)
        replace(line, h('i', { class: status.kind, 'aria-hidden': 'true' }), h('span', {}, words));
      clock.textContent = time;
      paused.textContent = held;
      replace(news, announced && announcement(announced));
    }
  };
}

/** How fresh the screen is: what is old must never look new. */
function lineInWords(status: Status, now: number): string {
  if (status.kind === 'live') return m.wall_live();
  if (status.kind === 'catching-up') return m.wall_catching_up();
  if (status.kind === 'shown') return m.wall_shown_at({ time: timeOfDay(now) });
  return m.wall_offline_since({ time: timeOfDay(status.since) });
}

/** News that waits for its turn. A negative that nobody took yet is announced without its words. */
function announcement(card: Card): HTMLElement {
  const waits = card.sentiment === 'negative' && !isAnswered(card);
  const text = waits
    ? h('span', { class: 'text' }, m.wall_new_waiting())
    : h(
        'span',
        { class: 'text' },
        h('bdi', { lang: card.language === 'unknown' ? null : card.language }, excerpt(card.text, 120).text)
      );
  return h(
    'p',
    { 'data-verbatim': card.id },
    h('b', {}, m.wall_new()),
    sentimentMark(card.sentiment, false),
    text,
    !waits && card.team && h('bdi', { class: 'team' }, card.team)
  );
}
