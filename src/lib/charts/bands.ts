import type { Chart, Plugin } from 'chart.js';
import { runsOf } from './moment-axis';

interface Point {
  x: number;
  low: number;
  high: number;
}

interface Band {
  /** In order; null where there is none. */
  points: (Point | null)[];
  color: string;
  /** Of its edges: where two bands overlap, they tell which is which without the hue. */
  dash: number[];
}

/** How much of its colour a band keeps, and its edges. */
const FADED = 0.16;
const EDGE = 0.55;

/** Intervals along lines, below them: a band from point to point. A point without neighbours has a bar, see `intervals`. */
export function bands(all: Band[]): Plugin {
  return {
    id: 'bands',
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      for (const { points, color, dash } of all) {
        ctx.fillStyle = color;
        ctx.strokeStyle = color;
        for (const { first, last } of runsOf(points)) {
          if (first === last) continue;
          const { area, edges } = pathsOf(chart, points.slice(first, last + 1) as Point[]);
          ctx.globalAlpha = FADED;
          ctx.fill(area);
          ctx.globalAlpha = EDGE;
          ctx.setLineDash(dash.map((length) => length / 2));
          ctx.stroke(edges);
        }
      }
      ctx.restore();
    }
  };
}

function pathsOf({ scales }: Chart, points: Point[]): { area: Path2D; edges: Path2D } {
  const at = (value: number, end: number) =>
    [scales.x?.getPixelForValue(value) ?? 0, scales.y?.getPixelForValue(end) ?? 0] as const;
  const edges = new Path2D();
  const area = new Path2D();
  for (const end of ['low', 'high'] as const)
    points.forEach((point, i) => edges[i === 0 ? 'moveTo' : 'lineTo'](...at(point.x, point[end])));
  for (const { x, low } of points) area.lineTo(...at(x, low));
  for (const { x, high } of points.toReversed()) area.lineTo(...at(x, high));
  return { area, edges };
}
