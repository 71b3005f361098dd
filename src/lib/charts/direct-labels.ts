import type { Chart, PointElement, Plugin } from 'chart.js';
import type { Look } from './look';
import { spread } from './spread';

export interface Label {
  text: string;
  color: string;
}

/** Between the last bar and its labels, in pixels. */
const GAP = 8;

/** Wide enough for a letter of any of our labels, as a share of the text size. */
const LETTER = 0.6;

/** From one line of text to the next, in text sizes. */
const LINE = 1.35;

/** The room that labels need right of the chart, in pixels. */
export function roomFor(labels: Label[], look: Look): number {
  return GAP + Math.max(0, ...labels.map(({ text }) => text.length)) * look.textSize * LETTER;
}

/**
 * Writes the name of each thing right of the chart, at its height there, instead of in a legend.
 *
 * @param heightsOf where each label belongs, in pixels of the chart
 */
export function directLabels(labels: Label[], look: Look, heightsOf: (chart: Chart) => number[]): Plugin {
  return {
    id: 'direct-labels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const heights = spread(heightsOf(chart), LINE * look.textSize, chartArea.top, chartArea.bottom);
      ctx.save();
      ctx.font = `600 ${look.textSize}px ${look.font}`;
      ctx.textBaseline = 'middle';
      labels.forEach(({ text, color }, i) => {
        ctx.fillStyle = color;
        ctx.fillText(text, chartArea.right + GAP, heights[i] ?? chartArea.bottom);
      });
      ctx.restore();
    }
  };
}

/** The middle of each layer of a stack in its last bar. */
export function lastMiddles(chart: Chart): number[] {
  return chart.getSortedVisibleDatasetMetas().map(({ data }) => {
    const { y = 0, base = y } = (data.at(-1) ?? {}) as { y?: number; base?: number };
    return (y + base) / 2;
  });
}

/** Where a line ends: the height of its last point that is drawn. */
export function lastHeight(chart: Chart, dataset: number): number {
  const drawn = chart.getDatasetMeta(dataset).data.filter((point) => !(point as PointElement).skip);
  return drawn.at(-1)?.y ?? chart.chartArea.bottom;
}
