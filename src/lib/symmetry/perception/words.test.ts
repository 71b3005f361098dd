import { afterEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime.js';
import type { Judged } from '$lib/statistics/comparisons';
import type { Estimate } from '$lib/statistics/estimate';
import type { Perception } from './perception';
import { groupsOf, missingOf, outcomeText, quarterColumns, sentenceOf } from './words';

const speak = (locale: 'fr' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('fr'));
const plain = (text: string) => text.replaceAll('\u202f', ' ');

const QUARTER = { since: '2026-04', until: '2026-06' };
const RUNNING = { since: '2026-10', until: '2026-12' };
const at = (value: number, n = 100): Estimate => ({ value, low: value - 3, high: value + 3, n });
const by = (value: number, called = true): Judged => ({
  value,
  low: value - 4,
  high: value + 4,
  p: 0.001,
  called
});

function perception(given: Partial<Perception> = {}): Perception {
  return {
    quarter: QUARTER,
    kind: 'rating',
    customers: at(72),
    employees: at(60),
    leaders: at(90, 6),
    off: { employees: by(-12), leaders: by(18) },
    isCompany: true,
    isAsked: true,
    nextOn: null,
    ...given
  };
}

describe('the sentence on what was believed', () => {
  const said = (given: Partial<Perception> = {}) => plain(sentenceOf(perception(given)));

  test('says who was wrong, which way and by how much', () => {
    expect(said()).toBe(
      'T2 2026 : les équipes croyaient les clients plus sévères qu’ils ne l’étaient, de 12 points ; ' +
        'la direction croyait les clients plus contents qu’ils ne l’étaient, de 18 points.'
    );
    speak('en');
    expect(said()).toBe(
      'Q2 2026: teams believed customers to be harsher than they were, by 12 points; ' +
        'leadership believed customers to be happier than they were, by 18 points.'
    );
  });

  test('calls nobody wrong who may be right, and says nothing of who did not guess', () => {
    expect(said({ off: { employees: by(-3, false), leaders: null } })).toBe(
      'T2 2026 : rien ne dit que les équipes se trompaient.'
    );
  });

  test('has its own words for no guess at all and for too few customers', () => {
    const nobody = { employees: null, leaders: null, off: { employees: null, leaders: null } };
    expect(said(nobody)).toBe(
      'T2 2026 : les clients en étaient à 72 sur 100 ; ce que l’on en croyait n’est pas connu.'
    );
    expect(said({ ...nobody, customers: null })).toBe(
      'T2 2026 : trop peu de verbatims pour dire qui voyait juste.'
    );
  });
});

describe('a figure that is missing', () => {
  const missing = (given: Partial<Perception>) =>
    Object.fromEntries(missingOf(perception(given), RUNNING).map(({ side, text }) => [side, plain(text)]));

  test('is none of those that are there', () => {
    expect(missing({})).toEqual({});
  });

  test('says why, and when there will be one', () => {
    const none = { customers: null, employees: null, leaders: null };
    const { customers, employees, leaders } = missing({ ...none, isAsked: false, nextOn: '2026-11-27' });
    expect(customers).toBe('Clients : moins de 5 verbatims en T2 2026.');
    expect(employees).toContain('aucune vague close en T2 2026');
    expect(employees).toContain('se ferme le vendredi 27 novembre 2026');
    expect(leaders).toContain('le samedi 2 janvier 2027, à partir de cinq');
  });

  test('tells what was withheld from what was not asked, and the whole company from a part', () => {
    expect(missing({ employees: null }).employees).toContain('trop peu de réponses');
    expect(missing({ employees: null }).employees).toContain('Aucune n’est prévue');
    expect(missing({ leaders: null, isCompany: false }).leaders).toContain('toute l’entreprise');
  });
});

describe('the picture and the table', () => {
  test('mark how far off a guess is only where that is sure', () => {
    const lines = groupsOf(perception({ off: { employees: by(-12), leaders: by(2, false) } }));
    expect(lines.map(({ side, moved }) => [side, moved])).toEqual([
      ['customers', ''],
      ['employees', '−12'],
      ['leaders', '']
    ]);
    expect(plain(lines[2]!.change)).toBe('+2 (−2 à +6)');
  });

  test('write what is not known as such', () => {
    const row = perception({ leaders: null, off: { employees: by(-12), leaders: null } });
    expect(quarterColumns().map((column) => column.value(row))).toEqual([
      'T2 2026',
      '72 (69–75)',
      '60 (57–63), −12',
      'Pas connu'
    ]);
  });
});

test('everybody is told out of ten, as they were asked', () => {
  expect(plain(outcomeText({ quarter: QUARTER, guess: at(60), score: at(72) }))).toBe(
    'Nos clients en T2 2026 : nous pensions qu’ils nous donnaient 6,0 (5,7–6,3) sur 10 ; ' +
      'ils nous ont donné 7,2 (6,9–7,5).'
  );
});
