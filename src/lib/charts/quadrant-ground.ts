import type { Chart, Plugin } from 'chart.js';
import { integer } from '$lib/i18n/format';
import type { Look } from './look';
import type { Box } from './place-labels';
import { write, writtenIn } from './quadrant-corners';
import type { Position } from './quadrant-marks';

/** One number for each axis: CX upwards, EX to the right. */
export interface OfBoth {
  cx: number;
  ex: number;
}

interface Ground {
  cuts: OfBoth;
  /** How far from each cut teams of usual precision are undetermined, in points. */
  bands: OfBoth;
  names: Record<Position, string>;
  /** How many teams stand where. */
  counts: Record<Position, number>;
}

/** Between the edge and the value of a cut, in pixels. */
const PAD = 7;

/** What lies below the points: the bands along the cuts, the cuts with their values, the names of the quadrants. */
export function quadrantGround({ cuts, bands, names, counts }: Ground, look: Look): Plugin {
  return {
    id: 'quadrant-ground',
    // Below the grid, which goes through the bands.
    beforeDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.fillStyle = look.neutralSoft;
      for (const { left, right, top, bottom } of bandsIn(chart, cuts, bands))
        ctx.fillRect(left, top, right - left, bottom - top);
      ctx.restore();
    },
    beforeDatasetsDraw(chart) {
      chart.ctx.save();
      drawCuts(chart, cuts, look);
      for (const each of writtenIn(chart, crossingOf(chart, cuts), names, counts, look))
        write(chart, each, look);
      chart.ctx.restore();
    }
  };
}

function bandsIn(
  { chartArea: { left, right, top, bottom }, scales }: Chart,
  cuts: OfBoth,
  bands: OfBoth
): Box[] {
  const x = (value: number) => Math.min(right, Math.max(left, scales.x?.getPixelForValue(value) ?? left));
  const y = (value: number) => Math.min(bottom, Math.max(top, scales.y?.getPixelForValue(value) ?? top));
  return [
    { left, right, top: y(cuts.cx + bands.cx), bottom: y(cuts.cx - bands.cx) },
    { left: x(cuts.ex - bands.ex), right: x(cuts.ex + bands.ex), top, bottom }
  ];
}

function drawCuts(chart: Chart, cuts: OfBoth, look: Look): void {
  const { ctx, chartArea: area } = chart;
  const { x, y } = crossingOf(chart, cuts);
  ctx.strokeStyle = look.inkSoft;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(area.left, y);
  ctx.lineTo(area.right, y);
  ctx.moveTo(x, area.top);
  ctx.lineTo(x, area.bottom);
  ctx.stroke();
  ctx.font = `600 ${look.textSize}px ${look.font}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.fillStyle = look.customers;
  ctx.fillText(integer(cuts.cx), area.right + PAD, y);
  ctx.textAlign = 'center';
  ctx.fillStyle = look.employees;
  ctx.fillText(integer(cuts.ex), x, area.top - PAD - 0.5 * look.textSize);
}

/** Where the cuts cross, in pixels. */
export function crossingOf({ scales }: Chart, cuts: OfBoth): { x: number; y: number } {
  return { x: scales.x?.getPixelForValue(cuts.ex) ?? 0, y: scales.y?.getPixelForValue(cuts.cx) ?? 0 };
}
