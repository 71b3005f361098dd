import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_FLOOR, type Language } from './sentiment';
import { shippedEngine } from './tagger.server';

const { tag, tagByRules } = shippedEngine();

const languages: Language[] = ['fr', 'en', 'es', 'de', 'it', 'nl', 'unknown'];
const labelOf = (text: string, language: Language = 'fr') => tag(text, language).label;

describe('in French', () => {
  it.each([
    'Conseillère à l’écoute, dossier réglé en deux jours, je suis ravie',
    'Livraison rapide et vendeur très aimable',
    'Merci à toute l’équipe pour votre gentillesse'
  ])('hears praise: %s', (text) => expect(labelOf(text)).toBe('positive'));

  it.each([
    'Deux heures d’attente pour un accueil désagréable',
    'Impossible de joindre un conseiller, c’est inadmissible',
    'Colis abîmé et remboursement refusé'
  ])('hears anger: %s', (text) => expect(labelOf(text)).toBe('negative'));

  it.each([
    'Je ne recommande pas cette agence',
    'je recommande pas du tout',
    "L'appli ne fonctionne plus",
    'Ça marche toujours pas',
    'ça marche plus depuis lundi',
    'On n’est jamais bien accueilli ici',
    'Personne ne répond au téléphone',
    'Ni aimable ni compétent'
  ])('reads a negation on either side of the verb: %s', (text) => expect(labelOf(text)).toBe('negative'));

  it.each([
    'Jamais déçue en dix ans',
    'Sans aucun problème',
    'Je ne regrette pas mon choix',
    "Il n'y a plus de bugs, bravo",
    'Je ne suis pas déçu'
  ])('hears a denied fault as praise: %s', (text) => expect(labelOf(text)).toBe('positive'));

  it('lets "plus" compare when nothing negates', () => {
    expect(labelOf("C'est plus pratique qu'au guichet")).toBe('positive');
    expect(labelOf("Ce n'est plus pratique")).toBe('negative');
  });

  it.each([
    ['Rien à redire', 'positive'],
    ['Pas mal du tout', 'positive'],
    ['Je ne peux plus m’en passer', 'positive'],
    ['Pas terrible', 'negative'],
    ['L’accueil laisse vraiment à désirer', 'negative'],
    ['Une vraie perte de temps', 'negative']
  ])('knows that %s is %s', (text, label) => expect(labelOf(text)).toBe(label));

  it('lets a following negation beat an expression', () => {
    expect(labelOf('Ça marche')).toBe('positive');
    expect(labelOf('Ça marche pas')).toBe('negative');
  });

  it('weighs what follows "mais" more than what precedes it', () => {
    expect(labelOf('Bel endroit mais service catastrophique')).toBe('negative');
    expect(labelOf('Accueil un peu froid mais travail excellent')).toBe('positive');
    expect(tag('Lent, par contre efficace', 'fr').score).toBeGreaterThan(
      tag('Efficace, par contre lent', 'fr').score
    );
  });

  it('hears how much: très, un peu, peu', () => {
    const scoreOf = (text: string) => tagByRules(text, 'fr').score;
    expect(scoreOf('très lent')).toBeLessThan(scoreOf('lent'));
    expect(scoreOf('lent')).toBeLessThan(scoreOf('un peu lent'));
    expect(scoreOf('un peu lent')).toBeLessThan(0);
    expect(scoreOf('peu pratique')).toBeLessThan(0);
  });

  it('does not need accents, case or spelling discipline', () => {
    const plain = tag('déçu', 'fr').score;
    expect(tag('decu', 'fr').score).toBe(plain);
    expect(tag('de\u0301c\u0327u', 'fr').score).toBe(plain);
    expect(tag('DÉÇU', 'fr').score).toBeLessThan(plain);
    expect(labelOf('géniaaaaal')).toBe('positive');
    expect(labelOf('nulllle')).toBe('negative');
  });

  it('reads the straight and the typographic apostrophe alike', () => {
    expect(tag("Je n'aime pas l'accueil", 'fr').score).toBe(tag('Je n’aime pas l’accueil', 'fr').score);
  });

  it('finds nothing to say of a plain question or a plain fact', () => {
    for (const text of ['Quels sont vos horaires ?', 'Où est mon colis ?', "J'ai reçu la commande mardi"])
      expect(tag(text, 'fr')).toMatchObject({ label: 'neutral', reasons: [] });
  });
});

describe('in English', () => {
  it.each([
    ['Friendly staff and a quick answer', 'positive'],
    ["I can't complain, it was perfect", 'positive'],
    ['Not bad at all', 'positive'],
    ["I don't recommend this branch", 'negative'],
    ['It does not work', 'negative'],
    ['The answer was not very helpful', 'negative'],
    ['Good idea but it crashes constantly', 'negative'],
    ['Would you please open on Sunday?', 'neutral']
  ])('%s is %s', (text, label) => expect(labelOf(text, 'en')).toBe(label));
});

