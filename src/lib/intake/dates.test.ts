import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDateOrder, isWrittenDate, parseDate } from './dates';

describe('reading a date', () => {
  it.each([
    ['12/03/2025', '2025-03-12'],
    ['1/2/25', '2025-02-01'],
    ['12.03.2025', '2025-03-12'],
    ['12-03-2025 14:05', '2025-03-12'],
    ['12/03/2025 à 14h05', '2025-03-12'],
    ['12/03/2025 14:05:59', '2025-03-12'],
    ['2025-03-12', '2025-03-12'],
    ['2025/3/2', '2025-03-02'],
    ['2025-03-12T23:59:59.000Z', '2025-03-12'],
    ['2025-03-12T00:05:00+02:00', '2025-03-12'],
    ['2025-03-12 10:00:00 UTC', '2025-03-12'],
    ['12 mars 2025', '2025-03-12'],
    ['1er août 2025', '2025-08-01'],
    ['mercredi 12 mars 2025 à 9:30', '2025-03-12'],
    ['mer. 12 févr. 2025', '2025-02-12'],
    ['12-déc.-24', '2024-12-12'],
    ['March 12, 2025', '2025-03-12'],
    ['Mar 12, 2025 2:05 PM', '2025-03-12'],
    ['Wed, 12 Mar 2025 10:00:00 GMT', '2025-03-12'],
    ['3rd of June 2025', '2025-06-03'],
    ['20250312', '2025-03-12'],
    ['45728', '2025-03-12'],
    ['45728,75', '2025-03-12'],
    ['29/02/2024', '2024-02-29'],
    ['31/12/99', '1999-12-31']
  ])('%s is %s', (raw, day) => {
    expect(parseDate(raw)).toBe(day);
  });

  it.each([
    '',
    'hier',
    '31/02/2025',
    '29/02/2025',
    '03/25/2025',
    '00/01/2025',
    '1899-12-30',
    '12/03/0025',
    '12/03/202',
    '12 marins 2025',
    '12 jui 2025',
    '2025',
    '123456',
    '2025-13-01',
    '1234/12/2025',
    'il y a 3 jours'
  ])('%s is none', (raw) => {
    expect(parseDate(raw)).toBeNull();
  });

  it('follows the order it is given and never turns a date round', () => {
    expect(parseDate('03/12/2025', 'mdy')).toBe('2025-03-12');
    expect(parseDate('25/12/2025', 'mdy')).toBeNull();
    expect(parseDate('25-03-12', 'ymd')).toBe('2025-03-12');
    expect(parseDate('12/03/2025', 'ymd')).toBeNull();
    expect(parseDate('2025-03-12', 'mdy')).toBe('2025-03-12');
  });

  it('reads back every day that French people write', () => {
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(parseDate(date.toLocaleDateString('fr-FR', { timeZone: 'UTC' }))).toBe(iso);
        expect(parseDate(date.toLocaleDateString('fr-FR', { timeZone: 'UTC', dateStyle: 'full' }))).toBe(iso);
        expect(parseDate(date.toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'full' }))).toBe(iso);
        expect(parseDate(date.toLocaleDateString('en-US', { timeZone: 'UTC' }), 'mdy')).toBe(iso);
      })
    );
  });

  it('takes no time over a cell made to be slow', () => {
    const started = performance.now();
    for (const cell of [' '.repeat(20_000), '9'.repeat(20_000), 'à '.repeat(10_000), '1 '.repeat(10_000)]) {
      expect(parseDate(cell)).toBeNull();
      expect(guessDateOrder([cell])).toBeNull();
    }
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('the order of day and month', () => {
  it('is decided by the values over 12', () => {
    expect(guessDateOrder(['01/02/2025', '25/02/2025'])).toBe('dmy');
    expect(guessDateOrder(['01/02/2025', '02/25/2025 14:05'])).toBe('mdy');
    expect(guessDateOrder(['2025-02-01', '2025-02-25'])).toBe('ymd');
    expect(guessDateOrder(['25-02-01', '25-02-28', '24-11-30'])).toBe('dmy');
    expect(guessDateOrder(['98-02-01', '99-02-28'])).toBe('ymd');
  });

  it('is day first when nothing decides, and none without numeric dates', () => {
    expect(guessDateOrder(['01/02/2025'])).toBe('dmy');
    expect(guessDateOrder(['12 mars 2025', '45728'])).toBeNull();
    expect(guessDateOrder([])).toBeNull();
  });
});

it('a date is told from a postcode, a version and a word', () => {
  expect(['12/03/2025', '12.03.2025', '12 mars 2025', '2025-03-12', '1/2/25'].every(isWrittenDate)).toBe(
    true
  );
  expect(['75001', '20250312', '3.4.12', 'mars', '4', ''].some(isWrittenDate)).toBe(false);
});
