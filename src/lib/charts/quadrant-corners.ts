import type { Chart } from 'chart.js';
import { integer } from '$lib/i18n/format';
import type { Look } from './look';
import { grown, overlap, type Box } from './place-labels';
import { colorOf, drawMark, type Position } from './quadrant-marks';
import { wrap } from './wrap';

/** A position's name in the picture. */
export interface Written extends Box {
  position: Position;
  lines: string[];
}

/** Where the cuts cross, in pixels. */
interface Crossing {
  x: number;
  y: number;
}

/** Customers above, employees to the right: so is the quadrant where each of them alone is well. */
const CORNERS = [
  { position: 'customers', isLeft: true, isTop: true },
  { position: 'both', isLeft: false, isTop: true },
  { position: 'neither', isLeft: true, isTop: false },
  { position: 'employees', isLeft: false, isTop: false }
] as const;

/** Between a text and what it stands beside, in pixels. */
const PAD = 7;

/** A point as near as this to a text hides it, or is hidden, in pixels. */
const NEAR = 10;

/** Where along a cut its name may stand, as shares of it: at its ends rather than inside. */
const STOPS = [0, 1, 0.1, 0.9, 0.2, 0.8, 0.3, 0.7];

/** Narrower than this, in text sizes, a picture has smaller names. */
const NARROW = 28;
const SMALLER = 0.85;

/** In text sizes: from one line to the next, and the room of the mark before the text. */
const LINE = 1.3;
const MARK = 1.25;

/**
 * Where the names of the positions go, each with the number of its teams: those of the quadrants in their corners,
 * that of the bands once, at the end of a cut where the fewest points lie.
 */
export function writtenIn(
  chart: Chart,
  crossing: Crossing,
  names: Record<Position, string>,
  counts: Record<Position, number>,
  look: Look
): Written[] {
  const { ctx, chartArea: area } = chart;
  const size = sizeIn(chart, look);
  ctx.font = fontOf(size, look);
  const widthOf = (text: string) => ctx.measureText(text).width;
  const sized = (position: Position, room: number) => {
    const lines = wrap(`${names[position]}\u00a0·\u00a0${integer(counts[position])}`, room, widthOf);
    const width = Math.max(...lines.map(widthOf)) + MARK * size;
    return { position, lines, width, height: LINE * size * lines.length };
  };
  const corners = CORNERS.map(({ position, isLeft, isTop }) => {
    const room = (isLeft ? crossing.x - area.left : area.right - crossing.x) - 2 * PAD - MARK * size;
    const text = sized(position, room);
    return placed(
      text,
      isLeft ? area.left + PAD : area.right - PAD - text.width,
      isTop ? area.top + PAD : area.bottom - PAD - text.height
    );
  });
  if (counts.undetermined === 0) return corners;
  return [...corners, emptiest(chart, crossing, sized('undetermined', Infinity), corners)];
}

type Text = Pick<Written, 'position' | 'lines'> & { width: number; height: number };

function placed({ position, lines, width, height }: Text, left: number, top: number): Written {
  return { position, lines, left, right: left + width, top, bottom: top + height };
}

/** Along both cuts from end to end; the first of equal places is the right end. */
function emptiest(chart: Chart, { x, y }: Crossing, text: Text, corners: Box[]): Written {
  const { left, right, top, bottom } = chart.chartArea;
  // At an end the ground of the text meets the edge.
  const across = right - left - text.width - PAD;
  const down = bottom - top - text.height - 2 * PAD;
  const places = STOPS.flatMap((stop) => [
    placed(text, right - PAD / 2 - text.width - stop * across, y - text.height / 2),
    placed(text, x - text.width / 2, bottom - PAD - text.height - stop * down)
  ]);
  const points = chart
    .getDatasetMeta(0)
    .data.map((at) => ({ left: at.x - NEAR, right: at.x + NEAR, top: at.y - NEAR, bottom: at.y + NEAR }));
  const hidden = places.map(
    (place) =>
      points.filter((point) => overlap(place, point)).length +
      points.length * corners.filter((corner) => overlap(place, grown(corner, NEAR))).length
  );
  return places[hidden.indexOf(Math.min(...hidden))] ?? placed(text, left, top);
}

export function write(chart: Chart, { position, lines, ...box }: Written, look: Look): void {
  const { ctx } = chart;
  const { left, right, top, bottom } = box;
  const size = sizeIn(chart, look);
  const step = LINE * size;
  if (position === 'undetermined') {
    // The cut must not go through the text.
    ctx.fillStyle = look.neutralSoft;
    ctx.fillRect(left - PAD / 2, top, right - left + PAD, bottom - top);
  }
  drawMark(ctx, position, { x: left + 0.4 * size, y: top + step / 2, radius: 0.34 * size }, look);
  ctx.fillStyle = colorOf(position, look);
  ctx.font = fontOf(size, look);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  lines.forEach((line, i) => ctx.fillText(line, left + MARK * size, top + step * (i + 0.5)));
}

function sizeIn({ chartArea: { left, right } }: Chart, { textSize }: Look): number {
  return right - left < NARROW * textSize ? SMALLER * textSize : textSize;
}

function fontOf(size: number, look: Look): string {
  return `600 ${size}px ${look.font}`;
}
