import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { Chart } from 'chart.js';
import { font } from './axes';
import type { Look } from './look';
import { fill } from './textures';

interface Box {
  xMin?: number;
  xMax?: number;
  yMin?: number;
  yMax?: number;
}

/**
 * What stands where a figure may not be shown: a hatched field that says so, never a zero and never a gap.
 *
 * @param fits whether the field has room for its words
 */
export function withheld(
  box: Box,
  words: string,
  look: Look,
  upright = false,
  fits: (context: { chart: Chart }) => boolean = () => true
): AnnotationOptions {
  return {
    type: 'box',
    ...box,
    backgroundColor: fill(look.line, look.surface, 'diagonal') as string,
    borderWidth: 0,
    drawTime: 'beforeDatasetsDraw',
    label: {
      display: (context: { chart: Chart }) => words !== '' && fits(context),
      rotation: upright ? -90 : 0,
      content: words,
      color: look.inkSoft,
      backgroundColor: look.surface,
      font: font(look),
      padding: { x: 6, y: 2 }
    } as never
  };
}
