import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { ChartConfiguration, Scale } from 'chart.js';
import { integer } from '$lib/i18n/format';
import type { Estimate } from '$lib/statistics/estimate';
import { font, scoreAxis, STILL, tooltip } from './axes';
import type { Drawing } from './drawing';
import type { Look } from './look';
import { intervalText, scoreText } from './score-columns';
import { SHAPES } from './shapes';
import { SIDE_SHAPES, sideColor, type Side } from './sides';
import { withheld } from './withheld';

/** One line of the chart. */
export interface ScoreGroup {
  name: string;
  /** In [0, 100]; null for a figure that is withheld. */
  score: Estimate | null;
  /** The same figure of those it is compared with. */
  reference: Estimate | null;
  /** Whose score it is, told by hue and shape: the employees' where nothing is said. */
  side?: Side;
}

export interface ScoreWords {
  /** What to write on the line of a withheld figure. */
  tooFew: string;
  /** Whose the marks to compare with are. */
  reference: string;
}

/** Heights in rem: of a line, of the room for the name of the marks, of the axis. */
const ROW = 2.25;
const HEAD = 1.25;
const AXIS = 1.75;
const NARROW_ROW = 3.5;

/** Of a point, in pixels. */
const RADIUS = 5;

/** Whose scores are drawn, a data set each; the marks to compare with come after them. */
const SIDES: Side[] = ['customers', 'employees', 'leaders'];

/** Scores from 0 to 100, one line each, with their intervals and a mark to compare with. */
export function scoreByGroup(groups: ScoreGroup[], words: ScoreWords): Drawing {
  return (look, alone) => {
    const config: ChartConfiguration<'scatterWithErrorBars'> = {
      type: 'scatterWithErrorBars',
      data: {
        datasets: [
          ...SIDES.map((side) => scoresOf(groups, side, look) as never),
          {
            data: groups.flatMap(({ reference }, y) =>
              reference ? [{ x: reference.value, y, xMin: reference.value, xMax: reference.value }] : []
            ),
            ...pointsOf('transparent'),
            borderColor: look.ink,
            backgroundColor: look.surface,
            borderWidth: 1.5,
            pointStyle: 'rectRot',
            radius: 5,
            hoverRadius: 6,
            order: -1
          } as never
        ]
      },
      options: {
        ...STILL,
        layout: { autoPadding: alone, padding: { right: alone ? 16 : 0 } },
        interaction: { mode: 'nearest', axis: 'y', intersect: false },
        scales: {
          x: {
            ...scoreAxis(look),
            afterFit: (scale: Scale) => void (alone || (scale.height = AXIS * look.rem))
          },
          y: {
            min: -0.5 - headOf(groups) / ROW,
            max: groups.length - 0.5,
            reverse: true,
            display: alone,
            grid: { display: false },
            border: { display: false },
            afterBuildTicks: (scale: Scale) => void (scale.ticks = groups.map((_, value) => ({ value }))),
            ticks: {
              autoSkip: false,
              color: look.ink,
              font: font(look),
              callback: (value) => said(groups[Number(value)])
            }
          }
        },
        plugins: {
          annotation: { annotations: [...hatches(groups, words, look), ...named(groups, words, look)] },
          tooltip: {
            ...tooltip(look),
            callbacks: {
              label: ({ parsed, datasetIndex }) => told(groups[parsed.y ?? 0], datasetIndex, words)
            }
          }
        }
      }
    };
    return config as unknown as ReturnType<Drawing>;
  };
}

/** The heights of the page's own labels beside the chart; what is above the first line grows with the lines. */
export function heightsOf(groups: ScoreGroup[]) {
  const head = headOf(groups);
  return { row: ROW, narrowRow: NARROW_ROW, head, narrowHead: (head * NARROW_ROW) / ROW, axis: AXIS };
}

/** There is room for the name of the marks where there are any. */
function headOf(groups: ScoreGroup[]): number {
  return groups.some(({ reference }) => reference !== null) ? HEAD : 0;
}

function scoresOf(groups: ScoreGroup[], of: Side, look: Look) {
  const shape = SIDE_SHAPES[of];
  return {
    data: groups.flatMap(({ score, side = 'employees' }, y) =>
      score && side === of ? [{ x: score.value, y, xMin: score.low, xMax: score.high }] : []
    ),
    ...pointsOf(sideColor(of, look)),
    pointStyle: shape,
    radius: RADIUS * SHAPES[shape],
    hoverRadius: (RADIUS + 1) * SHAPES[shape]
  };
}

function pointsOf(color: string) {
  return {
    borderColor: color,
    backgroundColor: color,
    // 0 and 100 lie on the edge, and are drawn whole.
    clip: false,
    errorBarColor: color,
    errorBarLineWidth: 2,
    errorBarWhiskerColor: color,
    errorBarWhiskerLineWidth: 2,
    errorBarWhiskerSize: 9,
    errorBarWhiskerRatio: 0
  };
}

function said(group: ScoreGroup | undefined): string {
  if (!group?.score) return group?.name ?? '';
  return `${group.name} · ${scoreText(group.score)} (${intervalText(group.score)}) · n = ${integer(group.score.n)}`;
}

function told(group: ScoreGroup | undefined, dataset: number, words: ScoreWords): string {
  return dataset === SIDES.length && group?.reference
    ? `${words.reference} · ${scoreText(group.reference)}`
    : said(group);
}

function hatches(groups: ScoreGroup[], { tooFew }: ScoreWords, look: Look): AnnotationOptions[] {
  return groups.flatMap(({ score }, row) =>
    score ? [] : [withheld({ yMin: row - 0.36, yMax: row + 0.36 }, tooFew, look)]
  );
}

/** Names the first mark, above it, instead of a legend. */
function named(groups: ScoreGroup[], words: ScoreWords, look: Look): AnnotationOptions[] {
  const first = groups.findIndex(({ reference }) => reference !== null);
  const value = groups[first]?.reference?.value;
  if (value === undefined) return [];
  return [
    {
      type: 'label',
      xValue: Math.min(85, Math.max(15, value)),
      yValue: first - 0.5 - (0.45 * HEAD) / ROW,
      content: `◇ ${words.reference}`,
      color: look.inkSoft,
      font: font(look),
      padding: 0
    }
  ];
}
