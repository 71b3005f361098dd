import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { BarElement, Chart, ChartConfiguration, Plugin, Scale } from 'chart.js';
import { integer, percent } from '$lib/i18n/format';
import { font, shareAxis, STILL, tooltip } from './axes';
import type { Drawing } from './drawing';
import { ends } from './ends';
import type { Look } from './look';
import { withheld } from './withheld';

/** One question on the agreement scale. */
export interface AnsweredQuestion {
  name: string;
  /** How many gave each of the five answers, from the lowest; null for a distribution that is withheld. */
  answers: number[] | null;
}

export interface AnswerWords {
  /** The two ends of the scale, briefly. */
  least: string;
  most: string;
  tooFew: string;
}

/** In rem, of which the page's own labels beside the chart are made too: of a line, above the first, of the axis. */
export const HEIGHTS = { row: 3, narrowRow: 5.25, head: 1.25, narrowHead: 1.25, axis: 1.75 };
const BAR = 1.6;

/** Narrower than so many text sizes, a part is too small to write its number in. */
const ROOM = 1.5;
/** Characters of a line of a question on a picture of its own. */
const LINE = 46;

/** What people answered, one line a question, from disagreement to agreement; the number of answers in each part. */
export function answersByQuestion(
  questions: AnsweredQuestion[],
  options: string[],
  { least, most, tooFew }: AnswerWords
): Drawing {
  return (look, alone) => {
    const grounds = [look.negative, look.negativeSoft, look.neutralSoft, look.positiveSoft, look.positive];
    const config: ChartConfiguration<'bar'> = {
      type: 'bar',
      data: {
        labels: questions.map(({ name }) => name.match(new RegExp(`.{1,${LINE}}(?:\\s|$)`, 'g')) ?? [name]),
        datasets: options.map((label, i) => ({
          label,
          data: questions.map(({ answers }) => (answers ? (answers[i] ?? 0) / sumOf(answers) : 0)),
          backgroundColor: grounds[i] as string,
          borderColor: look.surface,
          borderWidth: { left: i === 0 ? 0 : 1.5 },
          borderSkipped: false as const,
          categoryPercentage: 1,
          barPercentage: 0.55,
          maxBarThickness: BAR * look.rem
        }))
      },
      options: {
        ...STILL,
        indexAxis: 'y',
        layout: { autoPadding: alone, padding: { top: HEIGHTS.head * look.rem, right: alone ? 16 : 0 } },
        interaction: { mode: 'nearest', axis: 'xy', intersect: true },
        scales: {
          x: {
            stacked: true,
            ...shareAxis(look),
            grid: { color: look.line, tickLength: 4 },
            afterFit: (scale: Scale) => void (alone || (scale.height = HEIGHTS.axis * look.rem))
          },
          y: {
            stacked: true,
            display: alone,
            grid: { display: false },
            border: { display: false },
            ticks: { autoSkip: false, color: look.ink, font: font(look) }
          }
        },
        plugins: {
          annotation: { annotations: hatches(questions, tooFew, look) },
          tooltip: {
            ...tooltip(look),
            callbacks: {
              title: ([item]) => questions[item?.dataIndex ?? 0]?.name ?? '',
              label: ({ dataset, dataIndex, datasetIndex, parsed }) =>
                `${dataset.label} · ${integer(questions[dataIndex]?.answers?.[datasetIndex] ?? 0)} (${percent(parsed.x ?? 0)})`
            }
          }
        }
      },
      plugins: [
        numbers(questions, look),
        ends({ text: least, color: look.negative }, { text: most, color: look.positive }, look)
      ]
    };
    return config as ReturnType<Drawing>;
  };
}

function sumOf(answers: number[]): number {
  return answers.reduce((sum, count) => sum + count, 0);
}

function hatches(questions: AnsweredQuestion[], tooFew: string, look: Look): AnnotationOptions[] {
  return questions.flatMap(({ answers }, row) =>
    answers ? [] : [withheld({ yMin: row - 0.28, yMax: row + 0.28 }, tooFew, look)]
  );
}

/** Writes how many answers each part is made of into it. */
function numbers(questions: AnsweredQuestion[], look: Look): Plugin {
  const inks = [look.surface, look.ink, look.ink, look.ink, look.surface];
  return {
    id: 'numbers-in-parts',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `${look.textSize}px ${look.font}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const { data, index } of chart.getSortedVisibleDatasetMetas()) {
        data.forEach((part, row) => {
          const count = questions[row]?.answers?.[index] ?? 0;
          const { x, y, base } = part.getProps(['x', 'y', 'base']) as unknown as BarElement & {
            base: number;
          };
          if (count === 0 || Math.abs(x - base) < ROOM * look.textSize) return;
          ctx.fillStyle = inks[index] ?? look.ink;
          ctx.fillText(integer(count), (x + base) / 2, y);
        });
      }
      ctx.restore();
    }
  };
}
