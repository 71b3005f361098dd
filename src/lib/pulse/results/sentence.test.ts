import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime.js';
import type { Customers } from './customers';
import type { LeverFigures } from './levers';
import type { TeamReport } from './report';
import { headline } from './sentence';

const speak = (locale: 'fr' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('fr'));

const WAVE = { id: 'w', name: 'Novembre', day: '2026-11-10', k_score: 5, k_distribution: 10 };
const EX = { value: 68, low: 60, high: 76, n: 12 };

function lever(name: LeverFigures['lever'], value: number | null, called = true, month = '2026-03') {
  const days: [string, string] = [`${month}-10`, `${month}-10`];
  const now: [string, string] = ['2026-11-10', '2026-11-10'];
  const difference = { value: value ?? 0, low: (value ?? 0) - 9, high: (value ?? 0) + 9, p: 0.001, called };
  const change = value === null ? null : { ...difference, questions: 1, before: days, now };
  return { lever: name, asked: true, score: EX, company: null, gap: null, change, questions: [] };
}

function told(levers: LeverFigures[], customers: Customers | null = null, given: Partial<TeamReport> = {}) {
  const changes = levers.filter(({ change }) => change !== null).length;
  const answers = [{}] as TeamReport['answers'];
  const facts = { wave: WAVE, ex: EX, recommendation: null, isCompany: false, levers, changes, answers };
  const report = { ...facts, ...given };
  const { said, sure } = headline(
    report as TeamReport,
    given.isCompany ? 'Maison Bellerive' : 'Nantes',
    customers
  );
  return `${said}. ${sure}`.replaceAll('\u202f', ' ');
}

function customers(value: number | null, called = true): Customers {
  const change = value === null ? null : { value, low: value - 5, high: value + 5, p: 0.001, called };
  return { kind: 'rating', score: null, change };
}

describe('the sentence of a team', () => {
  it('says on which lever it is doing better, since when, and how sure that is', () => {
    expect(told([lever('autonomy', 14), lever('tools', 3, false)])).toBe(
      'L’équipe Nantes va mieux qu’en mars sur l’autonomie. Autonomie : +14 points (+5 à +23) par rapport à la même ' +
        'mesure en mars. 1 changement avéré, 2 leviers comparés à questions identiques.'
    );
  });

  it('says of when the figures are where the wave that is looked at shows none', () => {
    const asked = [{ id: 'q', text_fr: '', text_en: '', isDigital: false, day: '2026-05-10' }];
    const earlier = { ...lever('autonomy', 3, false), questions: asked };
    expect(told([earlier])).toContain('Derniers chiffres montrables en mai : trop peu de réponses depuis.');
    const now = { ...lever('tools', 3, false), questions: [{ ...asked[0]!, day: WAVE.day }] };
    expect(told([earlier, now])).not.toContain('montrables');
    expect(told([earlier], null, { answers: [] })).toContain(
      'Derniers chiffres des leviers en mai : cette vague ne les demandait pas.'
    );
  });

  it('says it of the customers too, or that they are not known to have moved, or went the other way', () => {
    const up = [lever('autonomy', 14)];
    expect(told(up, customers(12))).toContain('sur l’autonomie ; ses clients aussi.');
    expect(told(up, customers(2, false))).toContain('; rien de sûr du côté de ses clients.');
    expect(told(up, customers(-12))).toContain('; ses clients sont moins satisfaits.');
    expect(told(up, customers(null))).toContain('sur l’autonomie. Autonomie');
    expect(told([lever('tools', -14)], customers(-12))).toContain(
      'va moins bien qu’en mars sur les outils ; ses clients aussi.'
    );
  });

  it('names what went up and what went down, and all months that were compared', () => {
    const both = [lever('autonomy', 14), lever('tools', -12, true, '2025-12'), lever('training', 20)];
    expect(told(both)).toContain(
      'va mieux qu’entre décembre 2025 et mars sur la formation et l’autonomie, moins bien sur les outils.'
    );
  });

  it('calls nothing a change that chance can make', () => {
    expect(told([lever('autonomy', 8, false)])).toBe(
      'L’équipe Nantes : 68 sur 100, sans changement avéré. 1 levier comparé à questions identiques : aucun écart que ' +
        'le hasard seul ne puisse produire.'
    );
    expect(told([lever('autonomy', 8, false)], customers(12))).toContain(
      'sans changement avéré ; ses clients sont plus satisfaits.'
    );
    expect(told([lever('autonomy', 8, false)], customers(3, false))).toContain(
      'sans changement avéré. 1 levier'
    );
  });

  it('says when nothing can be compared, shown or found yet', () => {
    expect(told([lever('autonomy', null)])).toMatch(/68 sur 100, premières mesures\. Aucune question/);
    expect(told([], null, { ex: null })).toMatch(
      /trop peu de réponses pour conclure\. Trop peu de réponses pour/
    );
    expect(told([], null, { wave: null })).toMatch(/^L’équipe Nantes : pas encore de résultats/);
  });

  it('calls the company by its name alone, and speaks English', () => {
    expect(told([lever('autonomy', 14)], null, { isCompany: true })).toMatch(/^Maison Bellerive va mieux/);
    speak('en');
    expect(told([lever('autonomy', 14)], customers(12))).toBe(
      'The Nantes team is doing better than in March on autonomy; so are its customers. Autonomy: +14 points (+5 to ' +
        '+23) against the same measurement in March. 1 established change, 1 lever compared on identical questions.'
    );
  });
});
