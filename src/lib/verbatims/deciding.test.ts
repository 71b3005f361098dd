import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretches } from './deciding';

describe('the words that decided', () => {
  it('are cut out of the text, each with the way it pulls', () => {
    const text = 'Accueil parfait, mais je ne recommande pas.';
    const at = (word: string) => ({
      text: word,
      start: text.indexOf(word),
      end: text.indexOf(word) + word.length
    });
    const reasons = [
      { ...at('recommande'), weight: -2, negated: true },
      { ...at('parfait'), weight: 3, negated: false }
    ];
    expect(stretches(text, reasons)).toEqual([
      { text: 'Accueil ', pull: null, negated: false },
      { text: 'parfait', pull: 'positive', negated: false },
      { text: ', mais je ne ', pull: null, negated: false },
      { text: 'recommande', pull: 'negative', negated: true },
      { text: ' pas.', pull: null, negated: false }
    ]);
  });

  it('are none in a text without an opinion', () => {
    expect(stretches('Le colis est bleu.', [])).toEqual([
      { text: 'Le colis est bleu.', pull: null, negated: false }
    ]);
    expect(stretches('', [])).toEqual([]);
  });

  it('leave the text as it was, whatever reasons another tool wrote', () => {
    const place = fc.oneof(fc.integer({ min: -5, max: 30 }), fc.constant(Number.NaN));
    const reason = fc.record({
      text: fc.string(),
      start: place,
      end: place,
      weight: fc.double(),
      negated: fc.boolean()
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), fc.array(reason), (text, reasons) => {
        expect(
          stretches(text, reasons)
            .map((stretch) => stretch.text)
            .join('')
        ).toBe(text);
      })
    );
  });
});
