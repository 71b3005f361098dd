import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';
import type { Column } from './table';

interface Row {
  team: string;
  share: number | null;
}

const columns: Column<Row>[] = [
  { name: 'Équipe', value: ({ team }) => team },
  { name: 'Part', value: ({ share }) => share, show: () => 'for the page' },
  { name: 'Intervalle', only: 'page', value: () => 'for the page' }
];
const french = { cells: ';', decimals: ',' };
const lines = async (rows: Row[], dialect = french) => (await toCsv(columns, rows, dialect)).split('\r\n');

describe('a table as a CSV file', () => {
  it('opens in a French spreadsheet: marked as UTF-8, semicolons, decimal commas', async () => {
    expect(await lines([{ team: 'Nantes', share: 62.5 }])).toEqual(['\ufeffÉquipe;Part', 'Nantes;62,5', '']);
  });

  it('opens in an English one', async () => {
    const english = { cells: ',', decimals: '.' };
    expect(await lines([{ team: 'Nantes, centre', share: -3.5 }], english)).toEqual([
      '\ufeffÉquipe,Part',
      '"Nantes, centre",-3.5',
      ''
    ]);
  });

  it('leaves what is unknown empty', async () => {
    expect((await lines([{ team: 'Rennes', share: null }]))[1]).toBe('Rennes;');
  });

  it.each(['=HYPERLINK("http://x")', '+33', '@SUM(A1)', '-1+1', '\tcmd'])(
    'makes a formula text: %s',
    async (team) => {
      const [, line] = await lines([{ team, share: 1 }]);
      expect(line?.replace(/^"/, '').startsWith("'")).toBe(true);
    }
  );
});
