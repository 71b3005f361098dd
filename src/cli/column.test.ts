import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tag-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  code: number;
  lines: Record<string, unknown>[];
  errors: string;
}

function command(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/command.js', ...args], { cwd: root }, (error, stdout, stderr) => {
      const lines = stdout.split('\n').filter(Boolean);
      resolve({
        code: error ? Number(error.code) : 0,
        lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
        errors: stderr
      });
    });
  });
}

async function csv(content: string): Promise<string> {
  const path = join(folder, 'reviews.csv');
  await writeFile(path, content);
  return path;
}

it('tags a line per row in the order of the file, a refused row included', async () => {
  const path = await csv('id,text\n1,Accueil très aimable\n2,trop,de cellules\n3,"Ne répond jamais,\nnul"\n');
  const { code, lines } = await command('tag', path, '--column', 'text');
  expect(code).toBe(0);
  expect(lines.map(({ label, lang }) => [label, lang])).toEqual([
    ['positive', 'fr'],
    ['neutral', 'unknown'],
    ['negative', 'fr']
  ]);
  expect(Object.keys(lines[0]!)).toEqual(['label', 'score', 'confidence', 'lang']);
  expect(lines[1]).toEqual({
    label: 'neutral',
    score: 0,
    confidence: 0,
    lang: 'unknown',
    error: 'cell_count'
  });
});

it('redacts a line per row, and says which a person must look at', async () => {
  const path = await csv('text,id\n"Merci, rappelez le 06 39 98 12 34",1\nTrès bien,2\ntrop,de,cellules\n');
  const { code, lines } = await command('redact', path, '--column', 'text');
  expect(code).toBe(0);
  expect(lines).toEqual([
    { text: 'Merci, rappelez le [téléphone]', held: true, reasons: ['personal_data'] },
    { text: 'Très bien', held: false, reasons: [] },
    { text: '', held: true, reasons: ['unreadable'] }
  ]);
});

it('names the columns when the one asked for is not there', async () => {
  const path = await csv('Produit;Avis\nPompe;Très bien\n');
  const { code, lines, errors } = await command('tag', path, '--column', 'text');
  expect({ code, lines }).toEqual({ code: 2, lines: [] });
  expect(errors).toContain('"Produit", "Avis"');
});

it('says what to do when the file, its name or the column is missing', async () => {
  const missing = await command('tag', join(folder, 'absent.csv'), '--column', 'text');
  const unnamed = await command('tag');
  const columnless = await command('redact', await csv('text\nBien\n'));
  for (const { code, lines } of [missing, unnamed, columnless])
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
  expect(missing.errors).toContain('does not exist');
  expect(unnamed.errors).toContain('Usage:');
  expect(columnless.errors).toContain('column');
});
