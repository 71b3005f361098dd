import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '$lib/screens/settings';
import { linesOf, widthOf } from './letters';
import { fitOf, mostDemanding } from './pages';
import { placesIn } from './paging';

const CONTEXT = ['Négatif', 'Nantes', 'il y a 3 h'];
const SENTENCE = 'La livraison a été repoussée deux fois sans un mot. ';
const fit = (text: string, distance = 5, diagonal = 55, answer: string | null = null) =>
  fitOf({ text, answer, context: CONTEXT }, { ...DEFAULT_SETTINGS, distance, diagonal });

describe('how much of a screen a verbatim takes', () => {
  it('is one page for a few sentences at five metres from 55 inches, and two for twice as many', () => {
    expect(fit(SENTENCE.repeat(6))).toEqual({ pages: 1, cut: false });
    expect(fit(SENTENCE.repeat(12))).toEqual({ pages: 2, cut: false });
  });

  it('grows with the distance and shrinks with the screen', () => {
    const pages = [3, 5, 8].map((distance) => fit(SENTENCE.repeat(10), distance).pages);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(pages[2]).toBeGreaterThan(pages[0] as number);
    expect(fit(SENTENCE.repeat(10), 8, 85).pages).toBeLessThan(fit(SENTENCE.repeat(10), 8, 43).pages);
  });

  it('counts the answer, on a page of its own where it does not fit below', () => {
    const answer =
      'Les pièces partent désormais le jour même de l’atelier, et chaque client est rappelé sous 24 h.';
    expect(fit(SENTENCE.repeat(2), 5, 55, answer).pages).toBe(1);
    expect(fit(SENTENCE.repeat(8), 5, 55, answer).pages).toBe(2);
  });

  it('is cut where even the most pages do not hold it', () => {
    expect(fit(SENTENCE.repeat(40), 8, 43)).toEqual({ pages: 8, cut: true });
  });

  it('is told for the screen that holds least', () => {
    const screens = [
      { ...DEFAULT_SETTINGS, distance: 3, diagonal: 55 },
      { ...DEFAULT_SETTINGS, distance: 8, diagonal: 85 },
      { ...DEFAULT_SETTINGS, distance: 5, diagonal: 43 }
    ];
    expect(mostDemanding(screens)).toBe(screens[2]);
    expect(mostDemanding([])).toBe(null);
  });
});

describe('the widths of letters', () => {
  it('are those of the fonts, an accent or a joined sign adding nothing', () => {
    expect(widthOf('H', 'serif')).toBe(0.8);
    expect(widthOf('é', 'serif')).toBe(widthOf('e', 'serif'));
    expect(widthOf('👨‍👩‍👧‍👦', 'serif')).toBe(widthOf('👍🏽', 'serif'));
    expect(widthOf('谢谢', 'serif')).toBe(2);
  });

  it('make lines that break between words, and within those wider than a line', () => {
    const lines = (text: string, width: number) => linesOf(text, placesIn(text), width, 'serif');
    expect(lines('HHH HHH', 6)).toBe(1);
    expect(lines('HHH HHH', 4)).toBe(2);
    expect(lines('H'.repeat(20), 4)).toBe(4);
    expect(lines(`HH ${'H'.repeat(10)} HH`, 4)).toBe(4);
  });
});
