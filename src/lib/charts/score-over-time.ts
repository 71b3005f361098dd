import type { ChartConfiguration, Scale } from 'chart.js';
import { integer, monthOnly } from '$lib/i18n/format';
import type { Estimate } from '$lib/statistics/estimate';
import { scoreAxis, STILL, timeAxis, tooltip } from './axes';
import { directLabels, lastHeight, roomFor } from './direct-labels';
import type { Drawing } from './drawing';
import type { Look } from './look';
import { intervalText, scoreText } from './score-columns';
import { dayOf, flags, hatches, MARGIN, numberOf, SIGNS, type TimeMark } from './time-marks';

/** One moment at which a score was taken. */
export interface ScoreMoment {
  /** YYYY-MM-DD */
  day: string;
  name: string;
  /** In [0, 100]; null for a figure that is withheld. */
  score: Estimate | null;
  reference: Estimate | null;
}

interface Words {
  own: string;
  reference: string;
  tooFew: string;
}

/** Room that the name of a moment needs, in text sizes. */
const TICK = 5;

/** A score in time with its intervals, beside that of others; where it is withheld, time is hatched. */
export function scoreOverTime(moments: ScoreMoment[], marks: TimeMark[], words: Words): Drawing {
  return (look) => {
    const days = moments.map(({ day }) => numberOf(day));
    const labels = labelsOf(moments, words, look);
    const config: ChartConfiguration<'scatterWithErrorBars'> = {
      type: 'scatterWithErrorBars',
      data: {
        datasets: [
          { data: pointsOf(moments, 'score'), ...OWN, ...inColor(look.employees) } as never,
          { data: pointsOf(moments, 'reference'), ...REFERENCE, ...inColor(look.inkSoft) } as never
        ]
      },
      options: {
        ...STILL,
        layout: {
          padding: {
            right: roomFor(labels, look) + look.textSize,
            top: marks.length > 0 ? SIGNS * look.textSize : 0
          }
        },
        interaction: { mode: 'nearest', axis: 'x', intersect: false },
        scales: {
          x: {
            type: 'linear',
            min: (days[0] ?? 0) - MARGIN,
            max: (days.at(-1) ?? 0) + MARGIN,
            ...timeAxis(look),
            afterBuildTicks: (scale: Scale) => void (scale.ticks = thinned(days, scale, look)),
            ticks: {
              ...timeAxis(look).ticks,
              autoSkip: false,
              callback: (value: number, index: number, ticks: { value: number }[]) =>
                tickOf(value, ticks[index - 1]?.value)
            }
          },
          y: scoreAxis(look)
        } as never,
        plugins: {
          annotation: {
            annotations: hatches(days, moments, words.tooFew, look)
          },
          tooltip: {
            ...tooltip(look),
            callbacks: {
              title: ([item]) => momentAt(moments, item?.parsed.x)?.name ?? '',
              label: ({ parsed, datasetIndex }) => told(momentAt(moments, parsed.x), datasetIndex, words)
            }
          }
        }
      },
      plugins: [
        flags(marks, look),
        directLabels(labels, look, (chart) => labels.map(({ dataset }) => lastHeight(chart, dataset)))
      ]
    };
    return config as unknown as ReturnType<Drawing>;
  };
}

const OWN = { showLine: true, borderWidth: 2, radius: 4, hoverRadius: 5, clip: false };
const REFERENCE = {
  showLine: true,
  borderWidth: 1.5,
  borderDash: [4, 4],
  pointStyle: 'rectRot',
  radius: 3.5,
  hoverRadius: 4.5,
  clip: false,
  order: 1
};

function inColor(color: string) {
  return {
    borderColor: color,
    backgroundColor: color,
    errorBarColor: color,
    errorBarLineWidth: 1.5,
    errorBarWhiskerColor: color,
    errorBarWhiskerLineWidth: 1.5,
    errorBarWhiskerSize: 6,
    errorBarWhiskerRatio: 0
  };
}

/** A moment without a figure keeps its place, so that no line is drawn across it. */
function pointsOf(moments: ScoreMoment[], which: 'score' | 'reference') {
  return moments.map(({ day, [which]: estimate }) => {
    const { value, low, high } = estimate ?? { value: Number.NaN, low: Number.NaN, high: Number.NaN };
    // Those to compare with are many: their interval is in the table, and would hide the other here.
    return which === 'score'
      ? { x: numberOf(day), y: value, yMin: low, yMax: high }
      : { x: numberOf(day), y: value, yMin: value, yMax: value };
  });
}

function labelsOf(moments: ScoreMoment[], words: Words, look: Look) {
  const has = (which: 'score' | 'reference') => moments.some(({ [which]: estimate }) => estimate !== null);
  return [
    ...(has('score') ? [{ text: words.own, color: look.employees, dataset: 0 }] : []),
    ...(has('reference') ? [{ text: words.reference, color: look.inkSoft, dataset: 1 }] : [])
  ];
}

/** As many moments as the axis has room to name, the last one among them. */
function thinned(days: number[], { chart }: Scale, look: Look): { value: number }[] {
  const room = Math.max(2, Math.floor(chart.width / (TICK * look.textSize)));
  const step = Math.ceil(days.length / room);
  return days.flatMap((value, i) => ((days.length - 1 - i) % step === 0 ? [{ value }] : []));
}

/** The year stands below the first month that is named of it. */
function tickOf(value: number, before: number | undefined): string[] {
  const [day, last] = [value, before].map((each) => each !== undefined && dayOf(each));
  if (!day) return [];
  const year = day.slice(0, 4);
  return last && last.startsWith(year) ? [monthOnly(day)] : [monthOnly(day), year];
}

function momentAt(moments: ScoreMoment[], x: number | null | undefined): ScoreMoment | undefined {
  return moments.find(({ day }) => numberOf(day) === x);
}

function told(moment: ScoreMoment | undefined, dataset: number, words: Words): string {
  const estimate = dataset === 1 ? moment?.reference : moment?.score;
  if (!estimate) return '';
  const name = dataset === 1 ? words.reference : words.own;
  return `${name} · ${scoreText(estimate)} (${intervalText(estimate)}) · n = ${integer(estimate.n)}`;
}
