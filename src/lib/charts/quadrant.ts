import type { ChartConfiguration, Scale } from 'chart.js';
import { integer } from '$lib/i18n/format';
import type { Estimate } from '$lib/statistics/estimate';
import { font, scoreAxis, STILL, tooltip } from './axes';
import type { Drawing } from './drawing';
import { intervals } from './intervals';
import type { Look } from './look';
import { barsOf, linesIn } from './quadrant-bars';
import { writtenIn } from './quadrant-corners';
import { crossingOf, quadrantGround, type OfBoth } from './quadrant-ground';
import { pointNames } from './quadrant-labels';
import { marksOf, type Position } from './quadrant-marks';
import { bandOf, CROWD, extremesOf, windowOf } from './quadrant-scale';
import { intervalText, scoreText } from './score-columns';

/** One team of the picture. */
export interface QuadrantPoint {
  name: string;
  href: string;
  /** In [0, 100]. */
  cx: Estimate;
  ex: Estimate;
  position: Position;
  /** Said below its figures; '' for nothing. */
  detail: string;
}

export interface QuadrantWords {
  /** The names of both scales. */
  cx: string;
  ex: string;
  positions: Record<Position, string>;
}

/** Around the square, in text sizes: equal sums across and down keep it one on a square canvas. */
const ROOM = { left: 4, right: 2, top: 2.1, bottom: 3.9 };

/** Of a point, in text sizes: one of a few, and one of a crowd. */
const RADIUS = 0.42;
const SMALL = 0.27;

/** Of the grid, in points. */
const STEP = { whole: 20, part: 10 };

/**
 * Teams between the scales of both sides, with the intervals of both. Customers upwards on the left, employees to the
 * right at the bottom, one length for a point of either.
 *
 * @param cuts from which score a side counts as well
 * @param pointAt told what the pointer is on: the address of a team, or null
 */
export function quadrant(
  points: QuadrantPoint[],
  cuts: OfBoth,
  words: QuadrantWords,
  pointAt: (href: string | null) => void
): Drawing {
  // What is decided is drawn above what is not.
  const drawn = [...points].sort((a, b) => Number(isDecided(a)) - Number(isDecided(b)));
  const shown = windowOf(points, cuts);
  const counts = countsOf(points);
  const bands = { cx: bandOf(points.map(({ cx }) => cx)), ex: bandOf(points.map(({ ex }) => ex)) };
  const named = extremesOf(drawn, cuts);

  return (look) => {
    const radius = (points.length > CROWD ? SMALL : RADIUS) * look.textSize;
    const config: ChartConfiguration<'scatterWithErrorBars'> = {
      type: 'scatterWithErrorBars',
      data: {
        datasets: [
          {
            data: drawn.map(({ cx, ex }) => ({ x: ex.value, y: cx.value })),
            ...marksOf(
              drawn.map(({ position }) => position),
              radius,
              look
            ),
            clip: false,
            hitRadius: 6
          } as never
        ]
      },
      options: {
        ...STILL,
        // The shape of a picture of its own.
        aspectRatio: 1,
        layout: {
          autoPadding: false,
          padding: { top: ROOM.top * look.textSize, right: ROOM.right * look.textSize }
        },
        interaction: { mode: 'nearest', intersect: true },
        onHover: (_, [active]) => pointAt(active ? (drawn[active.index]?.href ?? null) : null),
        scales: {
          x: axis(
            shown,
            words.ex,
            look.employees,
            look,
            (scale) => (scale.height = ROOM.bottom * look.textSize)
          ),
          y: axis(shown, words.cx, look.customers, look, (scale) => (scale.width = ROOM.left * look.textSize))
        },
        plugins: {
          tooltip: {
            ...tooltip(look),
            callbacks: {
              title: ([item]) => drawn[item?.dataIndex ?? 0]?.name ?? '',
              label: ({ dataIndex }) => told(drawn[dataIndex], words)
            }
          }
        }
      },
      plugins: [
        quadrantGround({ cuts, bands, names: words.positions, counts }, look),
        intervals((chart) => barsOf(chart, drawn, look)),
        pointNames(
          named.map((index) => ({
            index,
            name: drawn[index]?.name ?? '',
            color: isDecided(drawn[index]) ? look.ink : look.inkSoft
          })),
          radius,
          (chart) => ({
            texts: writtenIn(chart, crossingOf(chart, cuts), words.positions, counts, look),
            lines: linesIn(chart, drawn, cuts)
          }),
          look
        )
      ]
    };
    return config as unknown as ReturnType<Drawing>;
  };
}

function isDecided(point: QuadrantPoint | undefined): boolean {
  return point?.position !== 'undetermined';
}

function countsOf(points: QuadrantPoint[]): Record<Position, number> {
  const counts = { both: 0, customers: 0, employees: 0, neither: 0, undetermined: 0 };
  for (const { position } of points) counts[position]++;
  return counts;
}

function axis(
  shown: { min: number; max: number },
  name: string,
  color: string,
  look: Look,
  fit: (scale: Scale) => void
) {
  const stepSize = shown.max - shown.min > 60 ? STEP.whole : STEP.part;
  const { ticks, ...rest } = scoreAxis(look);
  return {
    ...rest,
    ...shown,
    border: { display: true, color: look.line },
    ticks: { ...ticks, stepSize, includeBounds: false },
    title: { display: true, text: name, color, font: { ...font(look), weight: 600 as const } },
    afterFit: fit
  };
}

function told(point: QuadrantPoint | undefined, { cx, ex, positions }: QuadrantWords): string[] {
  if (!point) return [];
  const side = (name: string, estimate: Estimate) =>
    `${name} · ${scoreText(estimate)} (${intervalText(estimate)}) · n = ${integer(estimate.n)}`;
  const lines = [side(cx, point.cx), side(ex, point.ex), positions[point.position], point.detail];
  return lines.filter(Boolean);
}
