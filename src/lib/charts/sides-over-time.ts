import type { Chart, ChartConfiguration, Scale } from 'chart.js';
import { integer } from '$lib/i18n/format';
import type { Estimate } from '$lib/statistics/estimate';
import { scoreAxis, STILL, timeAxis, tooltip } from './axes';
import { bands } from './bands';
import { directLabels, lastHeight, roomFor } from './direct-labels';
import type { Drawing } from './drawing';
import { intervals, type Bar } from './intervals';
import type { Look } from './look';
import { marginOf, runsOf, ticksOf } from './moment-axis';
import { numbersBelow, ROWS } from './numbers-below';
import { intervalText, scoreText } from './score-columns';
import { SHAPES } from './shapes';
import { SIDE_SHAPES, sideColor } from './sides';
import { flags, hatches, numberOf, SIGNS, type TimeMark } from './time-marks';
import { withheld } from './withheld';

/** One moment of both curves. */
export interface SidesMoment {
  /** As the axis and the table call it: "mars 2026", "T1 2026". */
  name: string;
  /** YYYY-MM-DD, the middle of it: what happened on a day is marked where it falls in between. */
  day: string;
  /** In [0, 100]; null for too few to tell. */
  customers: Estimate | null;
  employees: Estimate | null;
  /** Whether its figures still move. */
  isProvisional: boolean;
}

interface Words {
  customers: string;
  employees: string;
  tooFew: string;
  provisional: string;
}

/** Customers first, as everywhere. */
const BOTH = ['customers', 'employees'] as const;
type Both = (typeof BOTH)[number];

/** Lines differ by more than their hue; what still moves is dotted, whosever it is. */
const DASHES: Record<Both, number[]> = { customers: [], employees: [9, 4] };
const DOTTED = [1.5, 3.5];

/** Of a point, in pixels, and as a share of the way from one to the next. */
const RADIUS = 4;
const LEAST = 1.75;
const TOUCHING = 0.25;

/** The strip that says that a side is missing, in points of the scale: customers above, employees below. */
const STRIPS = { customers: { yMin: 94, yMax: 100 }, employees: { yMin: 0, yMax: 6 } };

/** Of a name on the axis of time, in letters, when it has none that is longer. */
const NAME = 5;

/** Both sides in time on one scale, with their intervals as bands, and what happened in between. */
export function sidesOverTime(moments: SidesMoment[], marks: TimeMark[], words: Words): Drawing {
  return (look) => {
    const days = moments.map(({ day }) => numberOf(day));
    const margin = marginOf(days);
    const present = BOTH.filter((side) => moments.some(({ [side]: estimate }) => estimate !== null));
    const labels = present.map((side) => ({ text: words[side], color: sideColor(side, look) }));
    const config: ChartConfiguration<'scatterWithErrorBars'> = {
      type: 'scatterWithErrorBars',
      data: { datasets: BOTH.map((side) => datasetOf(moments, side, look) as never) },
      options: {
        ...STILL,
        layout: {
          padding: { right: roomFor(labels, look), top: (marks.length > 0 ? SIGNS : 0.5) * look.textSize }
        },
        interaction: { mode: 'index', axis: 'x', intersect: false },
        scales: {
          x: {
            type: 'linear',
            min: (days[0] ?? 0) - margin,
            max: (days.at(-1) ?? 0) + margin,
            ...timeAxis(look),
            afterBuildTicks: (scale: Scale) => void (scale.ticks = ticksIn(scale, moments, days, look)),
            ticks: {
              ...timeAxis(look).ticks,
              autoSkip: false,
              callback(this: Scale, _: number, index: number) {
                return ticksIn(this, moments, days, look)[index]?.label;
              }
            },
            afterFit: (scale: Scale) => void (scale.height += ROWS * look.textSize)
          },
          y: scoreAxis(look)
        } as never,
        plugins: {
          annotation: { annotations: missingIn(moments, days, margin, words, look) },
          tooltip: {
            ...tooltip(look),
            callbacks: {
              title: ([item]) => nameOf(moments[item?.dataIndex ?? 0], words),
              label: ({ dataIndex, datasetIndex }) => told(moments[dataIndex], BOTH[datasetIndex], words)
            }
          }
        }
      },
      plugins: [
        bands(
          BOTH.map((side) => ({
            points: moments.map(({ [side]: estimate }, i) => estimate && { x: days[i] ?? 0, ...estimate }),
            color: sideColor(side, look),
            dash: DASHES[side]
          }))
        ),
        intervals(() => alone(moments, days, look)),
        flags(marks, look),
        numbersBelow(
          present.map((side) => ({
            shape: SIDE_SHAPES[side],
            color: sideColor(side, look),
            numbers: new Map(moments.map(({ [side]: estimate }, i) => [days[i] ?? 0, estimate?.n ?? null]))
          })),
          look
        ),
        directLabels(labels, look, (chart) => present.map((side) => lastHeight(chart, BOTH.indexOf(side))))
      ]
    };
    return config as unknown as ReturnType<Drawing>;
  };
}

