import { describe, expect, test } from 'vitest';
import type { Confusion } from '$lib/sentiment/learned/confusion';
import type { Judgement } from '$lib/sentiment/learned/judge';
import type { TeachingReport } from '$lib/sentiment/learned/teach';
import { comparison, lastMeasured, qualityByLanguage, qualityOf } from './quality';
import type { Choice, TaughtModel } from './tagging';

/** Known in rows, given in columns, both negative, neutral, positive. */
function confusion(rows: [number, number, number][]): Confusion {
  const [negative, neutral, positive] = rows.map(([a, b, c]) => ({ negative: a, neutral: b, positive: c }));
  return { negative, neutral, positive } as Confusion;
}

const FRENCH = confusion([
  [40, 5, 5],
  [6, 10, 4],
  [3, 2, 75]
]);
const ENGLISH = confusion([
  [4, 0, 1],
  [0, 0, 0],
  [0, 0, 5]
]);

function judgement(languages: Judgement['languages'], mistakes: string[] = []): Judgement {
  return { n: 0, right: 0, languages, mistakes };
}

function model(id: number, adopted: boolean, name: string): TaughtModel {
  const report = {
    before: judgement({}, [`${name} before`]),
    after: judgement({}, [`${name} after`])
  } as TeachingReport;
  return { id, madeAt: `2026-01-0${id}T09:00:00Z`, report, adopted, kept: true };
}

const choice = (model: number | null, since: string | null, pinned = false): Choice => ({
  model,
  since,
  by: null,
  pinned
});

describe('the quality of a language', () => {
  const [french, english] = qualityByLanguage(judgement({ en: ENGLISH, fr: FRENCH }));

  test('comes in the order of its texts, and counts them', () => {
    expect([french?.language, french?.n, french?.right]).toEqual(['fr', 150, 125]);
    expect([english?.language, english?.n, english?.right]).toEqual(['en', 10, 9]);
  });

  test('is the share that is right, with its Wilson interval', () => {
    // 125 of 150 by hand: centre (125/150 + 3.8415/300) / (1 + 3.8415/150), half-width .0594 around it.
    expect(french?.rightShare).toMatchObject({ n: 150 });
    expect(french?.rightShare?.value).toBeCloseTo(0.8333, 4);
    expect(french?.rightShare?.low).toBeCloseTo(0.7656, 3);
    expect(french?.rightShare?.high).toBeCloseTo(0.8845, 3);
  });

  test('counts praise called blame and blame called praise as contradicted, and neutral never', () => {
    expect(french?.contradictedShare?.value).toBeCloseTo(8 / 150, 6);
    expect(french?.lines.map(({ cells }) => cells.map(({ kind }) => kind))).toEqual([
      ['right', 'beside', 'contradicted'],
      ['beside', 'right', 'beside'],
      ['contradicted', 'beside', 'right']
    ]);
  });

  test('is the mean F1 of three labels', () => {
    const f1 = [(2 * 40) / (50 + 49), (2 * 10) / (20 + 17), (2 * 75) / (80 + 84)];
    expect(french?.macroF1).toBeCloseTo((f1[0]! + f1[1]! + f1[2]!) / 3, 6);
  });

  test('gives each row its shares, from the label known to the labels given', () => {
    expect(french?.lines.map(({ known, n }) => [known, n])).toEqual([
      ['negative', 50],
      ['neutral', 20],
      ['positive', 80]
    ]);
    expect(french?.lines[0]?.cells.map(({ count, share }) => [count, share])).toEqual([
      [40, 0.8],
      [5, 0.1],
      [5, 0.1]
    ]);
  });

  test('tells of a label that is missed more often than not, where that is not chance', () => {
    const missed = (hits: number, n: number) => {
      const rows = confusion([
        [hits, n - hits, 0],
        [0, 40, 0],
        [0, 0, 0]
      ]);
      return qualityByLanguage(judgement({ fr: rows }))[0]?.lines.map(({ isMissed }) => isMissed);
    };
    expect(missed(7, 74)).toEqual([true, false, false]);
    expect(missed(35, 74)).toEqual([false, false, false]);
    expect(missed(0, 29)).toEqual([false, false, false]);
  });

  test('below thirty texts has counts and no shares', () => {
    expect([french?.isEnough, english?.isEnough]).toEqual([true, false]);
    expect(english?.lines[0]?.cells.map(({ count, share }) => [count, share])).toEqual([
      [4, null],
      [0, null],
      [1, null]
    ]);
  });

  test('has no shares in a row where nothing is known', () => {
    const rows = confusion([
      [20, 0, 0],
      [0, 0, 0],
      [0, 0, 20]
    ]);
    const [quality] = qualityByLanguage(judgement({ fr: rows }));
    expect(quality?.isEnough).toBe(true);
    expect(quality?.lines[1]?.cells.map(({ share }) => share)).toEqual([null, null, null]);
  });

  test('is left out where nothing was judged', () => {
    const nothing = confusion([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0]
    ]);
    expect(qualityByLanguage(judgement({ es: nothing }))).toEqual([]);
    expect(qualityOf(judgement({})).rightShare).toBeNull();
  });
});

test('the whole is the sum of the languages', () => {
  expect(qualityOf(judgement({ fr: FRENCH, en: ENGLISH }))).toMatchObject({
    n: 160,
    right: 134,
    isEnough: true
  });
});

describe('two models on the same texts', () => {
  const quality = (right: number, n: number) =>
    qualityOf(
      judgement({
        fr: confusion([
          [right, n - right, 0],
          [0, 0, 0],
          [0, 0, 0]
        ])
      })
    );

  test('differ by chance where the interval of their difference holds zero', () => {
    expect(comparison(quality(180, 228), quality(190, 228))).toBe('chance');
    expect(comparison(quality(0, 0), quality(0, 0))).toBe('chance');
  });

  test('differ beyond it where it does not', () => {
    expect(comparison(quality(700, 1000), quality(800, 1000))).toBe('better');
    expect(comparison(quality(800, 1000), quality(700, 1000))).toBe('worse');
  });
});

describe('the last judgement of the model in force', () => {
  const said = (models: TaughtModel[], of: Choice) => lastMeasured(models, of)?.judgement.mistakes[0] ?? null;

  test('is none before anything was learned', () => {
    expect(lastMeasured([], choice(null, null))).toBeNull();
  });

  test('is its own report when it is the newest', () => {
    const models = [model(2, true, 'two'), model(1, true, 'one')];
    expect(said(models, choice(2, '2026-01-02T09:00:00Z'))).toBe('two after');
    expect(lastMeasured(models, choice(2, '2026-01-02T09:00:00Z'))?.at).toBe('2026-01-02T09:00:00Z');
  });

  test('is what a refused newcomer was compared with', () => {
    const models = [model(3, false, 'three'), model(2, true, 'two'), model(1, true, 'one')];
    expect(said(models, choice(2, '2026-01-02T09:00:00Z'))).toBe('three before');
  });

  test('goes back to its own report when it was chosen again after others', () => {
    const models = [model(3, true, 'three'), model(2, true, 'two'), model(1, true, 'one')];
    expect(said(models, choice(1, '2026-01-05T09:00:00Z', true))).toBe('one after');
  });

  test('of the shipped one is what the newcomers are compared with', () => {
    const models = [model(2, false, 'two'), model(1, false, 'one')];
    expect(said(models, choice(null, null))).toBe('two before');
    expect(said([model(1, true, 'one')], choice(null, '2026-01-05T09:00:00Z', true))).toBe('one before');
  });
});
