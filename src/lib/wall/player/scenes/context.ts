import { m } from '$lib/i18n/paraglide/messages';
import { channelName } from '$lib/verbatims/channel';
import { ageOf, exactly } from '../../age';
import type { Shown } from '../../scene';
import { agoInWords, formatLocale } from '../../words';
import { h } from '../dom';
import { sentimentMark } from '../marks';
import type { Setting } from '../view';

/** What goes with a verbatim: its sentiment, whose it is, how old it is; and where it was said, where there is room. */
export function context(
  { card, memory }: Shown,
  { locale, now, frame }: Setting,
  full: boolean
): HTMLElement {
  const age = ageOf(card, now);
  const step = locale === 'fr' ? card.step_fr : card.step_en;
  const more = full && frame.density === 'roomy';
  return h(
    'ul',
    { class: 'context' },
    h('li', { class: 'sentiment-of' }, sentimentMark(card.sentiment)),
    card.team && h('li', {}, h('bdi', {}, card.team)),
    more && step && h('li', {}, step),
    more && card.channel && h('li', {}, channelName(card.channel)),
    h(
      'li',
      {},
      h(
        'time',
        {
          datetime: 'day' in age.since ? age.since.day : age.since.instant,
          title: exactly(age, formatLocale())
        },
        agoInWords(age)
      )
    ),
    memory && h('li', { class: 'memory' }, m.wall_memory())
  );
}

/** What was done, or who took it; null where there is neither, and for what needs none. */
export function answerOf({ card }: Shown): { text: string; lead: string } | null {
  if (card.sentiment === 'positive') return null;
  if (card.answer) return { lead: m.wall_answer(), text: card.answer };
  return card.owner ? { lead: m.wall_owner({ team: card.owner }), text: '' } : null;
}
