import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { font } from './axes';
import type { Look } from './look';
import { withheld } from './withheld';

/** Something that happened, marked on the axis of time with a sign that a list beside the chart explains. */
export interface TimeMark {
  /** YYYY-MM-DD */
  day: string;
  sign: string;
}

/** Left and right of the first and last moment, in days: half of a month. */
export const MARGIN = 15;

/** On a narrower part of the chart, words stand upright. */
const ROOM = 0.45;

const DAY = 24 * 3600 * 1000;

/** A band for each row of moments without a figure, half the way to those around it; the widest says why. */
export function hatches(
  days: number[],
  moments: { score: unknown }[],
  tooFew: string,
  look: Look
): AnnotationOptions[] {
  const whole = (days.at(-1) ?? 0) - (days[0] ?? 0) + 2 * MARGIN;
  const bands = bandsOf(days, moments);
  const widest = Math.max(...bands.map(({ xMin, xMax }) => xMax - xMin));
  const speaking = bands.findIndex(({ xMin, xMax }) => xMax - xMin === widest);
  return bands.map((band, i) => withheld(band, i === speaking ? tooFew : '', look, widest < ROOM * whole));
}

function bandsOf(days: number[], moments: { score: unknown }[]): { xMin: number; xMax: number }[] {
  const middle = (a: number | undefined, b: number | undefined, end: number) =>
    a === undefined || b === undefined ? end : (a + b) / 2;
  return moments.flatMap(({ score }, first) => {
    if (score || moments[first - 1]?.score === null) return [];
    const length = moments.slice(first).findIndex((moment) => moment.score !== null);
    const last = length < 0 ? moments.length - 1 : first + length - 1;
    const [from, to] = [days[first] ?? 0, days[last] ?? 0];
    return [
      {
        xMin: middle(days[first - 1], from, from - MARGIN),
        xMax: middle(to, days[last + 1], to + MARGIN)
      }
    ];
  });
}

/** The line of a mark, where it falls into the time that is shown. */
export function flag({ day, sign }: TimeMark, days: number[], look: Look): AnnotationOptions[] {
  const x = numberOf(day);
  if (x < (days[0] ?? 0) - MARGIN || x > (days.at(-1) ?? 0) + MARGIN) return [];
  return [
    {
      type: 'line',
      xMin: x,
      xMax: x,
      borderColor: look.ink,
      borderWidth: 1.5,
      borderDash: [2, 3],
      drawTime: 'beforeDatasetsDraw',
      label: {
        display: true,
        content: sign,
        position: 'start',
        yAdjust: -1.1 * look.textSize,
        color: look.surface,
        backgroundColor: look.ink,
        borderRadius: 8,
        padding: { x: 5, y: 1 },
        font: { ...font(look), weight: 600 }
      }
    }
  ];
}

/** A day as the axis of time counts it. */
export function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

export function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
