import type { Estimate } from '../src/lib/statistics/estimate';
import type { Contest } from './contest';
import { PEERS } from './peers';
import { quantile, tenths } from './quantile';
import type { KnownSet } from './rated';
import { medianOf } from './speed';
import type { Outcome } from './sentiment';
import { percent } from './sentiment-figures';

/** Prints all of it for a reader. */
export function printTables(outcome: Outcome): void {
  const { contests, absent } = outcome;
  console.log(
    'Vis-à-vis finds the language by itself; the others are told it where they take it. They are used so:'
  );
  for (const { name, how } of PEERS) console.log(`  ${name}: ${how}`);
  for (const line of absent) console.log(`Absent: ${line}.`);
  console.log(
    '\n2-class: the sign of the score on texts that are not neutral; one without an answer (a score of 0) gets the commoner sign ' +
      'of the set. Tuned: praise begins above a cut chosen on the reviews of the train split, where there are any.' +
      '\n3-class: 3 stars of 5, or the label neutral, are neutral. Intervals hold in 95 of 100: Wilson for shares, 1000 ' +
      'resamplings for F1 and leads.'
  );
  for (const contest of contests) printContest(contest);
  printAssurance(contests);
  printLeads(contests);
  printCategories(contests);
  printSpeed(outcome);
  printSizes(outcome);
}

function printContest({ set, entries }: Contest): void {
  const { twoClass } = entries[0]!.figures;
  console.log(`\n${titleOf(set)}: ${set.texts.length} texts, ${twoClass.n} of them not neutral`);
  console.table(
    entries.map(({ name, figures }) => ({
      engine: name,
      '2-class %': ranged(figures.twoClass),
      'tuned %': figures.tuned ? percent(figures.tuned.value) : '',
      '3-class macro-F1 %': ranged(figures.macroF1),
      '3-class %': percent(figures.threeClass.value),
      'answered %': percent(figures.answered)
    }))
  );
}

function printAssurance(contests: readonly Contest[]): void {
  console.log('\nHow sure Vis-à-vis is, and how rightly (3-class)');
  console.table(
    contests.map(({ set, entries, assurance }) => ({
      set: set.key,
      'all texts, right %': ranged(entries[0]!.figures.threeClass),
      'surest 70 %, right %': ranged(assurance.surest),
      'calibration error, points': percent(assurance.calibrationError)
    }))
  );
}

function printLeads(contests: readonly Contest[]): void {
  console.log('\nPoints ahead of the best peer of the set, text by text');
  console.table(
    contests.flatMap(({ set, leads }) =>
      leads === null
        ? []
        : [
            {
              set: set.key,
              measure: '2-class',
              'best peer': leads.twoClass.peer,
              ahead: ranged(leads.twoClass.lead)
            },
            {
              set: set.key,
              measure: 'macro-F1',
              'best peer': leads.macroF1.peer,
              ahead: ranged(leads.macroF1.lead)
            }
          ]
    )
  );
}

function printCategories(contests: readonly Contest[]): void {
  for (const { set, categories } of contests) {
    if (categories.length === 0) continue;
    console.log(`\n${titleOf(set)}. By what makes them hard, Vis-à-vis alone:`);
    console.table(
      categories.map(({ category, ours, rules }) => ({
        category,
        texts: ours.n,
        '3-class %': ranged(ours),
        'rules alone %': percent(rules.value)
      }))
    );
  }
}

function printSpeed({ speeds, read, each, contenders }: Outcome): void {
  const texts = read.reviews ? 'reviews, train too' : 'gold sentences, again and again';
  console.log(`\nSpeed on one thread, ${read.texts} ${texts}; medians of three rounds in turns`);
  console.table(
    contenders.map(({ key, name }) => {
      const { rounds, long } = speeds.get(key)!;
      const clock = rounds.map(({ byClock }) => byClock);
      return {
        engine: name,
        'texts a second': Math.round(medianOf(rounds, 'byClock')),
        'slowest and fastest round': `${Math.round(quantile(clock, 0))} to ${Math.round(quantile(clock, 1))}`,
        'a second of processor': Math.round(medianOf(rounds, 'byProcessor')),
        'one text of 100 kB, ms': tenths(long)
      };
    })
  );
  const [half, most] = [0.5, 0.95].map((share) => tenths(quantile(each, share)));
  console.log(`A text takes Vis-à-vis ${half} µs at the median, ${most} µs at the 95th percentile.`);
}

function printSizes({ sizes }: Outcome): void {
  console.log(
    '\nSizes: the files each really loads, scripts minified, lists without comments, gzipped together'
  );
  console.table(
    sizes.map(({ name, files, bytes, gzipped }) => ({
      part: name,
      files,
      'as they lie, kB': tenths(bytes / 1000),
      'gzipped, kB': tenths(gzipped / 1000)
    }))
  );
}

function titleOf({ title, note }: KnownSet): string {
  return note === '' ? title : `${title} (${note})`;
}

/** "90.1 [87.0, 92.6]", in hundredths. */
function ranged({ value, low, high }: Estimate): string {
  return `${percent(value).toFixed(1)} [${percent(low).toFixed(1)}, ${percent(high).toFixed(1)}]`;
}
