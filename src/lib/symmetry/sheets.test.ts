import { describe, expect, it } from 'vitest';
import { asked, BELLERIVE, rated, sumsOf } from '../../../tests/support/sums';
import { overviewOf } from './overview';
import { historySheet, marksSheet, teamsSheet, type Sheet } from './sheets';

const COMPANY = { teams: BELLERIVE, root: 'bellerive', isCompany: true };
const SPAN = { since: '2026-07', until: '2026-09' };
const sums = sumsOf(
  { nantes: { '2026-08': rated(40, 71.23) }, rennes: { '2026-08': rated(3, 70) } },
  { bellerive: { '2026-08': asked(30, 63.333) }, nantes: { '2026-08': asked(8, 65) } }
);
const overview = overviewOf(sums, COMPANY, SPAN, { cx: 70, ex: 60 }, 'quarter');
const cell = ({ columns, rows }: Sheet, row: number, name: string) =>
  rows[row]?.[columns.findIndex((column) => column.name === name)];

describe('the sheet of teams', () => {
  const sheet = teamsSheet(overview, 'Maison Bellerive', new Map([['rennes', 'Il en manque.']]));

  it('has as many cells as columns, the place first', () => {
    expect(sheet.rows.map(([name]) => name)).toEqual(['Maison Bellerive', 'Nantes', 'Rennes']);
    for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
  });

  it('has numbers with one decimal, and says where there is none and why', () => {
    expect(cell(sheet, 1, 'CX')).toBe(71.2);
    expect(cell(sheet, 0, 'EX')).toBe(63.3);
    expect(cell(sheet, 1, 'CX · n')).toBe(40);
    expect(cell(sheet, 2, 'CX')).toBe('trop peu de données');
    expect(cell(sheet, 2, 'CX · n')).toBeNull();
    expect(sheet.rows[2]?.at(-1)).toBe('Il en manque.');
  });
});

describe('other sheets', () => {
  it('have days as days', () => {
    const history = historySheet(overview.history, 'quarter');
    expect(history.rows.at(-1)?.slice(0, 3)).toEqual([
      'T3 2026',
      new Date('2026-07-01T00:00:00Z'),
      new Date('2026-09-30T00:00:00Z')
    ]);
    const marks = marksSheet([{ kind: 'event', day: '2026-09-01', title: '=1+1', team: 'Nantes' }]);
    expect(marks.rows).toEqual([[new Date('2026-09-01T00:00:00Z'), 'Événement', 'Nantes', '=1+1']]);
  });
});
