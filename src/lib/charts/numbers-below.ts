import type { Plugin } from 'chart.js';
import { integer } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Look } from './look';
import { shapePath, type Shape } from './shapes';

interface Row {
  /** The mark of the points it counts for. */
  shape: Shape;
  color: string;
  /** By value of the axis; null for none. */
  numbers: Map<number, number | null>;
}

/** The room of two rows, and of one, in text sizes. */
export const ROWS = 3.1;
const ROW = 1.4;

/** Writes below each tick of the axis how many answers each point is made of. */
export function numbersBelow(rows: Row[], look: Look): Plugin {
  return {
    id: 'numbers-below',
    afterDatasetsDraw({ ctx, chartArea, scales: { x } }) {
      if (!x) return;
      ctx.save();
      ctx.font = `${0.92 * look.textSize}px ${look.font}`;
      ctx.textBaseline = 'middle';
      rows.forEach(({ shape, color, numbers }, i) => {
        const y = x.bottom - (rows.length - i - 0.5) * ROW * look.textSize;
        ctx.fillStyle = color;
        ctx.textAlign = 'right';
        ctx.fillText(m.chart_n(), chartArea.left - 4, y);
        ctx.fill(shapePath(shape, chartArea.left - 1.4 * look.textSize, y, 0.32 * look.textSize));
        ctx.textAlign = 'center';
        for (const { value } of x.ticks) {
          const number = numbers.get(value) ?? null;
          ctx.fillText(number === null ? '–' : integer(number), x.getPixelForValue(value), y);
        }
      });
      ctx.restore();
    }
  };
}
