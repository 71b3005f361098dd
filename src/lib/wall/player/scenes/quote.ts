import { MOST_PAGES, oneLine, spread, type Page } from '../../paging';
import { directionOf, isTall, LONGEST_ANSWER, excerpt, marksOf, sizesFor } from '../../quotation';
import type { Shown } from '../../scene';
import { h } from '../dom';
import type { Setting } from '../view';
import { answerOf, context } from './context';
import { pageRoom } from './page-room';
import { Turns } from './turns';

/** A verbatim with what goes with it, in whatever room it is given. */
export class Quote {
  readonly element: HTMLElement;
  #text: string;
  #answer: { text: string; lead: string } | null;
  #body = h('span', { class: 'body' });
  #close: HTMLElement;
  #block: HTMLElement;
  #answerBody = h('span');
  #answerBlock: HTMLElement | null;
  #turns = new Turns();
  #pages: Page[] = [];
  /** Of the text's first page: what goes with it stays in its place on the others. */
  #height = '';
  #answerPages: Page[] = [];

  /** @param full with all that is known of where it was said */
  constructor(
    shown: Shown,
    private readonly setting: Setting,
    full = true
  ) {
    const { card } = shown;
    const [open, close] = marksOf(card.language, setting.locale);
    this.#text = oneLine(card.text);
    this.#answer = answerOf(shown);
    if (this.#answer) this.#answer.text = excerpt(this.#answer.text, LONGEST_ANSWER).text;
    const dir = directionOf(this.#text);
    this.#close = h('span', { class: 'close' }, close);
    this.#block = h(
      'blockquote',
      {
        lang: card.language === 'unknown' ? null : card.language,
        dir,
        class: isTall(this.#text) && 'tall'
      },
      h('span', { class: 'open' }, open),
      this.#body,
      this.#close
    );
    this.#answerBlock =
      this.#answer &&
      h('p', { class: 'answer', dir: 'auto' }, h('b', {}, this.#answer.lead), ' ', this.#answerBody);
    const line = context(shown, setting, full);
    line.appendChild(this.#turns.element);
    this.element = h(
      'figure',
      {
        class: dir === 'rtl' ? 'quote rtl' : 'quote',
        'data-verbatim': card.id,
        'data-revision': card.revision
      },
      this.#block,
      h('figcaption', {}, line, this.#answerBlock)
    );
    this.whole();
  }

  /** How many letters of it there are, those of the answer counted by half: they are smaller. */
  get weight(): number {
    return this.#text.length + (this.#answer ? this.#answer.text.length / 2 + 20 : 0);
  }

  /** Everything at once, whatever room there is. */
  whole(): void {
    this.element.classList.remove('paged', 'answering');
    this.#height = this.#block.style.minHeight = '';
    this.#body.textContent = this.#text;
    if (this.#answer) this.#answerBody.textContent = this.#answer.text;
    this.#close.hidden = false;
    this.#turns.of(1);
    this.#pages = [{ text: this.#text, breaks: false }];
    this.#answerPages = [];
  }

  size(pixels: number): void {
    this.element.style.setProperty('--size', `${pixels}px`);
  }

  /** Whether all of it fits at this size with no word broken. */
  fitsAt(pixels: number, height: number): boolean {
    this.size(pixels);
    const { classList, offsetHeight } = this.element;
    if (offsetHeight > height + 1) return false;
    classList.add('unbroken');
    const fits = this.#block.scrollWidth <= this.#block.clientWidth + 1;
    classList.remove('unbroken');
    return fits;
  }

  /**
   * As large as suits so much text and as the room allows, and spread over pages rather than smaller than is read with
   * ease.
   *
   * @param height in CSS pixels
   * @param largest in hundredths of the screen's shorter side
   * @returns in how many pages
   */
  fit(height: number, largest = Infinity): number {
    const { frame } = this.setting;
    this.whole();
    if (frame.scrolls) return 1;
    if (sizesFor(this.weight, frame, largest).some((size) => this.fitsAt(size, height))) return 1;
    return this.#spread(height);
  }

  turnTo(page: number): void {
    const answering = page >= this.#pages.length;
    const at = this.#pages[page];
    this.element.classList.toggle('answering', answering);
    if (at) this.#body.textContent = at.text;
    this.#close.hidden = page < this.#pages.length - 1;
    const answerAt = this.#answerPages[answering ? page - this.#pages.length : 0];
    if (answerAt) this.#answerBody.textContent = answerAt.text;
    const withAnswer = answering || (page === this.#pages.length - 1 && this.#answerPages.length === 0);
    if (this.#answerBlock) this.#answerBlock.hidden = !withAnswer;
    this.#block.style.minHeight = this.#answer && withAnswer ? '' : this.#height;
    this.#turns.show(page);
  }

  #spread(height: number): number {
    this.element.classList.add('paged');
    this.#turns.widest(this.#answer !== null);
    if (this.#answerBlock) this.#answerBlock.hidden = true;
    const around = this.element.offsetHeight - this.#block.offsetHeight;
    const room = height - around;
    this.#pages = spread(this.#text, pageRoom(this.#body, this.#block, room));
    const hasRoom = this.#answerIsBelow(height);
    if (!hasRoom) this.#balance(room);
    this.#answerPages = hasRoom ? [] : this.#answerPagesIn(height);
    const many = this.#pages.length + this.#answerPages.length;
    this.#turns.of(many);
    this.turnTo(0);
    this.#height = many > 1 ? `${this.#block.offsetHeight}px` : '';
    this.turnTo(0);
    return many;
  }

  /** As many pages, but none much fuller than another. */
  #balance(height: number): void {
    const lineHeight = parseFloat(getComputedStyle(this.#block).lineHeight);
    const many = this.#pages.length;
    for (
      let lines = Math.floor(height / lineHeight) - 1;
      lines > 1 && many > 1 && many < MOST_PAGES;
      lines -= 1
    ) {
      const even = spread(this.#text, pageRoom(this.#body, this.#block, lines * lineHeight));
      if (even.length > many) return;
      this.#pages = even;
    }
  }

  /** Whether the answer fits below the last page of the text. */
  #answerIsBelow(height: number): boolean {
    if (!this.#answer) return false;
    this.#answerPages = [];
    this.turnTo(this.#pages.length - 1);
    this.#turns.widest(true);
    this.#answerBody.textContent = this.#answer.text;
    return this.element.offsetHeight <= height + 1;
  }

  /** Pages of its own for the answer. */
  #answerPagesIn(height: number): Page[] {
    if (!this.#answer || !this.#answerBlock) return [];
    this.element.classList.add('answering');
    this.#answerBlock.hidden = false;
    this.#turns.widest(true);
    const around = this.element.offsetHeight - this.#answerBlock.offsetHeight;
    const room = pageRoom(this.#answerBody, this.#answerBlock, height - around);
    return this.#answer.text ? spread(this.#answer.text, room) : [{ text: '', breaks: false }];
  }
}
