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
  accents: 90,
  apostrophes: 86,
  capitals: 81,
  comparisons: 77,
  contrast: 69,
  elongation: 77,
  emoji: 86,
  idiom: 88,
  intensity: 80,
  irony: 25,
  mixed: 81,
  negation: 80,
  neutral: 64,
  plain: 92,
  questions: 72,
  requests: 72,
  typos: 73
};

const rightOf = (sentences: Gold[]) => sentences.filter(({ text, label }) => tag(text).label === label);
const percent = (sentences: Gold[]) => (100 * rightOf(sentences).length) / sentences.length;

describe('the gold sentences', () => {
  it('are five hundred and more, mostly French, a third of them written after the freeze, none twice', () => {
    const all = [...before, ...after];
    expect(all.length).toBeGreaterThanOrEqual(500);
    expect(all.filter(({ language }) => language === 'fr').length).toBeGreaterThanOrEqual(350);
    expect(after.length / all.length).toBeGreaterThan(0.33);
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

  it('have a floor for each of their categories', () => {
    expect(Object.keys(FLOORS).sort()).toEqual([...new Set(before.map(({ category }) => category))].sort());
  });
});
