import type { Look } from './look';
import { SHAPES, shapePath, type Shape } from './shapes';
import { SIDE_SHAPES } from './sides';

/** Where a team stands, as its intervals and the cuts decide. */
export type Position = 'both' | 'customers' | 'employees' | 'neither' | 'undetermined';

/** How thick the line of a hollow mark is, of its radius. */
const RING = 0.32;

/** Where one side alone is well, that side's shape and hue; what is not decided is hollow. */
const MARKS: Record<Position, { shape: Shape; colorOf: (look: Look) => string; isHollow?: boolean }> = {
  both: { shape: 'triangle', colorOf: ({ ink }) => ink },
  customers: { shape: SIDE_SHAPES.customers, colorOf: ({ customers }) => customers },
  employees: { shape: SIDE_SHAPES.employees, colorOf: ({ employees }) => employees },
  neither: { shape: 'rectRot', colorOf: ({ ink }) => ink },
  undetermined: { shape: 'circle', colorOf: ({ inkSoft }) => inkSoft, isHollow: true }
};

export function colorOf(position: Position, look: Look): string {
  return MARKS[position].colorOf(look);
}

/** How Chart.js draws points, one after the other. */
export function marksOf(positions: Position[], size: number, look: Look) {
  const marks = positions.map((position) => MARKS[position]);
  const borderColor = marks.map(({ isHollow, colorOf }) => (isHollow ? colorOf(look) : look.surface));
  const backgroundColor = marks.map(({ isHollow, colorOf }) => (isHollow ? look.surface : colorOf(look)));
  return {
    pointStyle: marks.map(({ shape }) => shape),
    radius: marks.map(({ shape }) => size * SHAPES[shape]),
    hoverRadius: marks.map(({ shape }) => (size + 1) * SHAPES[shape]),
    borderColor,
    backgroundColor,
    // Otherwise darker below the pointer: what is hollow would be filled.
    hoverBorderColor: borderColor,
    hoverBackgroundColor: backgroundColor,
    borderWidth: marks.map(({ isHollow }) => (isHollow ? RING * size : 1))
  };
}

/** The mark of a position beside its name. */
export function drawMark(
  ctx: CanvasRenderingContext2D,
  position: Position,
  at: { x: number; y: number; radius: number },
  look: Look
): void {
  const { shape, colorOf, isHollow } = MARKS[position];
  const path = shapePath(shape, at.x, at.y, at.radius);
  ctx.fillStyle = isHollow ? look.surface : colorOf(look);
  ctx.fill(path);
  if (!isHollow) return;
  ctx.strokeStyle = colorOf(look);
  ctx.lineWidth = RING * at.radius;
  ctx.stroke(path);
}
