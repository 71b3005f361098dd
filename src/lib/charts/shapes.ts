/** The shapes of points, by Chart.js's names, and by how much each must grow to look as large as a circle. */
export const SHAPES = { circle: 1, rect: 1.2, rectRot: 1.2, triangle: 1.25 } as const;
export type Shape = keyof typeof SHAPES;

/** Where the corners of a shape lie around its middle, in turns from the top. */
const CORNERS = { rect: [1, 3, 5, 7], rectRot: [0, 2, 4, 6], triangle: [0, 8 / 3, 16 / 3] };

/** A shape as large as a point of that radius, for what is written outside of the points. */
export function shapePath(shape: Shape, x: number, y: number, radius: number): Path2D {
  const path = new Path2D();
  const reach = radius * SHAPES[shape];
  if (shape === 'circle') {
    path.arc(x, y, reach, 0, 2 * Math.PI);
    return path;
  }
  for (const eighth of CORNERS[shape]) {
    const angle = (eighth * Math.PI) / 4;
    path.lineTo(x + reach * Math.sin(angle), y - reach * Math.cos(angle));
  }
  path.closePath();
  return path;
}
