import type { Column } from './table';

/** How the reader's spreadsheet tells cells apart and writes decimals. */
export interface Dialect {
  cells: string;
  decimals: string;
}

/**
 * A table as CSV that a spreadsheet opens with a double click. Cells that it would take for a formula are made text.
 */
export async function toCsv<Row>(columns: Column<Row>[], rows: Row[], dialect: Dialect): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const kept = columns.filter(({ only }) => only !== 'page');
  return stringify(
    rows.map((row) => kept.map((column) => column.value(row))),
    {
      header: true,
      columns: kept.map(({ name }) => name),
      // Without it, Excel takes UTF-8 for the code page of its country.
      bom: true,
      delimiter: dialect.cells,
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { number: (value) => String(value).replace('.', dialect.decimals) }
    }
  );
}
