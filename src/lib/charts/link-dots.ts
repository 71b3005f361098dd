import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { ChartConfiguration, Plugin } from 'chart.js';
import { integer, signed } from '$lib/i18n/format';
import { font, scoreAxis, STILL, tooltip } from './axes';
import type { Drawing } from './drawing';
import type { Look } from './look';
import { pointNames } from './quadrant-labels';

/** Both sides of a team, at a moment where there is one. */
export interface LinkDot {
  ex: number;
  cx: number;
  name: string;
}

export interface DotWords {
  /** What the axes measure. */
  customers: string;
  employees: string;
}

/** More dots than this are a cloud, where names would hide the dots. */
const NAMED = 14;

/** Of a dot, in pixels. */
const RADIUS = 5.5;

/** Least length of an axis, in points: less would make much of little. */
const LEAST_LENGTH = 20;

/**
 * Dots with employees on the axis below and customers on the one to the left, both with the same scale.
 *
 * @param centred whether they are deviations, with 0 in the middle; else scores from 0 to 100
 */
export function linkDots(dots: LinkDot[], words: DotWords, centred: boolean): Drawing {
  return (look) => {
    const range = rangeOf(dots, centred);
    const axis = (name: string, color: string) => ({
      ...scoreAxis(look),
      ...range,
      title: { display: true, text: name, color, font: { ...font(look), weight: 600 } },
      ticks: {
        ...scoreAxis(look).ticks,
        stepSize: undefined,
        maxTicksLimit: 7,
        callback: (value: string | number) => written(Number(value), centred)
      }
    });
    const config: ChartConfiguration<'scatterWithErrorBars'> = {
      type: 'scatterWithErrorBars',
      data: {
        datasets: [
          {
            data: dots.map(({ ex, cx }) => ({ x: ex, y: cx })),
            backgroundColor: `color-mix(in srgb, ${look.ink} 45%, transparent)`,
            borderColor: look.surface,
            borderWidth: 1,
            radius: dots.length > 100 ? 4 : RADIUS,
            hoverRadius: 7,
            clip: false
          } as never
        ]
      },
      options: {
        ...STILL,
        layout: { padding: { top: 0.5 * look.textSize, right: look.textSize } },
        interaction: { mode: 'nearest', intersect: false },
        scales: {
          x: axis(words.employees, look.employees),
          y: axis(words.customers, look.customers)
        } as never,
        plugins: {
          annotation: { annotations: centred ? middles(look) : [] },
          tooltip: {
            ...tooltip(look),
            callbacks: { label: ({ dataIndex }) => said(dots[dataIndex], centred) }
          }
        }
      },
      plugins: centred || dots.length > NAMED ? [] : [namesOf(dots, look)]
    };
    return config as unknown as ReturnType<Drawing>;
  };
}

/** "+3" of a deviation, "63" of a score. */
export function written(value: number, centred: boolean): string {
  return centred ? signed(value) : integer(value);
}

function said(dot: LinkDot | undefined, centred: boolean): string {
  if (!dot) return '';
  return `${dot.name} · EX ${written(dot.ex, centred)} · CX ${written(dot.cx, centred)}`;
}

/** The same on both axes. */
function rangeOf(dots: LinkDot[], centred: boolean): { min: number; max: number } {
  const values = dots.flatMap(({ ex, cx }) => [ex, cx]);
  if (centred) {
    const furthest = Math.max(LEAST_LENGTH / 4, ...values.map(Math.abs));
    const max = 5 * Math.ceil(furthest / 5);
    return { min: -max, max };
  }
  const min = Math.max(0, 10 * Math.floor(Math.min(100, ...values) / 10));
  const max = Math.min(100, 10 * Math.ceil(Math.max(0, ...values) / 10));
  if (max - min >= LEAST_LENGTH) return { min, max };
  return max + LEAST_LENGTH - (max - min) <= 100
    ? { min, max: min + LEAST_LENGTH }
    : { min: max - LEAST_LENGTH, max };
}

/** Where both sides are as usual. */
function middles(look: Look): AnnotationOptions[] {
  const line = {
    type: 'line' as const,
    borderColor: look.inkSoft,
    borderWidth: 1,
    drawTime: 'beforeDatasetsDraw' as const
  };
  return [
    { ...line, xMin: 0, xMax: 0 },
    { ...line, yMin: 0, yMax: 0 }
  ];
}

function namesOf(dots: LinkDot[], look: Look): Plugin {
  const named = dots.map(({ name }, index) => ({ index, name, color: look.ink }));
  return pointNames(named, RADIUS, () => ({ texts: [], lines: [] }), look);
}
