import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason, Span } from '$lib/sentiment/sentiment';
import { deciderOf, decidingWords, isDoubted, stretches } from './deciding';

function at(text: string, word: string): Span & { text: string } {
  const start = text.indexOf(word);
  return { text: word, start, end: start + word.length };
}

function reason(text: string, word: string, weight: number, negation?: string): Reason {
  const by = negation === undefined ? {} : { negation: at(text, negation) };
  return { ...at(text, word), weight, negated: negation !== undefined, ...by };
}

/** The text as the page shows it: `_positive_`, `.negative.`, a ring after what was learned, negations in brackets. */
function shown(text: string, reasons: Reason[]): string {
  const sign = { positive: '_', negative: '.' };
  return stretches(text, reasons)
    .map(({ text: words, pull, learned, opens, closes }) => {
      const marked = pull ? sign[pull] + words + sign[pull] : words;
      return `${opens ? '[' : ''}${marked}${learned ? '°' : ''}${closes ? ']' : ''}`;
    })
    .join('');
}

describe('the words that decided', () => {
  it('are cut out of the text, each with the way it pulls, and what negates them is in brackets', () => {
    const text = 'Accueil parfait, mais je ne recommande pas';
    const reasons = [reason(text, 'recommande', -2, 'pas'), reason(text, 'parfait', 3)];
    expect(shown(text, reasons)).toBe('Accueil _parfait_, mais je ne .recommande. [pas]');
  });

  it('have their negation on either side, and may share it', () => {
    const before = 'Aucun retard, jamais déçu ni lassé';
    expect(
      shown(before, [
        reason(before, 'retard', 1, 'Aucun'),
        reason(before, 'déçu', 1, 'jamais'),
        reason(before, 'lassé', 1, 'jamais')
      ])
    ).toBe('[Aucun] _retard_, [jamais] _déçu_ ni _lassé_');
  });

  it('of an expression that holds its own negation are one, without brackets', () => {
    const text = 'Ça ne fonctionne pas du tout';
    const expression = { ...reason(text, 'ne fonctionne pas', -2.5), negated: true };
    expect(shown(text, [expression])).toBe('Ça .ne fonctionne pas. du tout');
  });

  it('that no list knows are told apart', () => {
    const text = 'Livraison nickel';
    expect(shown(text, [{ ...reason(text, 'nickel', 0.4), by: 'learned' }])).toBe('Livraison _nickel_°');
  });

  it('may stand inside of a negation, which is in brackets once', () => {
    const text = 'pas du tout aimable hier';
    expect(shown(text, [{ ...reason(text, 'aimable', -2), negation: at(text, 'pas du tout aimable') }])).toBe(
      '[pas du tout .aimable.] hier'
    );
    expect(shown(text, [{ ...reason(text, 'tout aimable', -2), negation: at(text, 'pas du tout') }])).toBe(
      '[pas du .tout.]. aimable. hier'
    );
  });

  it('are none in a text without an opinion', () => {
    expect(shown('Le colis est bleu.', [])).toBe('Le colis est bleu.');
    expect(stretches('', [])).toEqual([]);
  });

  it('that overlap or reach beyond the text are passed over, and their negations with them', () => {
    const text = 'pas bon';
    const whole = { ...reason(text, 'pas bon', -2), negated: true };
    expect(shown(text, [reason(text, 'bon', -2, 'pas'), whole])).toBe('.pas bon.');
    expect(shown(text, [{ ...reason(text, 'bon', -2, 'pas'), end: 99 }])).toBe(text);
    expect(shown(text, [{ ...reason(text, 'bon', -2), negation: { start: 2, end: 1 } }])).toBe('pas .bon.');
  });

  const place = fc.oneof(fc.integer({ min: -5, max: 30 }), fc.constant(Number.NaN), fc.constant(1.5));
  const span = fc.record({ start: place, end: place });
  const anyReason = fc
    .tuple(span, fc.double(), fc.boolean(), fc.option(span, { nil: undefined }))
    .map(([where, weight, negated, negation]): Reason => ({
      text: '?',
      ...where,
      weight,
      negated,
      negation
    }));

  it('leave the text as it was, whatever reasons another tool wrote', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), fc.array(anyReason), (text, reasons) => {
        const cut = stretches(text, reasons);
        expect(cut.map((stretch) => stretch.text).join('')).toBe(text);
        expect(cut.every((stretch) => stretch.text !== '')).toBe(true);
      })
    );
  });

  it('close every bracket they open, one at a time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), fc.array(anyReason), (text, reasons) => {
        const brackets = stretches(text, reasons).flatMap(({ opens, closes }) => [
          ...(opens ? ['['] : []),
          ...(closes ? [']'] : [])
        ]);
        expect(brackets.join('')).toMatch(/^(\[\])*$/);
      })
    );
  });

  it('are said one by one, each with what negates it', () => {
    const text = 'Accueil parfait, mais ne répond pas';
    const reasons = [
      reason(text, 'répond', -2, 'pas'),
      { ...reason(text, 'parfait', 3), by: 'learned' as const },
      { ...reason(text, 'mais', 3), end: 200 }
    ];
    expect(decidingWords(text, reasons)).toEqual([
      { text: 'parfait', pull: 'positive', negation: null, learned: true },
      { text: 'répond', pull: 'negative', negation: 'pas', learned: false }
    ]);
  });
});

describe('what decided a sentiment', () => {
  const text = 'Colis parfait';
  const read = {
    text,
    sentiment: 'positive' as const,
    confidence: 0.86,
    reasons: [reason(text, 'parfait', 3)],
    rating: null,
    rating_scale: null
  };

  it('is a person, once one has corrected it', () => {
    expect(deciderOf({ ...read, confidence: 1 })).toBe('person');
    expect(deciderOf({ ...read, confidence: 0.999 })).toBe('words');
  });

  it('is the rating where the words left it open', () => {
    const rated = { ...read, confidence: 0.8, rating: 5, rating_scale: '1-5' };
    expect(deciderOf({ ...rated, reasons: [] })).toBe('rating');
    expect(deciderOf(rated)).toBe('rating');
    expect(deciderOf({ ...rated, rating: 0, rating_scale: '0-10', sentiment: 'negative' })).toBe('rating');
  });

  it('is never a rating that says something else, is middling, missing or of no known scale', () => {
    const rated = { ...read, confidence: 0.8, rating: 5, rating_scale: '1-5' };
    expect(deciderOf({ ...rated, confidence: 0.81 })).toBe('words');
    expect(deciderOf({ ...rated, rating: 1 })).toBe('words');
    expect(deciderOf({ ...rated, rating: 3 })).toBe('words');
    expect(deciderOf({ ...rated, rating: null })).toBe('words');
    expect(deciderOf({ ...rated, rating_scale: 'stars' })).toBe('words');
  });

  it('is the whole text where no word decides alone, and nothing in a plain statement', () => {
    expect(deciderOf({ ...read, reasons: [] })).toBe('whole');
    expect(deciderOf({ ...read, reasons: [], sentiment: 'neutral', confidence: 0.3 })).toBe('none');
    expect(deciderOf({ ...read, text: null })).toBe('whole');
  });
});

it('a sentiment is doubted while a verbatim is held for it, and for no other reason', () => {
  expect(isDoubted({ status: 'held', held_for: ['personal_data', 'uncertain'] })).toBe(true);
  expect(isDoubted({ status: 'held', held_for: ['contradiction'] })).toBe(true);
  expect(isDoubted({ status: 'held', held_for: ['insult'] })).toBe(false);
  expect(isDoubted({ status: 'approved', held_for: ['uncertain'] })).toBe(false);
});
