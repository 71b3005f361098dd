import { m } from '$lib/i18n/paraglide/messages';
import { MOST_PAGES } from '../../paging';
import { h } from '../dom';

/** Which page of how many, where there are several. */
export class Turns {
  readonly element = h('li', { class: 'turns' });
  #pages = 1;

  of(pages: number): void {
    this.#pages = pages;
    this.show(0);
  }

  /** As wide as it can become, to be measured. @param more than so many pages as a text takes by itself */
  widest(more: boolean): void {
    const pages = more ? 88 : MOST_PAGES;
    this.of(pages);
    this.show(pages - 1);
  }

  show(page: number): void {
    const said = { page: page + 1, pages: this.#pages };
    this.element.hidden = this.#pages === 1;
    this.element.textContent = m.wall_page(said);
    this.element.setAttribute('aria-label', m.wall_page_name(said));
  }
}
