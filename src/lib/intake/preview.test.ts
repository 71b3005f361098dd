import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedEngine } from '$lib/sentiment/tagger.server';
import { knowPlaces } from './places';
import { mappingFrom, preview } from './preview';
import { openTable } from './table';

const PLACES = knowPlaces([], []);
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'vis-a-vis-preview-'))));
afterAll(() => rm(folder, { recursive: true }));

async function previewOf(content: string, chosen: Parameters<typeof preview>[1] = null) {
  const file = join(folder, 'file.csv');
  await writeFile(file, content);
  return preview(await openTable(file), chosen, PLACES, '2026-11-22', shippedEngine());
}

describe('the preview of a file', () => {
  test('shows twenty rows as they will be read, without personal data', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `5;Merci numéro ${n}, appelez le 06 39 98 12 34`).join(
      '\n'
    );
    const shown = await previewOf(`Note;Avis\n${rows}\n`);
    expect(shown.mapping).toMatchObject({ rating: 0, text: 1, ratingScale: '1-5' });
    expect(shown.rows).toHaveLength(20);
    expect(JSON.stringify(shown.rows)).not.toContain('39 98 12 34');
    expect(shown.rows[0]).toMatchObject({ line: 2, read: { rating: 5 } });
  });

  test('shows the reason on the line that will be refused', async () => {
    const shown = await previewOf('Note;Avis\n5;Bien\n5;\n4;Bien;trop\n');
    expect(shown.rows.slice(1)).toEqual([
      { line: 3, refused: 'no_text' },
      { line: 4, refused: 'cell_count' }
    ]);
  });

  test('reads by the columns a person chose rather than by its guess', async () => {
    const content =
      'Titre;Avis\nBonne lampe;Une lampe très agréable, je recommande vraiment cette boutique\n';
    expect((await previewOf(content)).rows[0]).toMatchObject({
      read: { text: expect.stringContaining('agréable') }
    });
    expect((await previewOf(content, { text: 0 })).rows[0]).toMatchObject({ read: { text: 'Bonne lampe' } });
  });
});

describe('the columns a form chose', () => {
  test('are those of the file, and none when nothing was chosen', () => {
    expect(mappingFrom(new URLSearchParams(), 3)).toBeNull();
    expect(
      mappingFrom(new URLSearchParams('text=1&rating=&team=9&date=x&ratingScale=1-5&dateOrder=dmy'), 3)
    ).toEqual({
      text: 1,
      ratingScale: '1-5',
      dateOrder: 'dmy'
    });
    expect(mappingFrom(new URLSearchParams('text=1&ratingScale=1-7&dateOrder=yyy'), 3)).toEqual({ text: 1 });
  });
});
