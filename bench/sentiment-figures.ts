import type { Estimate } from '../src/lib/statistics/estimate';
import type { Contest } from './contest';
import { quantile, tenths } from './quantile';
import type { Outcome } from './sentiment';
import { medianOf, type Speed } from './speed';

/** Every figure by its name, with its unit in it, for a program to read. */
export function figuresIn({ contests, speeds, read, each, sizes, absent }: Outcome) {
  const bySpeed = (figure: (speed: Speed) => number) =>
    Object.fromEntries([...speeds].map(([key, speed]) => [key, figure(speed)]));
  return {
    sets: Object.fromEntries(contests.map((contest) => [contest.set.key, setFigures(contest)])),
    speed: {
      read_on: read.reviews ? 'reviews' : 'gold',
      texts: read.texts,
      texts_per_second: bySpeed(({ rounds }) => Math.round(medianOf(rounds, 'byClock'))),
      texts_per_processor_second: bySpeed(({ rounds }) => Math.round(medianOf(rounds, 'byProcessor'))),
      text_of_100_kb_ms: bySpeed(({ long }) => tenths(long)),
      ours_p50_us: tenths(quantile(each, 0.5)),
      ours_p95_us: tenths(quantile(each, 0.95))
    },
    gzipped_kb: Object.fromEntries(sizes.map(({ key, gzipped }) => [key, tenths(gzipped / 1000)])),
    absent
  };
}

export const percent = (share: number) => tenths(100 * share);

function setFigures({ set, entries, assurance, leads, categories }: Contest) {
  return {
    note: set.note,
    texts: set.texts.length,
    two_class_texts: entries[0]!.figures.twoClass.n,
    engines: Object.fromEntries(
      entries.map(({ key, figures: { twoClass, tuned, threeClass, macroF1, answered } }) => [
        key,
        {
          ...estimated('two_class', twoClass),
          ...(tuned && estimated('two_class_tuned', tuned)),
          ...estimated('macro_f1', macroF1),
          ...estimated('three_class', threeClass),
          answered_percent: percent(answered)
        }
      ])
    ),
    ours_surest_70_percent: estimated('three_class', assurance.surest),
    ours_calibration_error_points: percent(assurance.calibrationError),
    ...(leads && {
      lead_two_class: { over: leads.twoClass.peer, ...estimated('lead', leads.twoClass.lead, 'points') },
      lead_macro_f1: { over: leads.macroF1.peer, ...estimated('lead', leads.macroF1.lead, 'points') }
    }),
    ...(categories.length > 0 && {
      categories: Object.fromEntries(
        categories.map(({ category, ours, rules }) => [
          category,
          {
            texts: ours.n,
            ...estimated('three_class', ours),
            rules_three_class_percent: percent(rules.value)
          }
        ])
      )
    })
  };
}

/** `name_percent` with `name_low_percent` and `name_high_percent`. */
function estimated(name: string, { value, low, high }: Estimate, unit = 'percent'): Record<string, number> {
  return {
    [`${name}_${unit}`]: percent(value),
    [`${name}_low_${unit}`]: percent(low),
    [`${name}_high_${unit}`]: percent(high)
  };
}
