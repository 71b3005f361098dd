import { describe, expect, it } from 'vitest';
import { Lines, widestIn, widthOf } from './letters';

describe('the widths of letters', () => {
  it('are those of the fonts, an accent or a joined sign adding nothing', () => {
    expect(widthOf('H', 'serif')).toBe(0.8);
    expect(widthOf('é', 'serif')).toBe(widthOf('e', 'serif'));
    expect(widthOf('👨‍👩‍👧‍👦', 'serif')).toBe(widthOf('👍🏽', 'serif'));
    expect(widthOf('谢谢', 'serif')).toBe(2);
    expect(widthOf('한국', 'sans')).toBe(2);
  });

  it('are those of a space for one that does not break, and less for a narrow one', () => {
    expect(widthOf('\u00a0', 'serif')).toBe(widthOf(' ', 'serif'));
    expect(widthOf('\u202f', 'serif')).toBeLessThan(widthOf(' ', 'serif'));
  });

  it('add up to less where letters stand closer, but for what has no width', () => {
    expect(widthOf('HH', 'serif', 0.01)).toBeCloseTo(1.58);
    expect(widthOf('e\u0301', 'serif', 0.01)).toBeCloseTo(widthOf('e', 'serif') - 0.01);
  });
});

describe('lines of text', () => {
  const lines = (text: string, width: number) => new Lines(width).put(text, 'serif').count;

  it('break between words, and within those wider than a line', () => {
    expect(lines('HHH HHH', 6)).toBe(1);
    expect(lines('HHH HHH', 4)).toBe(2);
    expect(lines('H'.repeat(20), 4)).toBe(4);
    expect(lines(`HH ${'H'.repeat(10)} HH`, 4)).toBe(4);
  });

  it('hold whole letters: what is left at the end of a line stays empty', () => {
    expect(lines('H'.repeat(20), 4.7)).toBe(4);
    expect(lines('H'.repeat(21), 4.7)).toBe(5);
  });

  it('break a word that is too wide after its hyphens first', () => {
    expect(lines('HHH-HHH', 4)).toBe(2);
    expect(lines(`HH-${'H'.repeat(6)}`, 4)).toBe(3);
    expect(widestIn('HHH-HHH HH', 'serif')).toBeCloseTo(widthOf('HHH-', 'serif'));
  });

  it('leave a hanging mark alone where the first word is too wide for any line', () => {
    const hung = (text: string) => new Lines(4).hang().put(text, 'serif').count;
    expect(hung('H'.repeat(5))).toBe(1);
    expect(hung('H'.repeat(6))).toBe(3);
    expect(lines('H'.repeat(6), 4)).toBe(2);
  });

  it('go on where the text before ended', () => {
    expect(new Lines(4).put('HH', 'bold').put(' HH', 'sans').count).toBe(1);
    expect(new Lines(4).put('HHHH', 'bold').put(' HH', 'sans').count).toBe(2);
  });
});
