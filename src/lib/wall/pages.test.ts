import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '$lib/screens/settings';
import { fitOf, mostDemanding, worstFit, type Viewed } from './pages';

const AROUND = { sentiment: 'Négatif', team: 'Nantes', more: ['Livraison', 'Avis Google'] };
const SENTENCE = 'La livraison a été repoussée deux fois sans un mot. ';
const LYING = { width: 1920, height: 1080 };
const UPRIGHT = { width: 1080, height: 1920 };
const screen = (given: Partial<Viewed> = {}): Viewed => ({ ...DEFAULT_SETTINGS, viewport: null, ...given });
const fit = (text: string, given: Partial<Viewed> = {}, answer: string | null = null) =>
  fitOf({ text, answer, ...AROUND }, screen(given));

describe('how much of a screen a verbatim takes', () => {
  it('is one page for a few sentences at five metres from 55 inches, and two for twice as many', () => {
    expect(fit(SENTENCE.repeat(6))).toEqual({ pages: 1, cut: false });
    expect(fit(SENTENCE.repeat(12))).toEqual({ pages: 2, cut: false });
  });

  it('grows with the distance and shrinks with the screen', () => {
    const pages = [3, 5, 8].map((distance) => fit(SENTENCE.repeat(10), { distance }).pages);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(pages[2]).toBeGreaterThan(pages[0] as number);
    const [near, far] = [85, 43].map((diagonal) => fit(SENTENCE.repeat(10), { distance: 8, diagonal }).pages);
    expect(near).toBeLessThan(far as number);
  });

  it('counts the answer, on a page of its own where it does not fit below', () => {
    const answer =
      'Les pièces partent désormais le jour même de l’atelier, et chaque client est rappelé sous 24 h.';
    expect(fit(SENTENCE.repeat(2), {}, answer).pages).toBe(1);
    expect(fit(SENTENCE.repeat(8), {}, answer).pages).toBe(2);
  });

  it('is cut where even the most pages do not hold it', () => {
    expect(fit(SENTENCE.repeat(40), { distance: 8, diagonal: 43 })).toEqual({ pages: 8, cut: true });
  });

  it('follows the shape that the screen has: by its system, or turned by its settings', () => {
    const text = SENTENCE.repeat(3);
    const far = { distance: 8, diagonal: 43 };
    const [lying, upright] = [
      fit(text, { ...far, viewport: LYING }),
      fit(text, { ...far, viewport: UPRIGHT })
    ];
    expect(upright).not.toEqual(lying);
    expect(fit(text, { ...far, orientation: 'left', viewport: LYING })).toEqual(upright);
    expect(fit(text, { ...far, orientation: 'right', viewport: UPRIGHT })).toEqual(lying);
  });

  it('is that of the usual screen, hung as its settings say, for one that was never heard of', () => {
    const text = SENTENCE.repeat(10);
    for (const orientation of ['none', 'left', 'half'] as const)
      expect(fit(text, { distance: 8, orientation })).toEqual(
        fit(text, { distance: 8, orientation, viewport: LYING })
      );
  });

  it('is the same on any number of pixels, and always one page on a telephone, which scrolls', () => {
    const text = SENTENCE.repeat(14);
    expect(fit(text, { viewport: { width: 3840, height: 2160 } })).toEqual(fit(text));
    expect(fit(text).pages).toBeGreaterThan(1);
    expect(fit(text, { viewport: { width: 390, height: 844 } })).toEqual({ pages: 1, cut: false });
  });
});

describe('the screens that hold least', () => {
  it('are one of each shape', () => {
    const screens = [
      screen({ distance: 3, diagonal: 55 }),
      screen({ distance: 8, diagonal: 85 }),
      screen({ distance: 5, diagonal: 43 }),
      screen({ distance: 3, viewport: UPRIGHT }),
      screen({ distance: 4, orientation: 'left' })
    ];
    expect(mostDemanding(screens)).toEqual([screens[2], screens[4]]);
    expect(mostDemanding([])).toEqual([]);
  });

  it('decide what is told, together with which of them it is told of', () => {
    const written = { text: SENTENCE.repeat(10), answer: null, ...AROUND };
    const [near, far] = [screen({ distance: 2 }), screen({ distance: 8, viewport: UPRIGHT })];
    expect(worstFit(written, [near, far])).toEqual({ ...fitOf(written, far), screen: far });
    expect(worstFit(written, [far, near]).screen).toBe(far);
    expect(fitOf(written, near).pages).toBeLessThan(fitOf(written, far).pages);
  });

  it('are one as most offices have as long as there are none', () => {
    const { screen: usual, ...told } = worstFit({ text: SENTENCE, answer: null, ...AROUND }, []);
    expect(usual).toMatchObject({ distance: 5, diagonal: 55 });
    expect(told).toEqual(fit(SENTENCE));
  });
});
