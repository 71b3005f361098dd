import type { Chart, Plugin } from 'chart.js';

/** An interval between two values, along the axis on which they differ. */
export interface Bar {
  x: number | [number, number];
  y: number | [number, number];
  color: string;
  /** In pixels. */
  width: number;
  /** From 0 to 1. */
  opacity: number;
}

/** How far the ends of an interval reach to either side, in pixels. */
const CAP = 3;

/** Draws intervals below the points they belong to, so that a hollow point stays hollow. */
export function intervals(barsOf: (chart: Chart) => Bar[]): Plugin {
  return {
    id: 'intervals',
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      for (const bar of barsOf(chart)) {
        ctx.globalAlpha = bar.opacity;
        ctx.strokeStyle = bar.color;
        ctx.lineWidth = bar.width;
        ctx.stroke(pathOf(bar, chart));
      }
      ctx.restore();
    }
  };
}

/** An end that lies outside the picture has no cap: the interval goes on. */
function pathOf({ x, y }: Bar, { chartArea: { left, right, top, bottom }, scales }: Chart): Path2D {
  const path = new Path2D();
  const [x1 = 0, x2 = 0] = [x].flat().map((value) => scales.x?.getPixelForValue(value) ?? 0);
  const [y1 = 0, y2 = 0] = [y].flat().map((value) => scales.y?.getPixelForValue(value) ?? 0);
  if (Array.isArray(x)) {
    path.moveTo(Math.max(left, Math.min(x1, x2)), y1);
    path.lineTo(Math.min(right, Math.max(x1, x2)), y1);
    for (const end of [x1, x2]) if (end >= left && end <= right) line(path, end, y1 - CAP, end, y1 + CAP);
  } else {
    path.moveTo(x1, Math.max(top, Math.min(y1, y2)));
    path.lineTo(x1, Math.min(bottom, Math.max(y1, y2)));
    for (const end of [y1, y2]) if (end >= top && end <= bottom) line(path, x1 - CAP, end, x1 + CAP, end);
  }
  return path;
}

function line(path: Path2D, x1: number, y1: number, x2: number, y2: number): void {
  path.moveTo(x1, y1);
  path.lineTo(x2, y2);
}
