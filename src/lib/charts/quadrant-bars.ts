import type { Chart } from 'chart.js';
import type { Bar } from './intervals';
import type { Look } from './look';
import type { Box } from './place-labels';
import type { QuadrantPoint } from './quadrant';
import { crossingOf, type OfBoth } from './quadrant-ground';
import { colorOf } from './quadrant-marks';
import { CROWD } from './quadrant-scale';

/** With more points than this, their intervals are fainter. */
const MANY = 20;

/** In a crowd the intervals of one point alone; otherwise the more points, the fainter, and the one on top. */
export function barsOf(chart: Chart, points: QuadrantPoint[], look: Look): Bar[] {
  const active = chart.getActiveElements()[0]?.index;
  const faint = points.length > MANY ? 0.3 : 0.5;
  return points.flatMap(({ cx, ex, position }, i): Bar[] => {
    if (points.length > CROWD && i !== active) return [];
    const style = { color: colorOf(position, look), width: 1.25, opacity: faint };
    if (i === active) Object.assign(style, { width: 2, opacity: 1 });
    return [
      { x: [ex.low, ex.high], y: cx.value, ...style },
      { x: ex.value, y: [cx.low, cx.high], ...style }
    ];
  });
}

/** The lines that names had better not cross. */
export function linesIn(chart: Chart, points: QuadrantPoint[], cuts: OfBoth): Box[] {
  const { chartArea: area, scales } = chart;
  const x = (value: number) => scales.x?.getPixelForValue(value) ?? 0;
  const y = (value: number) => scales.y?.getPixelForValue(value) ?? 0;
  const at = crossingOf(chart, cuts);
  const bars = points.length > CROWD ? [] : points;
  return [
    { ...area, top: at.y, bottom: at.y },
    { ...area, left: at.x, right: at.x },
    ...bars.flatMap(({ cx, ex }) => [
      { left: x(ex.low), right: x(ex.high), top: y(cx.value), bottom: y(cx.value) },
      { left: x(ex.value), right: x(ex.value), top: y(cx.high), bottom: y(cx.low) }
    ])
  ];
}