describe('in the four other languages', () => {
  it.each([
    ['es', 'Muy buena atención', 'No funciona'],
    ['de', 'Sehr freundlich, alles super', 'Funktioniert nicht'],
    ['it', 'Ottimo servizio', 'Personale pessimo'],
    ['nl', 'Heel goede service', 'Werkt niet']
  ] as const)('hears plain praise and plain anger in %s, never quite surely', (language, praise, anger) => {
    expect(labelOf(praise, language)).toBe('positive');
    expect(labelOf(anger, language)).toBe('negative');
    expect(tag(praise, language).confidence).toBeLessThanOrEqual(0.7);
  });
});

describe('emoji', () => {
  it('speak in every language', () => {
    for (const language of languages) {
      expect(labelOf('😍👍', language)).toBe('positive');
      expect(labelOf('😡', language)).toBe('negative');
    }
  });

  it('count once when repeated, and smileys count as one', () => {
    expect(tag('👍👍👍👍', 'fr').score).toBe(tag('👍', 'fr').score);
    expect(tag('merci :)', 'fr').score).toBeGreaterThan(tag('merci', 'fr').score);
  });

  it('give the tone when they close a text that says the contrary', () => {
    expect(labelOf('Super service 🙄')).toBe('negative');
    expect(labelOf('Super service')).toBe('positive');
  });

  it('are never negated by a word', () => {
    expect(labelOf('je ne pars pas 😍')).toBe('positive');
  });
});

describe('the language', () => {
  it('is detected when it is not given', () => {
    expect(tag('Le personnel est très aimable').language).toBe('fr');
    expect(tag('The staff was very kind').language).toBe('en');
  });

  it('may stay unknown on a word that both lists can read', () => {
    expect(tag('Nul', 'unknown')).toMatchObject({ label: 'negative', language: 'unknown' });
    expect(tag('Awesome', 'unknown')).toMatchObject({ label: 'positive', language: 'unknown' });
  });

  it('holds back on a long text in a tongue nobody here reads', () => {
    expect(tag('palavra desconhecida numa frase longa que diz super', 'unknown').label).toBe('neutral');
  });
});

describe('reasons', () => {
  it('name the words that decided, in order, and say which were turned', () => {
    const text = 'Équipe sympa, mais je ne recommande pas.';
    const { reasons } = tag(text, 'fr');
    expect(reasons.map(({ text, negated }) => ({ text, negated }))).toEqual([
      { text: 'sympa', negated: false },
      { text: 'recommande', negated: true }
    ]);
    expect(reasons[1]!.weight).toBeLessThan(0);
  });

  it('cover the whole of an expression and of an emoji', () => {
    expect(tag('Franchement, rien à redire ❤️', 'fr').reasons.map(({ text }) => text)).toEqual([
      'rien à redire',
      '❤️'
    ]);
  });
});

describe('confidence', () => {
  it('grows with the evidence and falls when it disagrees', () => {
    const confidenceOf = (text: string) => tag(text, 'fr').confidence;
    expect(confidenceOf('Excellent accueil, équipe formidable')).toBeGreaterThan(
      confidenceOf('Accueil correct')
    );
    expect(confidenceOf('Excellent. Horrible.')).toBeLessThan(confidenceOf('Excellent.'));
    expect(labelOf('Excellent mais horrible, horrible mais excellent ?')).toBe('neutral');
  });
});

/** Words, emoji and stops of ours among any Unicode, so that properties meet the rules and not only noise. */
const pieces = [
  'ne',
  'pas',
  'déçu',
  'super',
  'mais',
  'rien à redire',
  "n'",
  '’',
  '😍',
  '❤️',
  '?',
  '!',
  '.',
  ':)',
  '\n'
];
const anyText = fc
  .array(
    fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }), fc.constantFrom('\ud83d', '\u0301'))
  )
  .map((parts) => parts.join(' '));

describe('any string whatever', () => {
  it('is tagged within its ranges, and neutral below the floor', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...languages), (text, language) => {
        const { label, score, confidence } = tag(text, language);
        expect(Math.abs(score)).toBeLessThanOrEqual(1);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (label === 'neutral') return;
        expect(confidence).toBeGreaterThanOrEqual(CONFIDENCE_FLOOR);
        expect(label).toBe(score > 0 ? 'positive' : 'negative');
      })
    );
  });

  it('is quoted exactly by its reasons, which follow each other', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...languages), (text, language) => {
        let from = 0;
        for (const reason of tag(text, language).reasons) {
          expect(reason.text).toBe(text.slice(reason.start, reason.end));
          expect(reason.start).toBeGreaterThanOrEqual(from);
          expect(reason.end).toBeGreaterThan(reason.start);
          from = reason.end;
        }
      })
    );
  });

  it('reads the same whatever was read before it', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = tag(text);
        tag(other);
        expect(tag(text)).toEqual(first);
      })
    );
  });

  it.each(['a.', 'pas ', 'mais ', "l'", '😍', 'un peu ', 'x', '\u0301', 'rien à '])(
    'takes time in proportion to its length, even 300 kB of %j',
    (piece) => {
      const started = performance.now();
      tag(piece.repeat(300_000 / piece.length), 'fr');
      // Ten times what a slow machine needs; anything quadratic takes minutes.
      expect(performance.now() - started).toBeLessThan(3000);
    }
  );
});
