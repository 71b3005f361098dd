import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { integer } from '$lib/i18n/format';
import { countAxis, font, STILL, timeAxis, tooltip } from './axes';
import type { Drawing } from './drawing';
import type { Look } from './look';
import { fill, type Texture } from './textures';
import { withheld } from './withheld';

/** Detractors, passives and promoters: their answers, and how they look on every chart. */
export const SIDES: {
  from: number;
  to: number;
  hue: 'negative' | 'neutral' | 'positive';
  texture: Texture;
}[] = [
  { from: 0, to: 6, hue: 'negative', texture: 'diagonal' },
  { from: 7, to: 8, hue: 'neutral', texture: 'horizontal' },
  { from: 9, to: 10, hue: 'positive', texture: 'plain' }
];

/** In text sizes. */
const NARROW = 32;

/**
 * How many gave each answer from 0 to 10.
 *
 * @param answers null for a distribution that is withheld
 * @param sides what the three sides are called
 */
export function recommendations(answers: number[] | null, sides: string[], tooFew: string): Drawing {
  return (look) => {
    const sideOf = (answer: number) => SIDES.find(({ to }) => answer <= to) ?? SIDES[2]!;
    const config: ChartConfiguration<'bar'> = {
      type: 'bar',
      data: {
        labels: Array.from({ length: 11 }, (_, answer) => String(answer)),
        datasets: [
          {
            data: Array.from({ length: 11 }, (_, answer) => answers?.[answer] ?? 0),
            backgroundColor: Array.from({ length: 11 }, (_, answer) => {
              const { hue, texture } = sideOf(answer);
              return fill(look[hue], look.surface, texture);
            }),
            categoryPercentage: 0.9,
            barPercentage: 0.9
          }
        ]
      },
      options: {
        ...STILL,
        layout: { padding: { top: 1.6 * look.textSize } },
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { ...timeAxis(look), ticks: { ...timeAxis(look).ticks, autoSkip: false } },
          y: { ...countAxis(look), display: answers !== null, suggestedMax: 4 }
        },
        plugins: {
          annotation: { annotations: answers ? [] : [withheld({ xMin: -0.5, xMax: 10.5 }, tooFew, look)] },
          tooltip: {
            ...tooltip(look),
            callbacks: { label: ({ parsed }) => `n = ${integer(parsed.y ?? 0)}` }
          }
        }
      },
      plugins: [names(answers, sides, look)]
    };
    return config as ReturnType<Drawing>;
  };
}

/** How many answered on one side. */
function countOf(answers: number[], { from, to }: { from: number; to: number }): number {
  return answers.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
}

/** Names the three sides above their bars, with how many they are. */
function names(answers: number[] | null, sides: string[], look: Look): Plugin {
  return {
    id: 'names-of-sides',
    afterDatasetsDraw(chart: Chart) {
      const { ctx, chartArea, scales } = chart;
      ctx.save();
      ctx.font = `600 ${font(look).size}px ${look.font}`;
      ctx.textBaseline = 'bottom';
      SIDES.forEach((side, i) => {
        const count = answers ? ` ${integer(countOf(answers, side))}` : '';
        // Where there is no room for three names side by side, the answers themselves name them.
        const name = chart.width < NARROW * look.textSize ? `${side.from}–${side.to}` : (sides[i] ?? '');
        const ends = [side.from, side.to].map((answer) => scales.x?.getPixelForValue(answer) ?? 0);
        ctx.textAlign = i === 2 ? 'right' : i === 1 ? 'center' : 'left';
        const x =
          i === 0 ? chartArea.left : i === 2 ? chartArea.right : ((ends[0] ?? 0) + (ends[1] ?? 0)) / 2;
        ctx.fillStyle = look[side.hue];
        ctx.fillText(name + count, x, chartArea.top - 0.4 * look.textSize);
      });
      ctx.restore();
    }
  };
}
