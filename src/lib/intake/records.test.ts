import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RECORD, RecordCutter } from './records';
import type { Cut } from './records';

function cut(chunks: string[], delimiter = ';') {
  const cutter = new RecordCutter(delimiter);
  const batches = [...chunks.map((chunk) => cutter.write(chunk)), cutter.end()];
  const cuts: Cut[] = batches.flatMap((batch) => batch.cuts);
  return { cuts, text: batches.map((batch) => batch.text).join(''), openQuote: cutter.openQuote };
}

function cells(text: string): string[][] {
  return parse(text, {
    delimiter: ';',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true
  });
}

const lines = (cuts: Cut[]) => cuts.map((one) => one.line);

describe('cutting text into records', () => {
  it('knows the line where each record starts, whatever the line ends and the line breaks in quotes', () => {
    expect(lines(cut(['a;b\r\n"x\r\ny";1\r\nz;2']).cuts)).toEqual([1, 2, 4]);
    expect(lines(cut(['a;b\n"x\n\ny";1\nz;2\n']).cuts)).toEqual([1, 2, 5]);
    expect(lines(cut(['a;b\r"x\ry";1\rz;2\r']).cuts)).toEqual([1, 2, 4]);
  });

  it('leaves blank lines out and keeps a row of empty cells', () => {
    expect(lines(cut(['\n\na;b\n  \n;\n\u00a0\n""\n']).cuts)).toEqual([3, 5, 7]);
    expect(lines(cut(['a\tb\n\t\n \n'], '\t').cuts)).toEqual([1, 2]);
  });

  it('refuses a record over 1 MiB on its first line, keeps none of it and goes on', () => {
    const huge = 'x'.repeat(MAX_RECORD / 4);
    const { cuts, text } = cut(['a;b\n1;"', huge, '\n', huge, huge, huge, huge, '"\nc;d\n']);
    expect(cuts).toEqual([
      { line: 1, lines: 1 },
      { line: 2, lines: 1, refused: 'cell_too_long' },
      { line: 4, lines: 1 }
    ]);
    expect(text).toBe('a;b\nc;d\n');
  });

  it('refuses all the lines that a stray quote swallowed, then goes on', () => {
    const { cuts, text } = cut(['a;b\n"jamais fermé;1\nx;2\n"y";3\nz;4\n']);
    expect(cuts).toEqual([
      { line: 1, lines: 1 },
      { line: 2, lines: 3, refused: 'cell_count' },
      { line: 5, lines: 1 }
    ]);
    expect(text).toBe('a;b\nz;4\n');
  });

  it('says on which line a quote that is never closed was opened', () => {
    expect(cut(['a;b\n1;2\n3;"x\ny;4\n']).openQuote).toBe(3);
    expect(cut(['a;b\n1;"x"\n']).openQuote).toBeUndefined();
  });

  it('holds a quote for never closed when it swallowed over 1 MiB before the next one', () => {
    const rows = 'une ligne;1\n'.repeat(MAX_RECORD / 8);
    expect(cut(['a;b\n2;"x\n', rows, 'y"\n\nfin;3\n']).openQuote).toBeUndefined();
    expect(cut(['a;b\n2;"x\n', rows, 'un "mot";2\nfin;3\n']).openQuote).toBe(2);
  });

  const messy = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '"', '"', ';', '\n', '\r', '\r\n'),
    maxLength: 40
  });

  it('finds the same records however the text is cut into chunks', () => {
    fc.assert(
      fc.property(messy, fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1 }), (text, sizes) => {
        const chunks: string[] = [];
        for (let at = 0, i = 0; at < text.length; at += sizes[i++ % sizes.length]!) {
          chunks.push(text.slice(at, at + sizes[i % sizes.length]!));
        }
        expect(cut(chunks)).toEqual(cut([text]));
      }),
      { numRuns: 2000 }
    );
  });

  it('agrees with csv-parse on what a record is', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const found = cut([text]);
        expect(cells(found.text)).toHaveLength(found.cuts.filter((one) => !one.refused).length);
        if (found.openQuote !== undefined || found.cuts.some((one) => one.refused)) return;
        const filled = (rows: string[][]) => rows.filter((row) => row.length > 1 || row[0]!.trim() !== '');
        expect(filled(cells(found.text))).toEqual(filled(cells(text)));
      }),
      { numRuns: 3000 }
    );
  });
});
