import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { ChartConfiguration, Scale } from 'chart.js';
import { decimal, integer, signed } from '$lib/i18n/format';
import { font, scoreAxis, STILL, tooltip } from './axes';
import type { Drawing } from './drawing';
import { directions } from './lag-directions';
import type { Look } from './look';
import { withheld } from './withheld';

/** A correlation at one lag, with its 95 % interval, in [-1, 1]; null where there are too few pairs. */
export interface LagMark {
  lag: number;
  value: number | null;
  low: number;
  high: number;
  pairs: number;
}

export interface LagWords {
  /** What lags are counted in, as the name of their axis. */
  lag: string;
  /** Who follows whom, left and right of no lag. */
  employeesFollow: string;
  customersFollow: string;
  tooFew: string;
}

/** Every correlation that was tried, by lag: who moves first stands on its own side, in its own hue. */
export function correlationByLag(
  lags: LagMark[],
  strongest: number | null,
  smallest: number,
  words: LagWords
): Drawing {
  return (look, alone) => {
    const furthest = Math.max(...lags.map(({ lag }) => Math.abs(lag)));
    const config: ChartConfiguration<'scatterWithErrorBars'> = {
      type: 'scatterWithErrorBars',
      data: {
        datasets: [
          seriesOf(lags, (lag) => lag < 0, look.customers, strongest, look),
          seriesOf(lags, (lag) => lag === 0, look.ink, strongest, look),
          seriesOf(lags, (lag) => lag > 0, look.employees, strongest, look)
        ]
      },
      options: {
        ...STILL,
        layout: { padding: { right: 4 } },
        interaction: { mode: 'nearest', axis: 'x', intersect: false },
        scales: {
          x: {
            type: 'linear',
            min: -furthest - 0.5,
            max: furthest + 0.5,
            grid: { display: false },
            border: { color: look.line },
            title: { display: true, text: words.lag, color: look.inkSoft, font: font(look) },
            afterBuildTicks: (scale: Scale) => void (scale.ticks = lags.map(({ lag }) => ({ value: lag }))),
            ticks: {
              color: look.inkSoft,
              font: font(look),
              maxRotation: 0,
              autoSkipPadding: 6,
              callback: (value: string | number) => signed(Number(value))
            }
          },
          y: {
            ...scoreAxis(look),
            min: -1,
            max: 1,
            ticks: {
              ...scoreAxis(look).ticks,
              stepSize: 0.5,
              callback: (value: string | number) => decimal(Number(value))
            }
          }
        } as never,
        plugins: {
          annotation: { annotations: marksOf(lags, strongest, smallest, words, look) },
          tooltip: {
            ...tooltip(look),
            callbacks: { label: ({ parsed }) => said(lags.find(({ lag }) => lag === parsed.x)) }
          }
        }
      },
      plugins: alone ? [directions(words, look)] : []
    };
    return config as unknown as ReturnType<Drawing>;
  };
}

/** A correlation as pages write it: "0,52". */
export function coefficient(value: number): string {
  return decimal(value, 2);
}

function seriesOf(
  lags: LagMark[],
  isOfIt: (lag: number) => boolean,
  color: string,
  strongest: number | null,
  look: Look
) {
  const marks = lags.filter(({ lag, value }) => isOfIt(lag) && value !== null);
  return {
    data: marks.map(({ lag, value, low, high }) => ({ x: lag, y: value ?? 0, yMin: low, yMax: high })),
    borderColor: color,
    // The strongest is filled, the others are rings: it is not told by its hue.
    backgroundColor: marks.map(({ lag }) => (lag === strongest ? color : look.surface)),
    borderWidth: 2,
    radius: marks.map(({ lag }) => (lag === strongest ? 7 : 4)),
    hoverRadius: 7,
    clip: false,
    errorBarColor: color,
    errorBarLineWidth: 1.5,
    errorBarWhiskerColor: color,
    errorBarWhiskerLineWidth: 1.5,
    errorBarWhiskerSize: 6,
    errorBarWhiskerRatio: 0
  } as never;
}

function said(mark: LagMark | undefined): string {
  if (!mark || mark.value === null) return '';
  const [value, low, high] = [mark.value, mark.low, mark.high].map(coefficient);
  return `${signed(mark.lag)} · ${value} [${low} ; ${high}] · n = ${integer(mark.pairs)}`;
}

function marksOf(
  lags: LagMark[],
  strongest: number | null,
  smallest: number,
  words: LagWords,
  look: Look
): AnnotationOptions[] {
  const best = lags.find(({ lag }) => lag === strongest);
  return [
    {
      type: 'box',
      yMin: -smallest,
      yMax: smallest,
      backgroundColor: look.sunken,
      borderWidth: 0,
      drawTime: 'beforeDatasetsDraw'
    },
    { type: 'line', yMin: 0, yMax: 0, borderColor: look.ink, borderWidth: 1, drawTime: 'beforeDatasetsDraw' },
    ...untold(lags).map(({ from, to }, i) =>
      withheld({ xMin: from - 0.4, xMax: to + 0.4 }, i === 0 ? words.tooFew : '', look, true)
    ),
    ...(best && best.value !== null
      ? [
          {
            type: 'label' as const,
            xValue: best.lag,
            yValue: best.value < 0 ? best.low : best.high,
            yAdjust: (best.value < 0 ? 0.8 : -0.8) * look.textSize,
            content: coefficient(best.value),
            color: look.ink,
            font: { ...font(look), weight: 600 as const },
            padding: 0
          }
        ]
      : [])
  ];
}

/** Neighbouring lags without a correlation, as one field each. */
function untold(lags: LagMark[]): { from: number; to: number }[] {
  const fields: { from: number; to: number }[] = [];
  for (const { lag, value } of lags) {
    const last = fields.at(-1);
    if (value !== null) continue;
    if (last?.to === lag - 1) last.to = lag;
    else fields.push({ from: lag, to: lag });
  }
  return fields;
}
