/** One column of the table behind a chart. */
export interface Column<Row> {
  name: string;
  /** Left out of the page, where it would be too wide, or of a file, where it could not be computed with. */
  only?: 'page' | 'file';
  /** The bare value, for a file. */
  value(row: Row): string | number | null;
  /** How the page writes it; without, as it is. */
  show?(row: Row): string;
  href?(row: Row): string | undefined;
}

/** What a cell of the page says; an empty one says so. */
export function shown<Row>(column: Column<Row>, row: Row): string {
  return column.show?.(row) ?? String(column.value(row) ?? '–');
}
