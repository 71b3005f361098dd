import type { ChartConfiguration } from 'chart.js';
import { loadEngine, type Drawing } from './drawing';
import { readLook, type Look } from './look';
import { wrap } from './wrap';

/** CSS pixels; twice as many in the file, for print and projectors. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 36;
const DENSITY = 2;

/** The least height that a heading of many lines leaves to what is drawn. */
const LEAST = 360;

/** The width of a picture that has a shape of its own: as tall as that asks, it still fits a sheet or a slide. */
const SHAPED = 900;

/** Of the title, and from one line of text to the next, in text sizes. */
const TITLE = 26;
const LINE = 1.2;

/** Below the title and its lines, and around the title. */
const GAP = 24;
const AROUND = 10;

/** A chart as a PNG file that can be read without its page: with its title, what it says, and its background. */
export async function toPng(drawing: Drawing, title: string, lines: string[]): Promise<Blob> {
  const { Chart } = await loadEngine();
  const look = { ...readLook(), textSize: 17 };
  const config = drawing(look, true);
  const { width, height, wrapped, above } = layOut(config, lines, look);
  const inner = canvasOf(width, height);
  const chart = new Chart(inner, {
    ...config,
    options: {
      ...config.options,
      responsive: false,
      devicePixelRatio: DENSITY,
      layout: { ...config.options?.layout, padding: { ...paddingOf(config), top: 0 } },
      plugins: { ...config.options?.plugins, ...heading(look, title, wrapped, GAP + above) }
    }
  });
  try {
    return await encode(framed(inner, width, height, look));
  } finally {
    chart.destroy();
  }
}

function paddingOf({ options }: ChartConfiguration): { top?: number } {
  return { ...(options?.layout?.padding as { top?: number } | undefined) };
}

/**
 * A drawing says by its aspect ratio which shape it has below its heading; one that says none fills a slide, or more
 * where the heading leaves it too little. What it keeps free above itself lies below the heading.
 */
function layOut(config: ChartConfiguration, lines: string[], look: Look) {
  const shape = config.options?.aspectRatio;
  const above = paddingOf(config).top ?? 0;
  const width = (shape === undefined ? WIDTH : SHAPED) - 2 * MARGIN;
  const context = canvasOf(1, 1).getContext('2d');
  if (context) context.font = `${look.textSize}px ${look.font}`;
  const widthOf = (text: string) => context?.measureText(text).width ?? text.length * look.textSize;
  const wrapped = lines.flatMap((line) => wrap(line, width, widthOf));
  const heading = TITLE * LINE + 2 * AROUND + wrapped.length * look.textSize * LINE + GAP;
  const height =
    shape === undefined ? Math.max(HEIGHT - 2 * MARGIN, heading + above + LEAST) : heading + width / shape;
  return { width, height: Math.round(height), wrapped, above };
}

function heading(look: Look, title: string, lines: string[], bottom: number) {
  const shown = { display: true, align: 'start' as const };
  const font = { family: look.font, size: look.textSize };
  return {
    title: { ...shown, text: title, color: look.ink, font: { ...font, size: TITLE, weight: 600 } },
    subtitle: { ...shown, text: lines, color: look.inkSoft, font, padding: { bottom } }
  };
}

/** On a ground, because a PNG without one is unreadable on a page of the other theme. */
function framed(inner: HTMLCanvasElement, width: number, height: number, look: Look): HTMLCanvasElement {
  const outer = canvasOf((width + 2 * MARGIN) * DENSITY, (height + 2 * MARGIN) * DENSITY);
  const context = outer.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on');
  context.fillStyle = look.surface;
  context.fillRect(0, 0, outer.width, outer.height);
  context.drawImage(inner, MARGIN * DENSITY, MARGIN * DENSITY);
  return outer;
}

function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be encoded'))));
  });
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height });
}
