import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { Chart, ChartConfiguration, Scale } from 'chart.js';
import { integer, signed } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { font, STILL, tooltip } from './axes';
import type { Drawing } from './drawing';
import { ends } from './ends';
import { intervals } from './intervals';
import type { LineFigure } from './lines';
import type { Look } from './look';
import { SHAPES } from './shapes';
import { SIDE_SHAPES, sideColor } from './sides';
import { withheld } from './withheld';

/** One line of the chart. */
export interface BalanceGroup {
  id: string;
  name: string;
  href?: string;
  /** null for too few to tell. */
  value: LineFigure | null;
  /** In whose hue and shape it is drawn; null for nobody's, as a gap whose interval holds zero. */
  side: 'customers' | 'employees' | null;
  note: string;
}

/** In rem: of a line, above the first, of the axis. A narrow line holds its name as well. */
export const HEIGHTS = { row: 2.25, narrowRow: 3.5, head: 1.5, narrowHead: 2.25, axis: 1.75 };

/** Of a point, in pixels. */
const RADIUS = 5;

/** Of the axis, in points: the smallest step that needs at most so many ticks on either side of zero. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100];
const TICKS = 3;

/**
 * Figures on both sides of zero, one line each, with their intervals.
 *
 * @param range its left and its right end. A scale that runs from plus to minus is that of a gap CX - EX: customers on
 *   the left, employees on the right, and its ends in their hues
 */
export function balanceByGroup(
  groups: BalanceGroup[],
  range: [number, number],
  names: { left: string; right: string },
  tooFew: string
): Drawing {
  const [left, right] = range;
  return (look, alone) => {
    const head = HEIGHTS.head * look.rem;
    const isGap = left > right;
    const config: ChartConfiguration<'scatterWithErrorBars'> = {
      type: 'scatterWithErrorBars',
      data: { datasets: [datasetOf(groups, look) as never] },
      options: {
        ...STILL,
        layout: {
          autoPadding: alone,
          padding: alone ? { top: head, right: 16 } : headIn(groups.length, look)
        },
        interaction: { mode: 'nearest', axis: 'y', intersect: false },
        scales: {
          x: {
            min: Math.min(left, right),
            max: Math.max(left, right),
            reverse: isGap,
            grid: { color: look.line, tickLength: 4 },
            border: { display: false },
            ticks: {
              color: look.inkSoft,
              font: font(look),
              stepSize: stepOf(Math.max(Math.abs(left), Math.abs(right))),
              maxRotation: 0,
              callback: (value) => signed(Number(value))
            },
            afterFit: (scale: Scale) => void (alone || (scale.height = HEIGHTS.axis * look.rem))
          },
          y: {
            min: -0.5,
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
          annotation: { annotations: [zero(look), ...hatches(groups, tooFew, look)] },
          tooltip: {
            ...tooltip(look),
            callbacks: { label: ({ parsed }) => told(groups[parsed.y ?? 0]) }
          }
        }
      },
      plugins: [
        intervals(() =>
          groups.flatMap(({ value, side }, y) =>
            value ? [{ x: [value.low, value.high], y, color: colorOf(side, look), width: 2, opacity: 1 }] : []
          )
        ),
        ends(
          { text: names.left, color: isGap ? look.customers : look.inkSoft },
          { text: names.right, color: isGap ? look.employees : look.inkSoft },
          look
        )
      ]
    };
    return config as unknown as ReturnType<Drawing>;
  };
}

/** "+12" */
export function balanceText({ value }: Pick<LineFigure, 'value'>): string {
  return signed(value);
}

/** "+5 à +19" */
export function balanceRange({ low, high }: Pick<LineFigure, 'low' | 'high'>): string {
  return m.chart_from_to({ low: signed(low), high: signed(high) });
}

/** The step between the ticks of an axis that reaches so far from zero. */
export function stepOf(reach: number): number {
  return STEPS.find((step) => reach / step <= TICKS) ?? 100;
}

/** The room above the first line: narrow lines are higher, and so is a canvas of them. */
function headIn(count: number, { rem }: Look) {
  const wide = HEIGHTS.head + HEIGHTS.row * count + HEIGHTS.axis;
  return ({ chart }: { chart: Chart }) => ({
    top: (chart.height > (wide + 0.5) * rem ? HEIGHTS.narrowHead : HEIGHTS.head) * rem
  });
}

function datasetOf(groups: BalanceGroup[], look: Look) {
  const drawn = groups.flatMap(({ value, side }, y) => (value ? [{ x: value.value, y, side }] : []));
  const scaleOf = (side: BalanceGroup['side']) => SHAPES[shapeOf(side)];
  return {
    data: drawn,
    // Both ends lie on the edge, and are drawn whole.
    clip: false,
    pointStyle: drawn.map(({ side }) => shapeOf(side)),
    radius: drawn.map(({ side }) => RADIUS * scaleOf(side)),
    hoverRadius: drawn.map(({ side }) => (RADIUS + 1) * scaleOf(side)),
    borderColor: drawn.map(({ side }) => colorOf(side, look)),
    borderWidth: 2,
    backgroundColor: drawn.map(({ side }) => (side ? colorOf(side, look) : look.surface))
  };
}

function shapeOf(side: BalanceGroup['side']) {
  return side ? SIDE_SHAPES[side] : 'circle';
}

function colorOf(side: BalanceGroup['side'], look: Look): string {
  return side ? sideColor(side, look) : look.inkSoft;
}

function zero(look: Look): AnnotationOptions {
  return {
    type: 'line',
    xMin: 0,
    xMax: 0,
    borderColor: look.ink,
    borderWidth: 1.5,
    drawTime: 'beforeDatasetsDraw'
  };
}

function hatches(groups: BalanceGroup[], tooFew: string, look: Look): AnnotationOptions[] {
  return groups.flatMap(({ value }, row) =>
    value ? [] : [withheld({ yMin: row - 0.36, yMax: row + 0.36 }, tooFew, look)]
  );
}

/** The name of a line on a picture of its own, with the figures that the page writes at its other end. */
function said(group: BalanceGroup | undefined): string {
  return group?.value ? told(group) : (group?.name ?? '');
}

function told(group: BalanceGroup | undefined): string {
  if (!group?.value) return '';
  const { value } = group;
  const number = value.n === null ? '' : ` · ${m.chart_n_is({ n: integer(value.n) })}`;
  return `${group.name} · ${balanceText(value)} (${balanceRange(value)})${number}`;
}
