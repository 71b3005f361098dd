import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkTable, NotATable, openTable } from './table';
import type { RefusedRow, TableRow } from './table';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(content: string | Buffer) {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  return openTable(path);
}

async function read(content: string | Buffer) {
  const table = await open(content);
  const rows: (TableRow | RefusedRow)[] = [];
  for await (const row of table.rows()) rows.push(row);
  return { table, rows, cells: rows.map((row) => ('cells' in row ? row.cells : row.refused)) };
}

/** The error of a file that is no table. */
async function refusal(content: string | Buffer): Promise<NotATable> {
  const error = await open(content)
    .then(checkTable)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof NotATable)) throw new Error('The file was accepted.');
  return error;
}

describe('a file of a French Excel', () => {
  it('is read: Windows-1252, semicolons, CRLF, line breaks in quotes', async () => {
    const text = 'Produit;Note;Avis client\r\nThé;4;"Très bon,\nà l’heure"\r\nCafé;2;Trop cher : 12 €\r\n';
    const { table, rows } = await read(iconv.encode(text, 'windows-1252'));
    expect(table).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      columns: ['Produit', 'Note', 'Avis client']
    });
    expect(rows).toEqual([
      { line: 2, cells: ['Thé', '4', 'Très bon,\nà l’heure'] },
      { line: 4, cells: ['Café', '2', 'Trop cher : 12 €'] }
    ]);
  });

  it('may say its delimiter on a first line of its own', async () => {
    const { table, rows } = await read('sep=|\r\na,b|c\r\n1|2\r\n');
    expect(table).toMatchObject({ delimiter: '|', columns: ['a,b', 'c'] });
    expect(rows).toEqual([{ line: 3, cells: ['1', '2'] }]);
  });
});

describe('encodings', () => {
  it('are told by the byte order mark, which is no part of the first heading', async () => {
    const text = 'Note\tAvis\n5\tÇa va 😀\n';
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const { table, cells } = await read(iconv.encode(text, encoding, { addBOM: true }));
      expect(table).toMatchObject({ encoding, delimiter: '\t', columns: ['Note', 'Avis'] });
      expect(cells).toEqual([['5', 'Ça va 😀']]);
    }
  });

  it('are found even when the first accent comes after a megabyte', async () => {
    const plain = 'a;b\n' + 'plain text;1\n'.repeat(120_000);
    for (const encoding of ['windows-1252', 'utf-8']) {
      const { table, cells } = await read(iconv.encode(`${plain}déçu;2\n`, encoding));
      expect(table.encoding).toBe(encoding);
      expect(cells.at(-1)).toEqual(['déçu', '2']);
    }
  });
});

describe('columns', () => {
  it('are trimmed, named when empty and told apart when they repeat', async () => {
    const table = await open(' Note ;Avis;;Avis;Avis 2;\n1;2;3;4;5;6\n');
    expect(table.columns).toEqual(['Note', 'Avis', 'Colonne 3', 'Avis 2', 'Avis 2 2', 'Colonne 6']);
  });

  it('may be all there is', async () => {
    const table = await open('Note;Avis\n');
    expect(table.columns).toEqual(['Note', 'Avis']);
    expect(await checkTable(table)).toEqual({ rows: 0, refused: 0 });
  });

  it('are made up when the first row is data, which is then read', async () => {
    const { table, cells } = await read('4;Très bien\n2;Trop long\n');
    expect(table.columns).toEqual(['Colonne 1', 'Colonne 2']);
    expect(cells).toEqual([
      ['4', 'Très bien'],
      ['2', 'Trop long']
    ]);
  });

  it('may be a single one, whose commas and semicolons are prose', async () => {
    const { table, cells } = await read('Avis\nBien, mais cher\nLent ; très lent\n\n"dit ""oui"""\n');
    expect(table).toMatchObject({ delimiter: '', columns: ['Avis'] });
    expect(cells).toEqual([['Bien, mais cher'], ['Lent ; très lent'], ['dit "oui"']]);
  });
});

describe('quotes', () => {
  const cases: [string, string, string[]][] = [
    ['doubled inside quotes', 'a;b\n"dit ""oui""";1', ['dit "oui"', '1']],
    ['an inch in a bare cell', 'a;b\nun écran de 5" pouces;1', ['un écran de 5" pouces', '1']],
    ['words quoted in a bare cell', 'a;b\ntrès "sympa" ici;1', ['très "sympa" ici', '1']],
    ['a bare cell that starts with a quoted word', 'a;b\n"Super" dit-il;1', ['"Super" dit-il', '1']],
    ['an empty cell in quotes', 'a;b\n"";1', ['', '1']],
    ['the delimiter in quotes', 'a;b\n"x;y";1', ['x;y', '1']],
    ['all line ends in quotes', 'a;b\n"x\r\ny\rz\n";1', ['x\r\ny\rz\n', '1']],
    ['a quoted last cell at the end of the file', 'a;b\n1;"x"', ['1', 'x']]
  ];
  it.each(cases)('%s', async (_, content, expected) => {
    expect((await read(content)).cells).toEqual([expected]);
  });

  it('that are never closed refuse the file, with the line, before anything is read for good', async () => {
    const error = await refusal('a;b\n1;2\n3;"jamais fermé\n4;5\n');
    expect(error).toMatchObject({ code: 'unclosed_quote', line: 3 });
    expect(error.message).toMatch(/line 3/);
    expect(await refusal('"a;b\n1;2\n')).toMatchObject({ code: 'unclosed_quote', line: 1 });
  });
});

