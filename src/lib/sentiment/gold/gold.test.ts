import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '../scan';
import { shippedEngine } from '../tagger.server';
import { readGold, type Gold } from './gold';

const { tag } = shippedEngine();
const read = (name: string) => readGold(readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8'));
/** Written before the engine was frozen, and after: only the latter were never used to choose anything. */
const before = read('before');
const after = read('after');

/** Of a hundred sentences in French, how many must come out right: what was measured, less two sentences of the kind. */
const FLOORS: Record<string, number> = {
  accents: 94,
  apostrophes: 88,
  capitals: 91,
  comparisons: 76,
  contrast: 60,
  elongation: 82,
  emoji: 91,
  idiom: 89,
  intensity: 86,
  irony: 23,
  mixed: 87,
  negation: 72,
  neutral: 75,
  plain: 92,
  questions: 75,
  requests: 75,
  typos: 77
};

const rightOf = (sentences: Gold[]) => sentences.filter(({ text, label }) => tag(text).label === label);
const percent = (sentences: Gold[]) => (100 * rightOf(sentences).length) / sentences.length;

describe('the gold sentences', () => {
  it('are five hundred and more, mostly French, a third of them written after the freeze, none twice', () => {
    const all = [...before, ...after];
    expect(all.length).toBeGreaterThanOrEqual(500);
    expect(all.filter(({ language }) => language === 'fr').length).toBeGreaterThanOrEqual(350);
    expect(after.length / all.length).toBeCloseTo(1 / 3, 1);
    const texts = all.map(({ text }) => fold(text).replace(/[^\p{L}\p{N}\p{S}]+/gu, ' '));
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  it.each(Object.entries(FLOORS))(
    'of %s are read right at least %i times in a hundred',
    (category, floor) => {
      const sentences = before.filter((each) => each.language === 'fr' && each.category === category);
      expect(sentences.length).toBeGreaterThanOrEqual(16);
      expect(percent(sentences)).toBeGreaterThanOrEqual(floor);
    }
  );

  it('of other languages are read right as often as when they were measured', () => {
    expect(percent(before.filter(({ language }) => language === 'en'))).toBeGreaterThanOrEqual(77);
    expect(percent(before.filter(({ language }) => !['fr', 'en'].includes(language)))).toBeGreaterThanOrEqual(
      92
    );
  });

  it('that nothing was chosen on are read right nearly as often', () => {
    expect(percent(after.filter(({ language }) => language === 'fr'))).toBeGreaterThanOrEqual(86);
    expect(percent(after.filter(({ language }) => language !== 'fr'))).toBeGreaterThanOrEqual(82);
  });

  it('have a floor for each of their categories', () => {
    expect(Object.keys(FLOORS).sort()).toEqual([...new Set(before.map(({ category }) => category))].sort());
  });
});
