import { afterEach, describe, expect, it } from 'vitest';
import {
  ago,
  dateRange,
  decimal,
  integer,
  month,
  percent,
  percentRange,
  shortDay,
  signed,
  spreadsheet
} from './format';
import { overwriteGetLocale } from './paraglide/runtime';

const speak = (locale: 'fr' | 'en') => overwriteGetLocale(() => locale);
/** Which of the narrow and ordinary no-break spaces is used changes with the Unicode data of the machine. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

afterEach(() => speak('fr'));

describe('numbers', () => {
  it('are written the French way', () => {
    speak('fr');
    expect(plain(integer(12345))).toBe('12 345');
    expect(decimal(4.267)).toBe('4,3');
    expect(plain(percent(0.624))).toBe('62 %');
    expect(plain(percentRange(0.5749, 0.6551))).toBe('57–66 %');
  });

  it('are written the English way', () => {
    speak('en');
    expect(integer(12345)).toBe('12,345');
    expect(decimal(4, 1)).toBe('4.0');
    expect(percentRange(0, 1)).toBe('0–100%');
  });

  it('carry their sign, with a true minus, and zero none', () => {
    expect([signed(25), signed(-5.4), signed(0), signed(-0.3)]).toEqual(['+25', '−5', '0', '0']);
  });
});

describe('days', () => {
  it('are named in French', () => {
    speak('fr');
    expect(plain(dateRange('2026-08-25', '2026-11-22'))).toBe('25 août – 22 nov. 2026');
    expect(shortDay('2026-03-01')).toBe('1er mars');
    expect(plain(dateRange('2026-02-01', '2026-02-21'))).toBe('1er–21 févr. 2026');
    expect(month('2026-02-01')).toBe('févr. 2026');
  });

  it('are named in English', () => {
    speak('en');
    expect(plain(dateRange('2025-12-30', '2026-01-02'))).toBe('30 Dec 2025 – 2 Jan 2026');
    expect(shortDay('2026-03-01')).toBe('1 Mar');
  });
});

describe('how long ago', () => {
  const now = new Date('2026-11-22T12:00:00Z');

  it.each([
    ['2026-11-22T11:59:40Z', 'maintenant'],
    ['2026-11-22T10:00:00Z', 'il y a 2 heures'],
    ['2026-11-21T12:00:00Z', 'hier'],
    ['2026-10-22T12:00:00Z', 'le mois dernier'],
    ['2024-11-22T12:00:00Z', 'il y a 2 ans']
  ])('%s is %s', (moment, words) => {
    speak('fr');
    expect(plain(ago(moment, now))).toBe(words);
  });
});

describe('a file for a spreadsheet', () => {
  it('keeps its cells apart where decimals have the comma', () => {
    speak('fr');
    expect(spreadsheet()).toEqual({ cells: ';', decimals: ',' });
    speak('en');
    expect(spreadsheet()).toEqual({ cells: ',', decimals: '.' });
  });
});
