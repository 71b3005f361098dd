import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { LIGHTER } from './lighter.ts';

/** The oldest engine the player is made for: the TVs of 2020. Its APIs are checked by tests/engines/floor.test.ts. */
const FLOOR = 'chrome68';

const MODULE = 'virtual:wall-player';
const ENTRY = fileURLToPath(new URL('main.ts', import.meta.url));
const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));
const LIB = fileURLToPath(new URL('../..', import.meta.url));
/** Served with a year of cache, like everything whose name tells its content. */
const FOLDER = '_app/immutable/wall';

interface Built {
  files: { fileName: string; source: string | Uint8Array }[];
  /** The service worker: it needs an address that never changes. */
  worker: string;
  player: { build: string; script: string; styles: string[]; files: string[] };
}

/**
 * Bundles the wall's player apart from the pages of the staff: another floor of browsers, a tenth of the weight, and
 * not a page that a router leaves. `virtual:wall-player` tells the server what to load.
 */
export function wallPlayer(): Plugin {
  let built: Promise<Built> | undefined;
  let develops = false;
  return {
    name: 'vis-a-vis:wall-player',
    configResolved: ({ command, mode }) => void (develops = command === 'serve' || mode === 'test'),
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null;
      if (develops)
        return modules({ build: 'development', script: `/@fs${ENTRY}`, styles: [], files: [] }, '');
      const { player, worker } = await (built ??= bundle());
      return modules(player, worker);
    },
    async generateBundle() {
      if (develops || this.environment.name !== 'client') return;
      for (const file of (await (built ??= bundle())).files) this.emitFile({ type: 'asset', ...file });
    }
  };
}

function modules(player: Built['player'], worker: string): string {
  return `export const player = ${JSON.stringify(player)};\nexport const worker = ${JSON.stringify(worker)};`;
}

async function bundle(): Promise<Built> {
  const [page, worker] = await Promise.all([bundleOf(ENTRY, `${FOLDER}/`), bundleOf(WORKER, '')]);
  const files = page.map((each) => ({
    fileName: each.fileName,
    source: each.type === 'chunk' ? each.code : each.source
  }));
  const hash = createHash('sha256');
  for (const { fileName, source } of files) hash.update(fileName).update(source);
  const named = (end: string) =>
    files.filter(({ fileName }) => fileName.endsWith(end)).map(({ fileName }) => `/${fileName}`);
  const [script] = named('.js');
  if (!script) throw new Error('The player of the wall came out without a script.');
  const player = {
    build: hash.digest('hex').slice(0, 12),
    script,
    styles: named('.css').filter((name) => name.includes('/main.')),
    files: named('')
  };
  return { files, worker: (worker[0] as Rolldown.OutputChunk).code, player };
}

async function bundleOf(input: string, folder: string): Promise<Rolldown.RolldownOutput['output']> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: '/',
    plugins: LIGHTER,
    resolve: { alias: { $lib: LIB } },
    define: { 'import.meta.env.DEV': 'false' },
    build: {
      write: false,
      target: FLOOR,
      cssTarget: FLOOR,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input,
        output: {
          entryFileNames: `${folder}[name].[hash].js`,
          chunkFileNames: `${folder}[name].[hash].js`,
          assetFileNames: `${folder}[name].[hash][extname]`,
          codeSplitting: false
        }
      }
    }
  });
  return (output as Rolldown.RolldownOutput).output;
}
