import type { Chart, ChartConfiguration } from 'chart.js';
import type { Attachment } from 'svelte/attachments';
import { onLookChange, readLook, type Look } from './look';

/**
 * What a chart draws.
 *
 * @param alone true for a picture of its own, which must carry the labels that the page otherwise writes around it
 */
export type Drawing = (look: Look, alone: boolean) => ChartConfiguration;

/** Loaded once, when the first chart of a visit is drawn. */
let engine: typeof import('./engine') | undefined;

/**
 * Draws on a canvas for as long as it is on the page, again whenever the theme changes.
 *
 * @param onFailure the chart could not be loaded or drawn; its table says the same
 */
export function draw(drawing: Drawing, onFailure: () => void): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let chart: Chart | undefined;
    let gone = false;

    const redraw = () => {
      if (gone || !engine) return;
      chart?.destroy();
      chart = new engine.Chart(canvas, drawing(readLook(), false));
    };
    loadEngine()
      .then(redraw)
      .catch((error: unknown) => {
        console.error(error);
        onFailure();
      });
    const stop = onLookChange(redraw);

    return () => {
      gone = true;
      stop();
      chart?.destroy();
    };
  };
}

/** Text measured before its font is there would be laid out for another one. */
export async function loadEngine(): Promise<typeof import('./engine')> {
  engine ??= await import('./engine');
  await document.fonts.ready;
  return engine;
}
