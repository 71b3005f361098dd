import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openTable, type Table } from '../lib/intake/table';
import type { Engine } from '../lib/sentiment/engine';
import { readGold } from '../lib/sentiment/gold/gold';
import { macroF1, rightOf } from '../lib/sentiment/learned/confusion';
import { judge, type Judgement } from '../lib/sentiment/learned/judge';
import type { Lesson } from '../lib/sentiment/learned/lesson';
import { packModel, type Model } from '../lib/sentiment/learned/model';
import { found } from '../lib/sentiment/learned/found';
import { shippedLexicons } from '../lib/sentiment/lexicons/files.server';
import { LISTED, type Language } from '../lib/sentiment/sentiment';
import { SHIPPED_MODEL, untaughtEngine } from '../lib/sentiment/tagger.server';
import { PROJECT_ROOT } from '../lib/server/project';
import { proportion } from '../lib/statistics/proportion';
import { explain, Refusal } from './refusal';

const USAGE = 'Usage: npm run sentiment:train -- FILE.csv [--out FILE.json] [--seed N]';

/** Fewer texts teach nothing that holds for others. */
const LEAST = 500;

interface Row extends Lesson {
  group: string;
  teaches: boolean;
}

/**
 * npm run sentiment:train: trains the shipped weights from rated reviews and prints how good they are.
 *
 * The file has the columns text and rating (1 to 5), and may have lang, product (the fusion is fitted on products held
 * out) and split: rows of `train` teach, the others judge. The same file and seed give the same bytes.
 */
export async function run(args: string[]): Promise<number> {
  try {
    const { path, out, seed } = readArguments(args);
    const rows = await readRows(await openTable(path));
    const teaching = rows.filter(({ teaches }) => teaches);
    if (teaching.length < LEAST)
      throw new Refusal(`${teaching.length} rated texts are too few to train on; ${LEAST} is the least.`);
    const engine = untaughtEngine();
    const model = finish(
      found(engine, {
        groups: groupsOf(teaching),
        lexicons: shippedLexicons(),
        examined: await shortTexts(engine),
        seed
      })
    );
    const packed = `${JSON.stringify(JSON.parse(packModel(model)), null, 2)}\n`;
    await writeFile(out, packed);
    const judged = rows.filter(({ teaches }) => !teaches);
    report(model, teaching.length, judged.length > 0 ? finish(judge(engine.with(model), judged)) : null);
    console.log(
      `\n${relative('', out)}: ${(gzipSync(packed).length / 1000).toFixed(1)} kB gzipped, seed ${seed}`
    );
    return 0;
  } catch (error) {
    console.error(explain(error, USAGE) ?? `The weights could not be trained: ${(error as Error).message}`);
    return 2;
  }
}

function readArguments(args: string[]): { path: string; out: string; seed: number } {
  const { values, positionals } = parseArgs({
    args,
    options: { out: { type: 'string' }, seed: { type: 'string', default: '1' } },
    allowPositionals: true
  });
  const [path] = positionals;
  const seed = Number(values.seed);
  if (path === undefined) throw new Refusal(`No file is named. ${USAGE}`);
  if (!Number.isSafeInteger(seed)) throw new Refusal(`A seed is a whole number, not "${values.seed}".`);
  return { path, out: values.out ?? SHIPPED_MODEL, seed };
}

async function readRows(table: Table): Promise<Row[]> {
  const place = (name: string) => table.columns.indexOf(name);
  for (const name of ['text', 'rating'])
    if (place(name) < 0)
      throw new Refusal(`There is no column "${name}". The columns are ${table.columns.join(', ')}.`);
  const rows: Row[] = [];
  for await (const row of table.rows()) {
    if ('refused' in row) continue;
    const cell = (name: string) => row.cells[place(name)]?.trim() ?? '';
    const rating = Number(cell('rating'));
    if (!(rating >= 1 && rating <= 5) || cell('text') === '') continue;
    rows.push({
      id: String(rows.length + 1),
      text: cell('text'),
      language: languageOf(cell('lang')),
      label: rating >= 4 ? 'positive' : rating <= 2 ? 'negative' : 'neutral',
      corrected: false,
      group: cell('product'),
      teaches: place('split') < 0 || cell('split') === 'train'
    });
  }
  return rows;
}

/** The gold sentences that were written before the engine was frozen. */
async function shortTexts(engine: Engine): Promise<Lesson[]> {
  const gold = readGold(await readFile(join(PROJECT_ROOT, 'src/lib/sentiment/gold/before.csv'), 'utf8'));
  return gold.map(({ text, label }, i) => ({
    id: `gold-${i}`,
    text,
    language: engine.languageOf(text),
    label,
    corrected: false
  }));
}

function languageOf(cell: string): Language {
  return LISTED.find((language) => language === cell) ?? 'unknown';
}

/** By product; one product, or none named, is cut into five. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const products = [...new Set(rows.map(({ group }) => group))];
  if (products.length > 1) return products.map((product) => rows.filter(({ group }) => group === product));
  return [0, 1, 2, 3, 4].map((part) => rows.filter((_, i) => i % 5 === part));
}

function finish<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function report(model: Model, taught: number, judgement: Judgement | null): void {
  const used = model.weights.reduce((sum, weight) => sum + Number(weight !== 0), 0);
  console.log(`${taught} texts taught ${used} of ${model.weights.length} weights.`);
  console.log(`Fusion ${JSON.stringify(model.fusion)}`);
  if (!judgement) return;
  console.log(`\nOn ${judgement.n} texts it was not taught, three classes:`);
  for (const [language, confusion] of Object.entries(judgement.languages)) {
    const { value, low, high, n } = proportion(rightOf(confusion))!;
    const percent = (share: number) => (100 * share).toFixed(1);
    console.log(
      `${language}: right ${percent(value)} % [${percent(low)}, ${percent(high)}], macro-F1 ${percent(macroF1(confusion))}, n ${n}`
    );
    console.table(confusion);
  }
}
