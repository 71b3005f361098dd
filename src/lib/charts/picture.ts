import { loadEngine, type Drawing } from './drawing';
import { readLook, type Look } from './look';

/** CSS pixels; twice as many in the file, for print and projectors. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 36;
const DENSITY = 2;

/** A chart as a PNG file that can be read without its page: with its title, what it says, and its background. */
export async function toPng(drawing: Drawing, title: string, lines: string[]): Promise<Blob> {
  const { Chart } = await loadEngine();
  const look = { ...readLook(), textSize: 17 };
  const inner = canvasOf(WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN);
  const config = drawing(look, true);
  const chart = new Chart(inner, {
    ...config,
    options: {
      ...config.options,
      responsive: false,
      devicePixelRatio: DENSITY,
      plugins: { ...config.options?.plugins, ...heading(look, title, lines) }
    }
  });
  try {
    return await encode(framed(inner, look));
  } finally {
    chart.destroy();
  }
}

function heading(look: Look, title: string, lines: string[]) {
  const shown = { display: true, align: 'start' as const };
  const font = { family: look.font, size: look.textSize };
  return {
    title: { ...shown, text: title, color: look.ink, font: { ...font, size: 26, weight: 600 } },
    subtitle: { ...shown, text: lines.flatMap(wrap), color: look.inkSoft, font, padding: { bottom: 24 } }
  };
}

/** Lines of at most as many characters as the picture is wide. */
function wrap(text: string): string[] {
  return text.match(/.{1,125}(?:\s|$)/g)?.map((line) => line.trim()) ?? [text];
}

/** On a ground, because a PNG without one is unreadable on a page of the other theme. */
function framed(inner: HTMLCanvasElement, look: Look): HTMLCanvasElement {
  const outer = canvasOf(WIDTH * DENSITY, HEIGHT * DENSITY);
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
