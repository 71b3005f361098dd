import type { Chart, Plugin } from 'chart.js';
import type { Label } from './direct-labels';
import type { Look } from './look';
import { wrap } from './wrap';

/** Between one end's name and the other's, in pixels. */
const APART = 16;

/** What is written on a phone, of the usual size. */
const SMALLER = 0.85;

/** From one line to the next, in text sizes. */
const LINE = 1.1;

/** Names what both ends of a scale mean, above the first line, instead of a legend. */
export function ends(left: Label, right: Label, look: Look): Plugin {
  return {
    id: 'ends-of-scale',
    afterDatasetsDraw({ ctx, chartArea }: Chart) {
      ctx.save();
      ctx.font = `600 ${look.textSize}px ${look.font}`;
      ctx.textBaseline = 'bottom';
      const widthOf = (text: string) => ctx.measureText(text).width;
      const width = chartArea.right - chartArea.left - APART;
      const isTight = widthOf(left.text) + widthOf(right.text) > width;
      // Beside each other as they are, or else smaller, in a half each.
      if (isTight) ctx.font = `600 ${SMALLER * look.textSize}px ${look.font}`;
      const room = isTight ? width / 2 : width;
      for (const { text, color, at, align } of [
        { ...left, at: chartArea.left, align: 'left' },
        { ...right, at: chartArea.right, align: 'right' }
      ] as const) {
        ctx.fillStyle = color;
        ctx.textAlign = align;
        wrap(text, room, widthOf)
          .toReversed()
          .forEach((line, i) => ctx.fillText(line, at, chartArea.top - i * LINE * look.textSize));
      }
      ctx.restore();
    }
  };
}
