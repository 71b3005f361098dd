import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { Chart, Plugin } from 'chart.js';
import type { Look } from './look';
import { spread } from './spread';
import { withheld } from './withheld';

/** Something that happened, marked on the axis of time with a sign that a list beside the chart explains. */
export interface TimeMark {
  /** YYYY-MM-DD */
  day: string;
  sign: string;
  /** What happened by itself is round and filled, as is what is not said; what somebody did is square and open. */
  kind?: 'event' | 'action';
}

/** Left and right of the first and last moment, in days: half of a month. */
export const MARGIN = 15;

/** On a narrower part of the chart, words stand upright. */
const ROOM = 0.45;

/** The room above a chart that signs need, and the size of one, in text sizes. */
export const SIGNS = 1.75;
const SIGN = 1.25;

/** The usual width of a letter, in text sizes. */
const LETTER = 0.55;

const DAY = 24 * 3600 * 1000;

interface Hatched {
  /** Half the way from one moment to the next, in days. */
  margin?: number;
  /** A part of the scale instead of all of it, where only a part is withheld. */
  strip?: { yMin: number; yMax: number };
}

/** A band for each row of moments without a figure, half the way to those around it; the widest says why. */
export function hatches(
  days: number[],
  moments: { score: unknown }[],
  tooFew: string,
  look: Look,
  { margin = MARGIN, strip }: Hatched = {}
): AnnotationOptions[] {
  const whole = (days.at(-1) ?? 0) - (days[0] ?? 0) + 2 * margin;
  const bands = bandsOf(days, moments, margin);
  const widest = Math.max(...bands.map(({ xMin, xMax }) => xMax - xMin));
  const speaking = bands.findIndex(({ xMin, xMax }) => xMax - xMin === widest);
  const isUpright = !strip && widest < ROOM * whole;
  return bands.map((band, i) => {
    const share = (band.xMax - band.xMin) / whole;
    const needed = isUpright ? 1.5 : LETTER * tooFew.length + 1;
    const fits = ({ chart }: { chart: Chart }) => share * chart.width > needed * look.textSize;
    return withheld({ ...band, ...strip }, i === speaking ? tooFew : '', look, isUpright, fits);
  });
}

function bandsOf(
  days: number[],
  moments: { score: unknown }[],
  margin: number
): { xMin: number; xMax: number }[] {
  const middle = (a: number | undefined, b: number | undefined, end: number) =>
    a === undefined || b === undefined ? end : (a + b) / 2;
  return moments.flatMap(({ score }, first) => {
    if (score || moments[first - 1]?.score === null) return [];
    const length = moments.slice(first).findIndex((moment) => moment.score !== null);
    const last = length < 0 ? moments.length - 1 : first + length - 1;
    const [from, to] = [days[first] ?? 0, days[last] ?? 0];
    return [
      {
        xMin: middle(days[first - 1], from, from - margin),
        xMax: middle(to, days[last + 1], to + margin)
      }
    ];
  });
}

/** The lines of marks, where they fall into the time that is shown, with their signs above, none over another. */
export function flags(marks: TimeMark[], look: Look): Plugin {
  return {
    id: 'flags',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea: area, scales } = chart;
      const { min = 0, max = 0 } = scales.x ?? {};
      const shown = marks.filter(({ day }) => numberOf(day) >= min && numberOf(day) <= max);
      const wanted = shown.map(({ day }) => scales.x?.getPixelForValue(numberOf(day)) ?? 0);
      const side = SIGN * look.textSize;
      const places = spread(wanted, side + 2, area.left - side, area.right + side);
      ctx.save();
      ctx.strokeStyle = look.ink;
      ctx.lineWidth = 1.5;
      shown.forEach((mark, i) => {
        const [x, place] = [wanted[i] ?? 0, places[i] ?? 0];
        ctx.setLineDash([2, 3]);
        ctx.beginPath();
        ctx.moveTo(x, area.bottom);
        ctx.lineTo(x, area.top);
        ctx.lineTo(place, area.top - 0.35 * look.textSize);
        ctx.stroke();
        ctx.setLineDash([]);
        drawSign(chart, mark, place, look);
      });
      ctx.restore();
    }
  };
}

function drawSign({ ctx, chartArea }: Chart, { sign, kind }: TimeMark, x: number, look: Look): void {
  const side = SIGN * look.textSize;
  const top = chartArea.top - 0.35 * look.textSize - side;
  ctx.beginPath();
  ctx.roundRect(x - side / 2, top, side, side, kind === 'action' ? 2 : side / 2);
  ctx.fillStyle = kind === 'action' ? look.surface : look.ink;
  ctx.fill();
  ctx.stroke();
  ctx.font = `600 ${0.85 * look.textSize}px ${look.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = kind === 'action' ? look.ink : look.surface;
  ctx.fillText(sign, x, top + side / 2);
}

/** A day as the axis of time counts it. */
export function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

export function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
