import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { minify, transformWithOxc } from 'vite';
import { SHIPPED_MODEL } from '../src/lib/sentiment/tagger.server';
import { PROJECT_ROOT } from '../src/lib/server/project';
import { PEERS } from './peers';

export type Sizes = Size[];

interface Size {
  /** Its name among the figures. */
  key: string;
  name: string;
  files: number;
  /** As the files lie there. */
  bytes: number;
  /** Minified, together and gzipped. */
  gzipped: number;
}

const OURS = join(PROJECT_ROOT, 'src/lib/sentiment');

/** What our code depends on: the English list, the finder of languages, the reader of the lexicons. */
const PACKAGES = ['sentiment/languages/en/index.js', 'tinyld', 'csv-parse/sync'];

/**
 * Our parts, and of each peer what it brings into a process that loads it: code and lists alike.
 *
 * @param loaded keys of the peers that can be loaded
 */
export async function measureSizes(loaded: ReadonlySet<string>): Promise<Sizes> {
  const files = (await ownFiles()).filter((file) => !/\.(test|d)\.ts$|[\\/]gold[\\/]/.test(file));
  const lexicons = files.filter((file) => file.endsWith('.csv'));
  const french = lexicons.filter((file) => dirname(file).endsWith('fr'));
  const code = files.filter((file) => file.endsWith('.ts'));
  const sizes = [
    await sizeOf('ours_weights', 'Vis-à-vis: what was learned', [SHIPPED_MODEL]),
    await sizeOf('ours_code', 'Vis-à-vis: code, that of teaching too', code),
    await sizeOf('ours_lexicons', 'Vis-à-vis: lexicons of six languages', lexicons),
    await sizeOf('ours_lexicon_fr', 'Vis-à-vis: the French one alone', french),
    await sizeOf('ours_code_and_lexicons', 'Vis-à-vis: code and lexicons', [...code, ...lexicons]),
    await sizeOf('ours_packages', 'Vis-à-vis: packages it uses', await loadedBy(PACKAGES))
  ];
  for (const { key, name, modules } of PEERS.filter(({ key }) => loaded.has(key)))
    sizes.push(await sizeOf(key, name, await loadedBy(modules)));
  return sizes;
}

async function ownFiles(): Promise<string[]> {
  const entries = await readdir(OURS, { recursive: true });
  return entries.sort().map((entry) => join(OURS, entry));
}

/** The files that Node reads for these modules, asked of a process of its own. */
async function loadedBy(modules: readonly string[]): Promise<string[]> {
  const script =
    'process.argv.slice(1).forEach((name) => require(name)); console.log(JSON.stringify(Object.keys(require.cache)))';
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, ...modules], {
    cwd: PROJECT_ROOT
  });
  return JSON.parse(stdout) as string[];
}

async function sizeOf(key: string, name: string, files: readonly string[]): Promise<Size> {
  const contents = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const small = await Promise.all(files.map((file, i) => minified(file, contents[i]!)));
  return {
    key,
    name,
    files: files.length,
    bytes: contents.reduce((sum, content) => sum + Buffer.byteLength(content), 0),
    gzipped: gzipSync(small.join('\n'), { level: 9 }).length
  };
}

/** Without what a program does not need to read; lists lose their lines of comment. */
async function minified(file: string, content: string): Promise<string> {
  if (file.endsWith('.json')) return JSON.stringify(JSON.parse(content));
  if (!/\.[cm]?[jt]s$/.test(file)) return content.replaceAll(/^#.*\n/gm, '');
  const script = file.endsWith('.ts') ? (await transformWithOxc(content, file)).code : content;
  const { code } = await minify(file.replace(/\.ts$/, '.js'), script);
  return code;
}
