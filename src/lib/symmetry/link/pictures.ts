import { integer } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { coefficient } from '$lib/charts/correlation-by-lag';
import type { Grain } from '../month';
import { SMALLEST, type Link } from './link';
import { spanName } from '../spans';
import { directionOf, intervalOf, whenOf, whoFollows } from './words';

/** The dots of a link, each with whose and when it is, and what else is said around them. */
export function dotsPicture(link: Link, names: Readonly<Record<string, string>>, grain: Grain) {
  const isTime = link.view === 'time';
  const ofTime = grain === 'quarter' ? m.link_dots_time_read_quarter : m.link_dots_time_read_month;
  return {
    title: isTime ? m.link_dots_time() : m.link_dots_teams(),
    summary: isTime ? ofTime({ when: whenOf(link.strongest?.lag ?? 0, grain) }) : m.link_dots_teams_read(),
    notes: leftAside(link),
    n: link.pairs,
    centred: isTime,
    words: isTime ? movingAxes(grain) : standingAxes(link),
    dots: link.dots.map(({ ex, cx, team, span }) => {
      const [name, when] = [names[team] ?? '–', span ? spanName(span, grain) : ''];
      return { ex, cx, team: name, when, name: when ? `${name} · ${when}` : name };
    })
  };
}

/** The correlations of a link by lag. */
export function lagsPicture({ lags, strongest }: Link, grain: Grain) {
  return {
    title: m.link_lags(),
    summary: strongest
      ? m.link_lags_read({
          value: coefficient(strongest.value ?? 0),
          interval: intervalOf(strongest),
          who: whoFollows(strongest.lag, grain)
        })
      : '',
    lags: lags.map((figure) => ({ ...figure, direction: directionOf(figure.lag) })),
    strongest: strongest?.lag ?? null,
    words: {
      lag: grain === 'quarter' ? m.link_lags_quarter() : m.link_lags_month(),
      employeesFollow: m.link_lags_employees_follow(),
      customersFollow: m.link_lags_customers_follow(),
      band: m.link_lags_band({ smallest: coefficient(SMALLEST) }),
      tooFew: m.link_lags_too_few(),
      direction: m.link_lags_who(),
      value: m.link_figure(),
      pairs: m.link_pairs(),
      effective: m.link_lags_effective()
    }
  };
}

function standingAxes({ kind }: Link) {
  return {
    customers: kind === 'balance' ? m.link_axis_cx_balance() : m.link_axis_cx_rating(),
    employees: m.link_axis_ex(),
    team: m.link_team(),
    when: ''
  };
}

function movingAxes(grain: Grain) {
  return {
    customers: m.link_axis_cx_moves(),
    employees: m.link_axis_ex_moves(),
    team: m.link_team(),
    when: grain === 'quarter' ? m.link_when_quarter() : m.link_when_month()
  };
}

/** What the picture does not show, in words. */
function leftAside({ dots, pairs, leftOut, kind }: Link): string[] {
  const others = kind === 'balance' ? m.link_left_out_balance : m.link_left_out_rating;
  return [
    ...(dots.length < pairs ? [m.link_dots_some({ shown: integer(dots.length), all: integer(pairs) })] : []),
    ...(leftOut > 0 ? [others({ count: leftOut, text: integer(leftOut) })] : [])
  ];
}
