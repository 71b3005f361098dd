/** In pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A text that belongs to a point. */
export interface PointLabel {
  x: number;
  y: number;
  /** How far the point's mark reaches. */
  radius: number;
  width: number;
  height: number;
}

export interface Place extends Box {
  /** Too far for the eye to see whose it is: a line must tell. */
  isFar: boolean;
}

interface Obstacles {
  /** What may never be written over: marks, other texts. */
  solid: Box[];
  /** What is better left free: thin lines. */
  thin: Box[];
}

/** How far from its mark a text may go, in pixels, from near to far, and what each costs in lines crossed. */
const DISTANCES = [
  { gap: 3, cost: 0 },
  { gap: 12, cost: 1.5 },
  { gap: 24, cost: 2.5 },
  { gap: 38, cost: 3.5 }
];

/** Of more labels than this, none goes far: their leading lines would hide more than the names tell. */
const LED = 24;

/** Along a leading line, it is looked every so many pixels what it goes through. */
const LOOK = 4;

/** Where a text may stand around its mark: across, down. Between the arms of a cross of intervals first. */
const DIRECTIONS = [
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1]
] as const;

/** A little less for each place in the order of preference, so that equal places are not told apart by chance. */
const PREFERENCE = 0.05;

/** The least between two texts, in pixels. */
const APART = 2;

/**
 * Where the names of points go: beside their own mark, over no other mark and no other name, over as few lines as
 * may be. Those with most neighbours choose first, because they have the least choice.
 *
 * @returns for each label its place, or null where there is none
 */
export function placeLabels(labels: PointLabel[], { solid, thin }: Obstacles, area: Box): (Place | null)[] {
  const order = labels.map((label, i) => ({ label, i, crowd: crowdOf(label, labels) }));
  const placed: (Place | null)[] = labels.map(() => null);
  const taken = [...solid];
  const distances = labels.length > LED ? DISTANCES.slice(0, 1) : DISTANCES;
  for (const { label, i } of order.sort((a, b) => b.crowd - a.crowd)) {
    const place = bestOf(label, distances, { solid: taken, thin }, area);
    placed[i] = place;
    if (place) taken.push(grown(place, APART));
  }
  return placed;
}

function crowdOf({ x, y, width }: PointLabel, labels: PointLabel[]): number {
  return labels.filter((other) => Math.hypot(other.x - x, other.y - y) < width).length;
}

function bestOf(
  label: PointLabel,
  distances: typeof DISTANCES,
  { solid, thin }: Obstacles,
  area: Box
): Place | null {
  let best: Place | null = null;
  let least = Infinity;
  distances.forEach(({ gap, cost }, step) => {
    DIRECTIONS.forEach((direction, preference) => {
      const box = boxAt(label, gap, direction);
      const floor = cost + PREFERENCE * preference;
      if (floor >= least || !within(box, area) || solid.some((other) => overlap(box, other))) return;
      if (step > 0 && leadOf(label, box).some((at) => solid.some((other) => overlap(at, other)))) return;
      const total = floor + thin.filter((line) => overlap(box, line)).length;
      if (total < least) [best, least] = [{ ...box, isFar: step > 0 }, total];
    });
  });
  return best;
}

function boxAt(
  { x, y, radius, width, height }: PointLabel,
  gap: number,
  [across, down]: readonly [number, number]
) {
  // At a corner the same gap is shorter along each axis.
  const away = (radius + gap) * (across !== 0 && down !== 0 ? Math.SQRT1_2 : 1);
  const left = x + across * away + ((across - 1) * width) / 2;
  const top = y + down * away + ((down - 1) * height) / 2;
  return { left, right: left + width, top, bottom: top + height };
}

/** What a line from the edge of a mark to its text goes through. */
function leadOf(label: PointLabel, box: Box): Box[] {
  const { x1, y1, x2, y2 } = leadTo(label, box);
  const count = Math.floor(Math.hypot(x2 - x1, y2 - y1) / LOOK);
  return Array.from({ length: count }, (_, i) => {
    const [x, y] = [x1 + ((x2 - x1) * (i + 1)) / count, y1 + ((y2 - y1) * (i + 1)) / count];
    return { left: x, right: x, top: y, bottom: y };
  });
}

/** The line from the edge of a mark to the nearest place of its text. */
export function leadTo({ x, y, radius }: Pick<PointLabel, 'x' | 'y' | 'radius'>, box: Box) {
  const x2 = Math.min(box.right, Math.max(box.left, x));
  const y2 = Math.min(box.bottom, Math.max(box.top, y));
  const away = radius / Math.max(radius, Math.hypot(x2 - x, y2 - y));
  return { x1: x + (x2 - x) * away, y1: y + (y2 - y) * away, x2, y2 };
}

export function grown({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

function within(box: Box, area: Box): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
