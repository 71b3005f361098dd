import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from '../src/cli/prepare.js';

const CLIENT = join(root, 'build/client');
const MANIFEST = join(root, '.svelte-kit/output/client/.vite/manifest.json');
const ENGINE = 'src/lib/charts/engine.ts';

/** Script in kB of brotli: what a page starts with, and what its charts add once they are drawn. */
export async function scriptOf(page: Response, html: string): Promise<{ page: number; charts: number }> {
  // The page names its script in a header, and the entry points in itself.
  const named = `${page.headers.get('link') ?? ''} ${html}`.match(/_app\/immutable\/[\w./-]+\.js/g) ?? [];
  const start = await withImports(named);
  const manifest = JSON.parse(await readFile(MANIFEST, 'utf8')) as Record<string, { file: string }>;
  const engine = manifest[ENGINE];
  if (!engine) throw new Error(`${ENGINE} is not in the build`);
  const later = [...(await withImports([engine.file]))].filter((file) => !start.has(file));
  return { page: await weigh([...start]), charts: await weigh(later) };
}

/** Files and everything they import at once; what they import later is not theirs. */
async function withImports(files: string[], known = new Set<string>()): Promise<Set<string>> {
  for (const file of files) {
    if (known.has(file)) continue;
    known.add(file);
    const source = await readFile(join(CLIENT, file), 'utf8');
    const imports = [...source.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g)].map(
      ([, path = '']) => path
    );
    await withImports(
      imports.map((path) => posix.join(posix.dirname(file), path)),
      known
    );
  }
  return known;
}

async function weigh(files: string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => brotliCompressSync(await readFile(join(CLIENT, file))).length)
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
