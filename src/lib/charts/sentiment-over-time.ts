import type { ChartConfiguration } from 'chart.js';
import { integer } from '$lib/i18n/format';
import { countAxis, STILL, timeAxis, tooltip } from './axes';
import { directLabels, lastMiddles, roomFor } from './direct-labels';
import type { Drawing } from './drawing';
import { fill, type Texture } from './textures';

export type Sentiment = 'positive' | 'neutral' | 'negative';

/** One slice of time. */
export interface SentimentSlice {
  /** As short as an axis needs it, one text a line. */
  label: string[];
  name: string;
  n: number;
  positive: number;
  neutral: number;
  negative: number;
  /** False for a slice that the ends of the period cut. */
  whole: boolean;
}

/** From the axis up; the same order and texture on every chart. */
const STACK: { sentiment: Sentiment; texture: Texture }[] = [
  { sentiment: 'positive', texture: 'plain' },
  { sentiment: 'neutral', texture: 'horizontal' },
  { sentiment: 'negative', texture: 'diagonal' }
];

/** Numbers of verbatims in time, stacked by sentiment; slices that are cut are faded. */
export function sentimentOverTime(slices: SentimentSlice[], words: Record<Sentiment, string>): Drawing {
  return (look) => {
    const labels = STACK.map(({ sentiment }) => ({ text: words[sentiment], color: look[sentiment] }));
    const config: ChartConfiguration<'bar'> = {
      type: 'bar',
      data: {
        labels: slices.map(({ label }) => label),
        datasets: STACK.map(({ sentiment, texture }) => ({
          label: words[sentiment],
          data: slices.map((slice) => slice[sentiment]),
          backgroundColor: slices.map(({ whole }) => fill(look[sentiment], look.surface, texture, !whole)),
          borderColor: look.surface,
          borderWidth: { top: 1 },
          categoryPercentage: 0.9,
          barPercentage: 0.9,
          maxBarThickness: 48
        }))
      },
      options: {
        ...STILL,
        layout: { padding: { right: roomFor(labels, look) } },
        interaction: { mode: 'index', intersect: false },
        scales: { x: { stacked: true, ...timeAxis(look) }, y: { stacked: true, ...countAxis(look) } },
        plugins: {
          tooltip: {
            ...tooltip(look),
            callbacks: {
              title: ([item]) => slices[item?.dataIndex ?? 0]?.name ?? '',
              label: ({ dataset, parsed }) => `${dataset.label} ${integer(parsed.y ?? 0)}`
            }
          }
        }
      },
      plugins: [directLabels(labels, look, lastMiddles)]
    };
    return config as ReturnType<Drawing>;
  };
}
