import { describe, expect, test } from 'vitest';
import { readPlan } from './plan-form';
import { readQuestion, slugOf } from './question-form';
import { readWave } from './wave-form';

const TODAY = '2026-11-22';

function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) data.append(name, value);
  return data;
}

const TERMS = { audience: 'all', open_days: '7', reminds: 'on', k_score: '5', k_distribution: '10' };
const PLAN = {
  ...TERMS,
  name: 'Pouls',
  cadence: 'monthly',
  battery: 'levers',
  questions_per_wave: '3',
  next_on: '2026-12-01'
};
const WAVE = { ...TERMS, name: 'Une fois', opens_on: TODAY, question: ['b', 'a'] };
const plan = (fields: Record<string, string | string[]>) => readPlan(form({ ...PLAN, ...fields }), TODAY);
const wave = (fields: Record<string, string | string[]>) =>
  readWave(form({ ...WAVE, ...fields }), ['a', 'b', 'c'], TODAY);

describe('the form of a plan', () => {
  test('is read as it was filled in', () => {
    expect(plan({ name: '  Pouls \n mensuel ', asks_perception: 'on' })).toEqual({
      problems: {},
      row: {
        name: 'Pouls mensuel',
        cadence: 'monthly',
        battery: 'levers',
        questions_per_wave: 3,
        asks_recommendation: false,
        asks_perception: true,
        audience: null,
        open_days: 7,
        reminds: true,
        k_score: 5,
        k_distribution: 10,
        next_on: '2026-12-01'
      }
    });
  });

  test('refuses thresholds below the floors, and detail shown before figures', () => {
    expect(plan({ k_score: '4', k_distribution: '9' }).problems).toEqual({
      k_score: 'k_score_floor',
      k_distribution: 'k_distribution_floor'
    });
    expect(plan({ k_score: '20', k_distribution: '12' }).problems).toEqual({ k_distribution: 'k_order' });
    for (const k_score of ['', '-5', '5.5', '1e3', 'cinq'])
      expect(plan({ k_score }).problems, k_score).toEqual({ k_score: 'k_score_floor' });
  });

  test('keeps a wave from meeting its successor', () => {
    expect(plan({ cadence: 'weekly', open_days: '7' }).problems).toEqual({});
    expect(plan({ cadence: 'weekly', open_days: '8' }).problems).toEqual({ open_days: 'open_days_gap' });
    expect(plan({ cadence: 'quarterly', open_days: '29' }).problems).toEqual({
      open_days: 'open_days_range'
    });
  });

  test('refuses days that are none or over, and cadences that are none', () => {
    expect(plan({ next_on: '2026-02-30' }).problems).toEqual({ next_on: 'day_wrong' });
    expect(plan({ next_on: '2026-11-21' }).problems).toEqual({ next_on: 'day_past' });
    expect(plan({ next_on: TODAY }).problems).toEqual({});
    expect(plan({ cadence: 'constructor' }).problems).toEqual({ cadence: 'cadence_missing' });
  });
});

describe('the form of a wave', () => {
  test('takes the questions in the order of the library, and the teams that were ticked', () => {
    expect(wave({ audience: 'some', team: ['x', 'y'] })).toMatchObject({
      problems: {},
      row: { questions: ['a', 'b'], audience: ['x', 'y'] }
    });
    expect(wave({ audience: 'all', team: ['x'] }).row.audience).toBeNull();
  });

  test('refuses none, and questions that are no longer offered', () => {
    expect(wave({ question: [], audience: 'some', name: ' ' }).problems).toEqual({
      questions: 'questions_missing',
      audience: 'audience_missing',
      name: 'name_missing'
    });
    expect(wave({ question: ['a', 'retired'] }).problems).toEqual({ questions: 'questions_gone' });
  });
});

describe('the form of a question', () => {
  const WORDS = { text_fr: 'Je vois à quoi je sers.', text_en: 'I see what I am for.' };

  test('gives the recommendation its own scale and no lever, whatever was chosen', () => {
    expect(readQuestion(form({ ...WORDS, kind: 'recommendation', lever: 'tools' }))).toEqual({
      problems: [],
      row: { ...WORDS, battery: 'recommendation', lever: null, scale: 'recommendation' }
    });
  });

  test('lets a guess of customers’ score go from 0 to 10, on no lever either', () => {
    expect(readQuestion(form({ ...WORDS, kind: 'perception', lever: 'tools' }))).toEqual({
      problems: [],
      row: { ...WORDS, battery: 'perception', lever: null, scale: 'guess' }
    });
  });

  test('asks for both languages and a lever', () => {
    expect(readQuestion(form({ kind: 'levers' })).problems).toEqual(['text_fr', 'text_en', 'lever']);
    expect(readQuestion(form({ ...WORDS, kind: 'digital', lever: 'money' })).problems).toEqual(['lever']);
    expect(readQuestion(form({ ...WORDS, text_en: 'a'.repeat(161), lever: 'tools' })).problems).toEqual([
      'text_long'
    ]);
  });

  test('makes a short name that nobody has yet', () => {
    expect(slugOf('I’m at ease — très à l’aise, here today!', new Set())).toBe('i-m-at-ease-tres-a');
    expect(slugOf('???', new Set(['question', 'question-2']))).toBe('question-3');
  });
});
