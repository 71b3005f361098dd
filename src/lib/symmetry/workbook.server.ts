import writeExcelFile from 'write-excel-file/node';
import type { Cell } from 'write-excel-file/node';
import type { Sheet, Value } from './sheets';

/** Days as the countries have them whose languages the product speaks. */
const DAY = 'dd/mm/yyyy';

/** Characters of the name of a sheet, beyond which spreadsheets call a file broken. */
const LONGEST_NAME = 31;

/**
 * Sheets as one XLSX file. Numbers are numbers and days are days; a text is a text, whatever it begins with: none is
 * taken for a formula.
 */
export function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name.slice(0, LONGEST_NAME),
      data: [columns.map((column) => headOf(column.name)), ...rows.map((row) => row.map(cellOf))],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      dateFormat: DAY
    }))
  ).toBuffer();
}

function headOf(name: string): Cell {
  return { value: name, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' };
}

function cellOf(value: Value): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (value instanceof Date) return { value, type: Date, format: DAY };
  return { value, type: String, format: '@' };
}
