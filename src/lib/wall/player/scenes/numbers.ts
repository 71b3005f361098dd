import { m } from '$lib/i18n/paraglide/messages';
import type { Estimate } from '$lib/statistics/estimate';
import { monthsInWords } from '$lib/pulse/words';
import type { Figure } from '../../figures';
import { dayOf } from '../../period';
import { count, percent, signed } from '../../words';
import { h } from '../dom';
import { roomOf, type Setting, type View } from '../view';
import { interval } from './interval';

/** How much is left out where there is little room, in numbers.css. */
const LEVELS = 4;
const SIDES = ['customers', 'employees'] as const;

/** A few figures: the customers' left or on top, the employees' right or below. */
export function numbers(figures: Figure[], { frame, now }: Setting): View {
  const today = dayOf(now);
  const columns = SIDES.map((side) => ({
    side,
    all: figures.filter((figure) => figure.side === side).map((figure) => painted(figure, today))
  }));
  const sides = columns.map(({ side, all }) =>
    h('section', { class: `side ${side}`, hidden: all.length === 0 }, h('h2', {}, SIDE_NAMES[side]()), ...all)
  );
  const element = h('div', { class: 'numbers' }, ...sides);
  const upright = frame.height > frame.width;
  let pages: HTMLElement[][] = [];

  const show = (some: HTMLElement[]) => {
    columns.forEach(({ all }, at) => {
      for (const figure of all) figure.hidden = some.indexOf(figure) < 0;
      (sides[at] as HTMLElement).hidden = all.every((figure) => figure.hidden);
    });
  };
  const fits = (some: HTMLElement[]): boolean => {
    show(some);
    const shownSides = sides.filter((side) => !side.hidden).length;
    for (let level = 0; level < LEVELS; level += 1) {
      const less = level === 3 ? 'less-2 less-3' : `less-${level}`;
      element.className = `scene numbers${upright ? ' upright' : ''} sides-${shownSides} ${less}`;
      if (element.offsetHeight <= roomOf(element) + 1) return true;
    }
    return false;
  };

  return {
    element,
    fit() {
      const [ours = [], theirs = []] = columns.map(({ all }) => all);
      const every = ours.concat(theirs);
      const pairs = every.length > 2 ? ours.slice(0, 1).concat(theirs.slice(0, 1)) : every;
      const rest = every.filter((figure) => pairs.indexOf(figure) < 0);
      const ways = [[every], [pairs, rest], [ours, theirs], every.map((figure) => [figure])];
      const possible = ways.map((way) => way.filter((page) => page.length > 0));
      pages =
        possible.filter((way) => frame.scrolls || way.every(fits))[0] || (possible[3] as HTMLElement[][]);
      fits(pages[0] || []);
      return pages.length;
    },
    turnTo: (page) => void fits(pages[page] || [])
  };
}

const SIDE_NAMES = { customers: m.wall_customers_side, employees: m.wall_pulse_name };

function painted(figure: Figure, today: string): HTMLElement {
  const { value, unit, name, how, scale, sure } = inWords(figure);
  return h(
    'figure',
    { 'data-figure': figure.kind },
    h('p', { class: 'value-of' }, value, unit && h('small', {}, ` ${unit}`)),
    h('figcaption', { class: 'called' }, name, how && h('span', { class: 'how' }, `, ${how}`)),
    scale && interval(scale),
    h(
      'p',
      { class: 'sure' },
      figure.team && h('bdi', {}, figure.team),
      h('span', {}, sure),
      h('span', { class: 'days' }, monthsInWords(figure.days, today))
    )
  );
}

interface Told {
  value: string;
  unit: string | null;
  name: string;
  how: string | null;
  scale: { score: Estimate; from: number; to: number } | null;
  sure: string;
}

function inWords(figure: Figure): Told {
  const hundred = m.wall_figure_of_hundred();
  switch (figure.kind) {
    case 'cx': {
      const how = figure.measure === 'ratings' ? m.wall_figure_cx_ratings() : m.wall_figure_cx_sentiment();
      return { ...told(figure.score, 0, 100, count), unit: hundred, name: m.wall_figure_cx(), how };
    }
    case 'nps':
      return {
        ...told(figure.score, -100, 100, signed),
        name: m.wall_figure_nps(),
        how: m.wall_figure_nps_how()
      };
    case 'answered':
      return { ...told(figure.share, 0, 100, wholePercent), name: m.wall_figure_answered(), how: null };
    case 'ex':
      return {
        ...told(figure.score, 0, 100, count),
        unit: hundred,
        name: m.wall_figure_ex(),
        how: m.wall_figure_ex_how()
      };
    case 'enps':
      return {
        ...told(figure.score, -100, 100, signed),
        name: m.wall_figure_enps(),
        how: m.wall_figure_nps_how()
      };
    case 'participation':
      return {
        value: percent(figure.percent),
        unit: null,
        name: m.wall_figure_participation(),
        how: null,
        scale: null,
        sure: m.wall_pulse_rounded()
      };
  }
}

function told(score: Estimate, from: number, to: number, written: (value: number) => string) {
  const { value, low, high, n } = score;
  const sure = m.wall_pulse_short({ n: count(n), low: written(low), high: written(high) });
  return { value: written(value), unit: null, scale: { score, from, to }, sure };
}

function wholePercent(value: number): string {
  return percent(Math.round(value));
}