function datasetOf(moments: SidesMoment[], side: Both, look: Look) {
  const color = sideColor(side, look);
  const shape = SIDE_SHAPES[side];
  const isProvisional = (i: number) => moments[i]?.isProvisional ?? false;
  return {
    // A moment without a figure keeps its place, so that no line is drawn across it.
    data: moments.map(({ day, [side]: estimate }) => ({
      x: numberOf(day),
      y: estimate?.value ?? Number.NaN
    })),
    showLine: true,
    clip: false,
    borderColor: color,
    borderWidth: 2,
    borderDash: DASHES[side],
    segment: {
      borderDash: ({ p1DataIndex }: { p1DataIndex: number }) =>
        isProvisional(p1DataIndex) ? DOTTED : undefined
    },
    pointStyle: shape,
    radius: ({ chart }: { chart: Chart }) => radiusIn(chart, moments.length) * SHAPES[shape],
    hoverRadius: (RADIUS + 1) * SHAPES[shape],
    backgroundColor: moments.map((_, i) => (isProvisional(i) ? look.surface : color))
  };
}

/** Points that would touch each other are smaller. */
function radiusIn({ width }: Chart, count: number): number {
  return Math.max(LEAST, Math.min(RADIUS, (TOUCHING * width) / count));
}

/** The intervals that no band shows, because nothing is known before and after. */
function alone(moments: SidesMoment[], days: number[], look: Look): Bar[] {
  return BOTH.flatMap((side) =>
    runsOf(moments.map(({ [side]: estimate }) => estimate)).flatMap(({ first, last }): Bar[] => {
      const estimate = moments[first]?.[side];
      if (first !== last || !estimate) return [];
      const { low, high } = estimate;
      return [{ x: days[first] ?? 0, y: [low, high], color: sideColor(side, look), width: 1.5, opacity: 1 }];
    })
  );
}

function ticksIn({ chart }: Scale, moments: SidesMoment[], days: number[], look: Look) {
  const names = moments.map(({ name }) => name);
  const longest = Math.max(NAME, ...names.map((name) => name.replace(/\s\d{4}$/, '').length));
  return ticksOf(days, names, chart.width / (0.7 * longest * look.textSize));
}

/** Where both sides are missing all of the time is hatched, where one is, a strip on its side. */
function missingIn(moments: SidesMoment[], days: number[], margin: number, words: Words, look: Look) {
  if (moments.length === 0) return [withheld({}, words.tooFew, look)];
  const whole = moments.map(({ customers, employees }) => ({ score: customers ?? employees }));
  return [
    ...hatches(days, whole, words.tooFew, look, { margin }),
    ...BOTH.flatMap((side) => {
      const alone = moments.map(({ [side]: estimate }, i) => ({ score: whole[i]?.score ? estimate : true }));
      const strip = STRIPS[side];
      return hatches(days, alone, `${words[side]} · ${words.tooFew}`, look, { margin, strip });
    })
  ];
}

/** What a moment is called where there is room: a name whose figures still move says so. */
export function nameOf(moment: SidesMoment | undefined, { provisional }: Pick<Words, 'provisional'>): string {
  if (!moment) return '';
  return moment.isProvisional ? `${moment.name} · ${provisional}` : moment.name;
}

function told(moment: SidesMoment | undefined, side: Both | undefined, words: Words): string {
  const estimate = side && moment?.[side];
  if (!estimate) return '';
  return `${words[side]} · ${scoreText(estimate)} (${intervalText(estimate)}) · n = ${integer(estimate.n)}`;
}
