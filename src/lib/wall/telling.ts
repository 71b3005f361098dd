import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { Fact } from '$lib/pulse/results/facts';
import { wording } from '$lib/pulse/question';
import { LEVER_NAMES, monthsInWords } from '$lib/pulse/words';
import type { Estimate } from '$lib/statistics/estimate';
import { count, percent, signed } from './words';

/** A fact in the words of somebody who passes by. */
export interface Telling {
  figure: string;
  /** Between the figure and what it is about. */
  lead: string | null;
  about: string;
  /** Whether that is the very statement people were asked about. */
  isQuoted: boolean;
  /** How many of ten figures are filled. */
  tenths: number | null;
  /** Where the figure lies between two ends, with its interval. */
  scale: { score: Estimate; from: number; to: number } | null;
  details: string[];
  /** How sure it is in a few words, for a screen that is far away. */
  short: string;
}

/** @param today YYYY-MM-DD: the year goes without saying */
export function tell(fact: Fact, today: string): Telling {
  const told = { lead: null, isQuoted: false, tenths: null, scale: null };
  const when = (days: [string, string]) => monthsInWords(days, today);
  const asked = m.wall_pulse_asked({ when: when(fact.days) });
  switch (fact.kind) {
    case 'question':
      return {
        ...told,
        ...questionTold(fact),
        about: wording(fact, getLocale()),
        isQuoted: true,
        details: [sureOf(fact), asked],
        short: shortOf(fact.agree ?? fact.score, fact.agree ? inPercent : count)
      };
    case 'lever': {
      const questions =
        fact.questions === 1
          ? m.wall_pulse_one_question()
          : m.wall_pulse_questions({ count: fact.questions });
      return {
        ...told,
        figure: m.wall_pulse_of_hundred({ score: count(fact.score.value) }),
        about: LEVER_NAMES[fact.lever](),
        scale: { score: fact.score, from: 0, to: 100 },
        details: [m.wall_pulse_score_lever({ questions, ...inWhole(fact.score) }), asked],
        short: shortOf(fact.score, count)
      };
    }
    case 'change':
      return {
        ...told,
        figure: m.wall_pulse_points({ points: signed(fact.value) }),
        about: LEVER_NAMES[fact.lever](),
        details: [
          m.wall_pulse_change({ low: signed(fact.low), high: signed(fact.high), compared: fact.compared }),
          m.wall_pulse_change_when({ before: when(fact.before), now: when(fact.days) })
        ],
        short: m.wall_pulse_short_change({ low: signed(fact.low), high: signed(fact.high) })
      };
    case 'recommendation': {
      const { value, low, high, n } = fact.score;
      return {
        ...told,
        figure: signed(value),
        about: m.wall_pulse_recommend(),
        scale: { score: fact.score, from: -100, to: 100 },
        details: [
          m.wall_pulse_recommend_how(),
          m.wall_pulse_score({ n: count(n), low: signed(low), high: signed(high) }),
          asked
        ],
        short: shortOf(fact.score, signed)
      };
    }
    case 'participation':
      return {
        ...told,
        figure: percent(fact.percent),
        about: m.wall_pulse_participation(),
        details: [m.wall_pulse_rounded(), asked],
        short: m.wall_pulse_rounded()
      };
  }
}

type Question = Extract<Fact, { kind: 'question' }>;

function questionTold({ agree, score }: Question): Pick<Telling, 'figure' | 'lead' | 'tenths' | 'scale'> {
  if (!agree)
    return {
      figure: m.wall_pulse_of_hundred({ score: count(score.value) }),
      lead: null,
      tenths: null,
      scale: { score, from: 0, to: 100 }
    };
  const tenths = Math.round(agree.value / 10);
  const drawn = { tenths, scale: null };
  if (tenths === 0) return { ...drawn, figure: m.wall_pulse_none(), lead: m.wall_pulse_none_agree() };
  if (tenths === 1) return { ...drawn, figure: m.wall_pulse_one(), lead: m.wall_pulse_one_agree() };
  const figure = tenths === 10 ? m.wall_pulse_all() : m.wall_pulse_some({ count: tenths });
  return { ...drawn, figure, lead: m.wall_pulse_some_agree() };
}

function sureOf({ agree, score }: Question): string {
  if (!agree) return m.wall_pulse_score(inWhole(score));
  return m.wall_pulse_share({
    percent: inPercent(agree.value),
    n: count(agree.n),
    low: inPercent(agree.low),
    high: inPercent(agree.high)
  });
}

function shortOf({ n, low, high }: Estimate, written: (value: number) => string): string {
  return m.wall_pulse_short({ n: count(n), low: written(low), high: written(high) });
}

function inPercent(value: number): string {
  return percent(Math.round(value));
}

function inWhole({ n, low, high }: Estimate) {
  return { n: count(n), low: count(low), high: count(high) };
}
