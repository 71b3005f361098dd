import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { ChartConfiguration, Scale } from 'chart.js';
import { integer, percent, percentRange } from '$lib/i18n/format';
import { font, shareAxis, STILL, tooltip } from './axes';
import type { Drawing } from './drawing';
import type { Look } from './look';
import type { Share } from './share';
import { fill } from './textures';

/** One line of the chart. */
export interface ShareGroup {
  name: string;
  n: number;
  /** null for too few to tell */
  share: Share | null;
}

/** Heights in rem, of which the page's own labels beside the chart are made too. */
export const ROW = 2.125;
export const AXIS = 1.75;

/**
 * Shares side by side, one line each, with their intervals; a line with too few to tell is hatched and says so.
 *
 * @param all the share of all groups together, drawn across
 * @param tooFew what to write on a hatched line, from its n
 */
export function shareByGroup(
  groups: ShareGroup[],
  all: number | null,
  tooFew: (n: number) => string
): Drawing {
  return (look, alone) => {
    const config: ChartConfiguration<'scatterWithErrorBars'> = {
      type: 'scatterWithErrorBars',
      data: {
        datasets: [
          {
            data: groups.flatMap(({ share }, y) =>
              share ? [{ x: share.value, y, xMin: share.low, xMax: share.high }] : []
            ),
            borderColor: look.positive,
            backgroundColor: look.positive,
            // Nobody and everybody lie on the edge, and are drawn whole.
            clip: false,
            pointRadius: 5,
            pointHoverRadius: 6,
            errorBarColor: look.positive,
            errorBarLineWidth: 1.5,
            errorBarWhiskerColor: look.positive,
            errorBarWhiskerLineWidth: 1.5,
            errorBarWhiskerSize: 8,
            errorBarWhiskerRatio: 0
          } as never
        ]
      },
      options: {
        ...STILL,
        layout: { autoPadding: alone },
        interaction: { mode: 'nearest', axis: 'y', intersect: false },
        scales: {
          x: {
            ...shareAxis(look),
            afterFit: (scale: Scale) => void (alone || (scale.height = AXIS * look.rem))
          },
          y: {
            min: -0.5,
            max: groups.length - 0.5,
            reverse: true,
            display: alone,
            grid: { display: false },
            border: { display: false },
            afterBuildTicks: (scale: Scale) => void (scale.ticks = groups.map((_, value) => ({ value }))),
            ticks: {
              autoSkip: false,
              color: look.ink,
              font: font(look),
              callback: (value) =>
                `${groups[Number(value)]?.name} (n = ${integer(groups[Number(value)]?.n ?? 0)})`
            }
          }
        },
        plugins: {
          annotation: {
            annotations: [
              ...groups.flatMap((group, i) => hatched(group, i, tooFew, look)),
              ...levelLine(all, look)
            ]
          },
          tooltip: {
            ...tooltip(look),
            callbacks: { label: ({ parsed }) => said(groups[parsed.y ?? 0]) }
          }
        }
      }
    };
    return config as unknown as ReturnType<Drawing>;
  };
}

function said(group: ShareGroup | undefined): string {
  if (!group?.share) return '';
  const { value, low, high, n } = group.share;
  return `${group.name} · ${percent(value)} (${percentRange(low, high)}) · n = ${integer(n)}`;
}

function hatched(
  { share, n }: ShareGroup,
  row: number,
  tooFew: (n: number) => string,
  look: Look
): AnnotationOptions[] {
  if (share) return [];
  return [
    {
      type: 'box',
      yMin: row - 0.36,
      yMax: row + 0.36,
      backgroundColor: fill(look.line, look.surface, 'diagonal') as string,
      borderWidth: 0,
      drawTime: 'beforeDatasetsDraw',
      label: {
        display: true,
        content: tooFew(n),
        color: look.inkSoft,
        backgroundColor: look.surface,
        font: font(look),
        padding: { x: 6, y: 2 }
      } as never
    }
  ];
}

function levelLine(value: number | null, look: Look): AnnotationOptions[] {
  if (value === null) return [];
  return [
    {
      type: 'line',
      xMin: value,
      xMax: value,
      borderColor: look.inkSoft,
      borderWidth: 1.5,
      borderDash: [4, 4],
      drawTime: 'beforeDatasetsDraw'
    }
  ];
}
