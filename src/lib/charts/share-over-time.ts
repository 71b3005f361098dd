import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { ChartConfiguration } from 'chart.js';
import { integer, percent, percentRange } from '$lib/i18n/format';
import { shareAxis, STILL, timeAxis, tooltip } from './axes';
import { directLabels, roomFor } from './direct-labels';
import type { Drawing } from './drawing';
import type { Look } from './look';
import type { Share } from './share';
import { fill } from './textures';

/** One slice of time. */
export interface ShareSlice {
  /** As short as an axis needs it, one text a line. */
  label: string[];
  name: string;
  n: number;
  /** null for too few to tell */
  share: Share | null;
}

/** A level to compare with, drawn across the chart and named at its end. */
export interface Level {
  value: number;
  name: string;
}

/** A share in time, each point with its interval; slices with too few to tell are hatched. */
export function shareOverTime(slices: ShareSlice[], level: Level | null): Drawing {
  return (look) => {
    const labels = level ? [{ text: level.name, color: look.inkSoft }] : [];
    const config: ChartConfiguration<'lineWithErrorBars'> = {
      type: 'lineWithErrorBars',
      data: {
        labels: slices.map(({ label }) => label),
        datasets: [
          {
            data: slices.map(({ share }) => ({
              y: share?.value ?? Number.NaN,
              yMin: share?.low ?? Number.NaN,
              yMax: share?.high ?? Number.NaN
            })),
            borderColor: look.positive,
            backgroundColor: look.positive,
            borderWidth: 2,
            // Nobody and everybody lie on the edge, and are drawn whole.
            clip: false,
            pointRadius: 4,
            pointHoverRadius: 5,
            errorBarColor: look.positive,
            errorBarLineWidth: 1.5,
            errorBarWhiskerColor: look.positive,
            errorBarWhiskerLineWidth: 1.5,
            errorBarWhiskerSize: 6,
            errorBarWhiskerRatio: 0
          }
        ]
      },
      options: {
        ...STILL,
        layout: { padding: { right: roomFor(labels, look) } },
        interaction: { mode: 'index', intersect: false },
        scales: { x: { offset: true, ...timeAxis(look) }, y: shareAxis(look) },
        plugins: {
          annotation: {
            annotations: [...slices.flatMap((slice, i) => tooFew(slice, i, look)), ...levelLine(level, look)]
          },
          tooltip: {
            ...tooltip(look),
            callbacks: {
              title: ([item]) => slices[item?.dataIndex ?? 0]?.name ?? '',
              label: ({ dataIndex }) => said(slices[dataIndex])
            }
          }
        }
      },
      plugins: [
        directLabels(labels, look, ({ scales }) => [scales.y?.getPixelForValue(level?.value ?? 0) ?? 0])
      ]
    };
    return config as unknown as ReturnType<Drawing>;
  };
}

function said(slice: ShareSlice | undefined): string {
  if (!slice?.share) return `n = ${slice?.n ?? 0}`;
  const { value, low, high, n } = slice.share;
  return `${percent(value)} (${percentRange(low, high)}) · n = ${integer(n)}`;
}

function tooFew({ share }: ShareSlice, index: number, look: Look): AnnotationOptions[] {
  if (share) return [];
  const backgroundColor = fill(look.line, look.surface, 'diagonal') as string;
  return [
    {
      type: 'box',
      xMin: index - 0.5,
      xMax: index + 0.5,
      backgroundColor,
      borderWidth: 0,
      drawTime: 'beforeDatasetsDraw'
    }
  ];
}

function levelLine(level: Level | null, look: Look): AnnotationOptions[] {
  if (!level) return [];
  return [
    {
      type: 'line',
      yMin: level.value,
      yMax: level.value,
      borderColor: look.inkSoft,
      borderWidth: 1.5,
      borderDash: [4, 4],
      drawTime: 'beforeDatasetsDraw'
    }
  ];
}
