import { parseArgs } from 'node:util';
import { shippedEngine } from '../src/lib/sentiment/tagger.server';
import type { ListedLanguage } from '../src/lib/sentiment/sentiment';
import { contestOf, type Contest } from './contest';
import { loadPeers, type Contender } from './peers';
import { readGoldSets, readReviews } from './rated';
import { figuresIn } from './sentiment-figures';
import { printTables } from './sentiment-tables';
import { measureSizes, type Sizes } from './sizes';
import { measureSpeed, timeEach, type Speed } from './speed';

export interface Outcome {
  contests: Contest[];
  speeds: Map<string, Speed>;
  /** What the speeds were measured on. */
  read: { texts: number; reviews: boolean };
  /** Microseconds a text of ours. */
  each: number[];
  sizes: Sizes;
  contenders: Contender[];
  /** What could not take part, in words. */
  absent: string[];
}

/**
 * How right, how fast and how large the sentiment engine is beside others of npm: on rated reviews it was not taught when
 * they are there, and on the gold sentences always.
 *
 * npm run bench:sentiment [-- --json] [-- FILE.csv]
 *
 * FILE.csv has the columns lang, rating (1 to 5), text and perhaps split; rows of `train` are left out.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true
  });
  const reviews = readReviews(positionals[0]);
  const gold = readGoldSets();
  const { peers, failed } = await loadPeers();
  const { ours, others } = own();
  const contenders = [ours, ...others, ...peers];
  const absent = [...failed, ...gold.absent.map((file) => `${file} is not written yet`)];
  if (!reviews) absent.push('the reviews are not there: gold alone');

  const contests: Contest[] = [];
  for (const set of [...(reviews?.sets ?? []), ...gold.sets]) {
    process.stderr.write(`${set.key}: ${set.texts.length} texts\n`);
    contests.push(await contestOf(set, ours, others, peers));
  }
  process.stderr.write('speed\n');
  const texts = reviews?.all ?? gold.sets.flatMap((set) => set.texts);
  const outcome: Outcome = {
    contests,
    speeds: await measureSpeed(contenders, texts),
    read: { texts: texts.length, reviews: reviews !== null },
    each: await timeEach(ours, texts),
    sizes: await measureSizes(new Set(peers.map(({ key }) => key))),
    contenders,
    absent
  };
  if (values.json) console.log(JSON.stringify(figuresIn(outcome)));
  else printTables(outcome);
  return 0;
}

/** The engine as it is shipped, which finds the language by itself, and in other guises. */
function own(): { ours: Contender; others: Contender[] } {
  const engine = shippedEngine();
  const told = (text: string, language: ListedLanguage) => engine.tag(text, language);
  const byRules = (text: string) => {
    const found = engine.tagByRules(text);
    // Rules that found no word have no answer, though the fusion leans somewhere.
    return found.reasons.length === 0 ? { ...found, score: 0 } : found;
  };
  return {
    ours: { key: 'ours', name: 'Vis-à-vis', answer: (text) => engine.tag(text) },
    others: [
      { key: 'ours_told', name: 'Vis-à-vis, language told', answer: told },
      { key: 'ours_rules', name: 'Vis-à-vis, rules alone', answer: byRules }
    ]
  };
}
