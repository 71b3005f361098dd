export type Texture = 'plain' | 'horizontal' | 'diagonal';

/** How far apart the lines of a hatching are, in pixels. */
const STEP = 6;

/** How much of its colour what is incomplete keeps. */
const FADED = 0.4;

/** A fill of lines on a ground, so that two areas differ by more than their hue. */
export function fill(color: string, ground: string, texture: Texture, faded = false): CanvasPattern | string {
  const tile = Object.assign(document.createElement('canvas'), { width: STEP, height: STEP });
  const context = tile.getContext('2d');
  if (!context) return color;
  context.fillStyle = ground;
  context.fillRect(0, 0, STEP, STEP);
  context.globalAlpha = faded ? FADED : 1;
  context.strokeStyle = color;
  context.lineWidth = WIDTHS[texture];
  context.beginPath();
  for (const [fromX, fromY, toX, toY] of LINES[texture]) {
    context.moveTo(fromX * STEP, fromY * STEP);
    context.lineTo(toX * STEP, toY * STEP);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat') ?? color;
}

const WIDTHS = { plain: STEP, horizontal: STEP / 2, diagonal: STEP / 3 };

/** In units of the tile; the outer two of the diagonals make its corners meet those of its neighbours. */
const LINES = {
  plain: [[0, 0.5, 1, 0.5]],
  horizontal: [[0, 0.5, 1, 0.5]],
  diagonal: [
    [-0.5, 0.5, 0.5, -0.5],
    [0, 1, 1, 0],
    [0.5, 1.5, 1.5, 0.5]
  ]
} as const;
