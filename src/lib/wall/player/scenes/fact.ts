import { m } from '$lib/i18n/paraglide/messages';
import type { Fact } from '$lib/pulse/results/facts';
import { dayOf } from '../../period';
import { spread, type Page } from '../../paging';
import { marksOf, sizesFor } from '../../quotation';
import { tell, type Telling } from '../../telling';
import { h } from '../dom';
import type { Setting } from '../view';
import { interval } from './interval';
import { pageRoom } from './page-room';

/** How much is left out where there is little room: the least needed first. In fact.css. */
const LEVELS = 5;

/** The employees' voice: what the pulse found out, in their hue. */
export class PulseFact {
  readonly element: HTMLElement;
  #told: Telling;
  #about = h('span');
  #block: HTMLElement;
  /** Of what was asked, where it does not fit beside what was found. */
  #pages: Page[] = [];

  /** @param team null for the whole company */
  constructor(
    fact: Fact,
    team: string | null,
    private readonly setting: Setting
  ) {
    const told = tell(fact, dayOf(setting.now));
    const [open, close] = told.isQuoted ? marksOf(setting.locale, setting.locale) : ['', ''];
    this.#told = told;
    this.#about.textContent = told.about;
    this.#block = h('p', { class: 'about' }, open, this.#about, close);
    this.element = h(
      'figure',
      { class: 'fact', 'data-fact': fact.kind, 'aria-labelledby': 'fact-voice' },
      h(
        'p',
        { class: team === null ? 'voice company' : 'voice', id: 'fact-voice' },
        h('span', {}, m.wall_pulse_name()),
        h('bdi', {}, team === null ? m.wall_whole_company() : team)
      ),
      h('p', { class: 'told' }, h('strong', {}, told.figure), told.lead && h('span', {}, told.lead)),
      this.#block,
      told.tenths !== null && tenths(told.tenths),
      told.scale && interval(told.scale),
      h(
        'figcaption',
        {},
        ...told.details.map((detail) => h('p', { class: 'detail' }, detail)),
        h('p', { class: 'short' }, told.short)
      )
    );
  }

  /** Leaves out what there is no room for. @returns whether the rest fits */
  fit(height: number): boolean {
    const { frame } = this.setting;
    this.element.classList.remove('finds', 'asks');
    this.#about.textContent = this.#told.about;
    this.#at(0, 7.6);
    if (frame.scrolls) return true;
    for (let level = 0; level < LEVELS; level += 1) {
      this.#at(level, level === 0 ? 7.6 : 5.5);
      if (this.element.offsetHeight <= height + 1) return true;
    }
    return false;
  }

  /** Where it does not fit together: what was found, then what was asked. @returns in how many pages */
  spread(height: number): number {
    this.#pages = [];
    if (this.fit(height)) return 1;
    this.element.classList.add('asks');
    const around = this.element.offsetHeight - this.#block.offsetHeight;
    this.#pages = spread(this.#told.about, pageRoom(this.#about, this.#block, height - around));
    this.turnTo(0);
    return 1 + this.#pages.length;
  }

  turnTo(page: number): void {
    const asked = this.#pages[page - 1];
    this.element.classList.toggle('finds', page === 0 && this.#pages.length > 0);
    this.element.classList.toggle('asks', asked !== undefined);
    if (asked) this.#about.textContent = asked.text;
  }

  #at(level: number, largest: number): void {
    const { frame } = this.setting;
    const size = sizesFor(this.#told.about.length, { u: frame.u, ease: frame.leastSerif }, largest);
    this.element.style.setProperty('--about', `${level > 1 ? frame.leastSerif : size[0]}px`);
    for (let each = 1; each < LEVELS; each += 1) this.element.classList.toggle(`less-${each}`, each <= level);
  }
}

function tenths(filled: number): HTMLElement {
  const dots = Array.from({ length: 10 }, (_, tenth) => h('i', { class: tenth < filled && 'filled' }));
  return h('div', { class: 'tenths', 'aria-hidden': 'true' }, ...dots);
}