describe('rows that do not fit', () => {
  it('are refused by their line when a cell is missing or too many, never guessed', async () => {
    const { rows } = await read('a;b;c\n1;2\n1;2;3;4\n1;2;3\n\n   \n;;\n4;5');
    expect(rows).toEqual([
      { line: 2, refused: 'cell_count' },
      { line: 3, refused: 'cell_count' },
      { line: 4, cells: ['1', '2', '3'] },
      { line: 7, cells: ['', '', ''] },
      { line: 8, refused: 'cell_count' }
    ]);
  });

  it('are refused when a cell is endless, and the reading goes on', async () => {
    const long = 'x'.repeat(20_000);
    const { rows } = await read(`a;b\n1;"${'mot\n'.repeat(500_000)}"\n2;${long}\n3;${long}x\n4;fin\n`);
    expect(rows.map(({ line }) => line)).toEqual([2, 500_003, 500_004, 500_005]);
    expect(rows[0]).toEqual({ line: 2, refused: 'cell_too_long' });
    expect(rows[1]).toHaveProperty('cells', ['2', long]);
    expect(rows[2]).toEqual({ line: 500_004, refused: 'cell_too_long' });
    expect(rows[3]).toEqual({ line: 500_005, cells: ['4', 'fin'] });
  });
});

describe('a check of the whole table', () => {
  const content = `a;b\n${'une ligne;1\n'.repeat(50_000)}trop;de;cellules\n`;

  it('counts what can be read and what is refused, and tells how far it is', async () => {
    const table = await open(content);
    const progress: number[] = [];
    expect(await checkTable(table, (bytesRead) => progress.push(bytesRead))).toEqual({
      rows: 50_000,
      refused: 1
    });
    expect(progress.length).toBeGreaterThan(2);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(table.bytes);
  });

  it('stops when it is told to', async () => {
    const table = await open(content);
    const stop = new AbortController();
    await expect(checkTable(table, () => stop.abort(new Error('stopped')), stop.signal)).rejects.toThrow(
      'stopped'
    );
  });
});

describe('what is no table', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const cases: [string, string | Buffer, string][] = [
    ['an empty file', '', 'empty'],
    ['blank lines', '\ufeff\r\n  \r\n', 'empty'],
    ['only a declaration', 'sep=;\r\n', 'empty'],
    ['a PNG', png, 'binary'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'binary'],
    ['an Excel workbook', Buffer.from('504b030414000600', 'hex'), 'spreadsheet'],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'spreadsheet'],
    ['a web page named .csv or .xls', '\n<html><table><tr><td>Avis</td></tr></table></html>', 'spreadsheet'],
    ['zeros at the start', 'a;b\n1;\0\n', 'binary'],
    ['zeros far into the file', `a;b\n${'x;1\n'.repeat(100_000)}\0;2\n`, 'binary'],
    ['a letter', 'Bonjour, je vous écris pour vous dire merci.\nBien à vous\n', 'one_column_no_header'],
    ['a first line without an end', `a;${'b'.repeat(300_000)};c`, 'too_large']
  ];
  it.each(cases)('%s', async (_, content, code) => {
    const error = await refusal(content);
    expect(error.code).toBe(code);
    expect(error.message.length).toBeGreaterThan(30);
  });

  it('a path that leads nowhere, or to a folder', async () => {
    await expect(openTable(join(folder, 'nowhere.csv'))).rejects.toMatchObject({ code: 'missing' });
    await expect(openTable(folder)).rejects.toMatchObject({ code: 'missing' });
  });
});

describe('any table', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '😀', '5', ' ', '"', ',', ';', '|', '\t', '\n', '\r'),
    maxLength: 12
  });
  const shape = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 20 }),
      delimiter: fc.constantFrom(',', ';', '|', '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      bom: fc.boolean()
    })
  );

  // Cells that hold a delimiter, used or not, are quoted: bare ones may leave two delimiters equally likely.
  it('written by csv-stringify with one of four delimiters reads back identically', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async ({ rows, delimiter, lineEnd, bom }) => {
        const columns = ['Avis', 'Note', 'Date', 'Lieu', 'Canal'].slice(0, rows[0]?.length ?? 2);
        const options = { delimiter, record_delimiter: lineEnd, bom, quoted_match: /[",;|\t\r\n]/ };
        const { table, cells } = await read(stringify([columns, ...rows], options));
        expect(table).toMatchObject({ delimiter, columns, encoding: 'utf-8' });
        expect(cells).toEqual(rows);
      }),
      { numRuns: 200 }
    );
  });
});
