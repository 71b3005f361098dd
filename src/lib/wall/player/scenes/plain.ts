import { m } from '$lib/i18n/paraglide/messages';
import type { Bilingual } from '$lib/screens/screen';
import { oneLine, spread, type Page } from '../../paging';
import { directionOf, isTall, sizesFor } from '../../quotation';
import { momentInWords } from '../../words';
import { h } from '../dom';
import { brandMark } from '../marks';
import { shareBar } from '../share-bar';
import { roomOf, type Setting, type View } from '../view';
import { pageRoom } from './page-room';
import { Turns } from './turns';

/** What somebody wrote for the screen; a language that was left empty is said in the other. */
export function message(text: Bilingual, { locale, frame }: Setting): View {
  const said = oneLine(text[locale].trim() || text.fr.trim() || text.en);
  const body = h('span', {}, said);
  const block = h('p', { class: `said${isTall(said) ? ' tall' : ''}`, dir: directionOf(said) }, body);
  const turns = new Turns();
  const element = h('div', { class: 'message' }, block, h('ul', {}, turns.element));
  let pages: Page[] = [];
  const turnTo = (page: number) => {
    const at = pages[page];
    if (at) body.textContent = at.text;
    turns.show(page);
  };
  return {
    element,
    turnTo,
    fit() {
      pages = [];
      body.textContent = said;
      turns.of(1);
      if (frame.scrolls) return 1;
      for (const size of sizesFor(said.length, { u: frame.u, ease: frame.leastSerif })) {
        element.style.setProperty('--size', `${size}px`);
        if (element.offsetHeight <= roomOf(element) && block.scrollWidth <= block.clientWidth + 1) return 1;
      }
      turns.of(2);
      const around = element.offsetHeight - block.offsetHeight;
      pages = spread(said, pageRoom(body, block, roomOf(element) - around));
      turns.of(pages.length);
      turnTo(0);
      return pages.length;
    }
  };
}

/** The real share, large: where only a third negative in a row could follow. */
export function interlude({ share }: Setting): View {
  return fitting(
    h(
      'div',
      { class: 'interlude' },
      h('h2', {}, m.wall_pause_title()),
      h('p', {}, m.wall_pause_text()),
      share && shareBar(share, null, true)
    )
  );
}

/** Nothing to show: nothing is approved yet, or the verbatims cannot be read. */
export function empty({ share }: Setting): View {
  return share
    ? plain('empty', m.wall_empty_title(), m.wall_empty_text())
    : plain('empty', m.wall_trouble_title(), m.wall_trouble_text());
}

/** What lies over the playlist and says why: nothing of customers in it. */
export function covered(cover: 'curtain' | 'lease-over' | 'revoked', { heardAt, now }: Setting): View {
  if (cover === 'curtain') return plain(cover, m.wall_curtain_title(), m.wall_curtain_text());
  if (cover === 'revoked') return plain(cover, m.wall_revoked_title(), m.wall_revoked_text());
  const text =
    heardAt === null
      ? m.wall_lease_text_unknown()
      : m.wall_lease_text({ since: momentInWords(heardAt, now) });
  return plain(cover, m.wall_lease_title(), text);
}

function plain(kind: string, title: string, text: string): View {
  return fitting(h('div', { class: `plain ${kind}` }, brandMark(), h('h2', {}, title), h('p', {}, text)));
}

/** Where there is little room the mark goes first, then what explains the title. */
function fitting(element: HTMLElement): View {
  return {
    element,
    fit() {
      element.classList.remove('less-1', 'less-2');
      for (const less of ['less-1', 'less-2']) {
        if (element.offsetHeight > roomOf(element)) element.classList.add(less);
      }
      return 1;
    }
  };
}
