import type { Chart, Plugin } from 'chart.js';
import type { Look } from './look';
import { leadTo, placeLabels, type Box, type Place } from './place-labels';

/** A name to write beside a point. */
interface Named {
  /** The point's place among all points. */
  index: number;
  name: string;
  color: string;
}

/** What names keep clear of, besides points. */
interface Obstacles {
  texts: Box[];
  lines: Box[];
}

/** Of names, in text sizes. */
const SIZE = 0.94;
const LINE = 1.15;

/** The ground around letters that cross a line, in pixels. */
const HALO = 3;

/** Writes names beside points, as far as they fit; those that do not are in the tooltip and in the table. */
export function pointNames(
  named: Named[],
  radius: number,
  obstaclesIn: (chart: Chart) => Obstacles,
  look: Look
): Plugin {
  let known = { size: '', places: [] as (Place | null)[] };
  return {
    id: 'point-names',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      // Drawn again at every move of the pointer, placed again only when the picture changes its size.
      const size = JSON.stringify(chartArea);
      if (known.size !== size) known = { size, places: placesIn(chart) };
      ctx.font = fontOf(look);
      ctx.textBaseline = 'middle';
      named.forEach(({ index, name, color }, i) => {
        const [place, point] = [known.places[i], chart.getDatasetMeta(0).data[index]];
        if (!place || !point) return;
        if (place.isFar) lead(ctx, { x: point.x, y: point.y, radius }, place, look);
        ctx.lineWidth = HALO;
        ctx.lineJoin = 'round';
        ctx.strokeStyle = look.surface;
        ctx.fillStyle = color;
        const y = (place.top + place.bottom) / 2;
        ctx.strokeText(name, place.left, y);
        ctx.fillText(name, place.left, y);
      });
      ctx.restore();
    }
  };

  function placesIn(chart: Chart): (Place | null)[] {
    const points = chart.getDatasetMeta(0).data;
    const { texts, lines } = obstaclesIn(chart);
    const marks = points.map(({ x, y }) => ({
      left: x - radius,
      right: x + radius,
      top: y - radius,
      bottom: y + radius
    }));
    chart.ctx.font = fontOf(look);
    const labels = named.map(({ index, name }) => ({
      x: points[index]?.x ?? 0,
      y: points[index]?.y ?? 0,
      radius,
      width: chart.ctx.measureText(name).width,
      height: LINE * SIZE * look.textSize
    }));
    return placeLabels(labels, { solid: [...marks, ...texts], thin: lines }, chart.chartArea);
  }
}

function lead(
  ctx: CanvasRenderingContext2D,
  point: Parameters<typeof leadTo>[0],
  box: Box,
  look: Look
): void {
  const { x1, y1, x2, y2 } = leadTo(point, box);
  ctx.strokeStyle = look.inkSoft;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}

function fontOf(look: Look): string {
  return `${SIZE * look.textSize}px ${look.font}`;
}
