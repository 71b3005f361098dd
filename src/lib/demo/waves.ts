import { addMonths, nextOpening } from '$lib/pulse/waves/calendar';
import { dayIn, spanOf } from '$lib/pulse/waves/clock';
import type { Question } from '$lib/pulse/question';
import { nextQuestions, type Askable, type EarlierWave } from '$lib/pulse/waves/rotation';
import { addDays } from '$lib/verbatims/period';

export interface DemoWave {
  name: string;
  opens: Date;
  closes: Date;
  monthly: boolean;
  questions: Question[];
}

/** What Maison Bellerive asks every month. */
export const PLAN = {
  name: 'Pouls mensuel',
  cadence: 'monthly',
  battery: 'levers',
  questions_per_wave: 6,
  asks_recommendation: true,
  asks_perception: true,
  open_days: 7
} as const;

/** Waves of the plan that are over: two years and a quarter. The one after them opened that many days ago. */
const PUBLISHED = 27;
const OPENED = 2;
/** Days after the monthly wave of a year ago opened, so that the two do not overlap. */
const BETWEEN = 14;
const ZONE = 'Europe/Paris';

/** Every wave of Maison Bellerive up to today, in order of time; only the last is still open. */
export function wavesUntil(now: Date, library: (Question & Askable)[]): DemoWave[] {
  const history: EarlierWave[] = [];
  const waveOn = (name: string, opens_on: string, battery: 'levers' | 'digital'): DemoWave => {
    const questions = nextQuestions(library, history, { ...PLAN, battery }, opens_on);
    history.push({ questions, opens_on });
    const span = spanOf(opens_on, PLAN.open_days, ZONE);
    return {
      name: `${name} · ${opens_on.slice(0, 7)}`,
      opens: new Date(span.opens_at),
      closes: new Date(span.closes_at),
      monthly: battery === 'levers',
      questions: questions.flatMap((id) => library.find((question) => question.id === id) ?? [])
    };
  };
  const today = openingOf(now);
  return Array.from({ length: PUBLISHED + 1 }, (_, index) => index - PUBLISHED).flatMap((months) => {
    const day = addMonths(today, months);
    const monthly = waveOn(PLAN.name, day, 'levers');
    return months === -12
      ? [monthly, waveOn('Confort numérique', addDays(day, BETWEEN), 'digital')]
      : [monthly];
  });
}

/** The day the open wave opened, which the others of the plan are counted from: YYYY-MM-DD. */
export function openingOf(now: Date): string {
  return addDays(dayIn(ZONE, now), -OPENED);
}

/** The day on which the plan goes on. */
export function nextWaveOn(now: Date): string {
  const day = openingOf(now);
  return nextOpening({ ...PLAN, starts_on: day, next_on: day }, day);
}
