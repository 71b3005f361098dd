import { afterEach, describe, expect, it } from 'vitest';
import { asked, rated, sumsOf, unrated } from '../../../tests/support/sums';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import type { Kind } from '../verbatims/experience';
import type { Counts } from '../verbatims/counts';
import { missingCurve, missingCustomers, missingEmployees, missingText } from './missing';
import type { Month, Span } from './month';

const speak = (locale: 'fr' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('fr'));

const SPAN = { since: '2026-05', until: '2026-10' };
const TODAY = '2026-11-22';
const plain = (text: string) => text.replaceAll('\u202f', ' ');

function customers(months: Record<Month, Counts>, kind: Kind = 'balance', span: Span = SPAN) {
  return missingCustomers(sumsOf({ dijon: months }), ['dijon'], span, kind, TODAY);
}

describe('what customers lack', () => {
  it('is nothing from five verbatims on, or five ratings where CX is made of those', () => {
    expect(customers({ '2026-10': unrated(3, 1, 1) })).toBeNull();
    expect(customers({ '2026-10': rated(5, 70) }, 'rating')).toBeNull();
    expect(customers({ '2026-10': unrated(30, 1, 1) }, 'rating')).toMatchObject({ have: 0, more: 5 });
  });

  it('is there by the month that the pace of the last three brings it', () => {
    // One a month, and three in the span: two more take two months.
    const one = unrated(1, 0, 0);
    const months = { '2026-08': one, '2026-09': one, '2026-10': one, '2026-04': unrated(9, 0, 0) };
    expect(customers(months)).toEqual({
      what: 'customers',
      kind: 'balance',
      have: 3,
      more: 2,
      by: '2026-12'
    });
    expect(customers({ ...months, '2026-10': unrated(2, 0, 0) })).toMatchObject({ more: 1, by: '2026-11' });
  });

  it('leaves the span again as it moves on', () => {
    // Four at the very beginning are gone next month, and one every three months never makes five in six.
    expect(customers({ '2026-05': unrated(3, 0, 0), '2026-09': unrated(1, 0, 0) })).toMatchObject({
      have: 4,
      more: 1,
      by: null
    });
  });

  it('does not come by waiting where nobody writes any more, or for a span that is long over', () => {
    expect(customers({ '2026-05': unrated(4, 0, 0) })).toMatchObject({ more: 1, by: null });
    const past = { since: '2026-01', until: '2026-06' };
    const months = { '2026-05': unrated(2, 0, 0), '2026-06': unrated(2, 0, 0) };
    expect(customers(months, 'balance', past)).toMatchObject({ more: 1, by: null });
  });

  it('is said in words, singular and plural, verbatims and ratings, in both languages', () => {
    const facts = { what: 'customers', kind: 'balance', have: 2, more: 3, by: '2027-03' } as const;
    expect(plain(missingText(facts))).toBe(
      'Pas encore assez de données : il manque 3 verbatims sur les 5 qu’il faut. ' +
        'Au rythme actuel, ce chiffre sera là début avril 2027.'
    );
    expect(plain(missingText({ ...facts, kind: 'rating', more: 1, by: null }))).toBe(
      'Pas encore assez de données : il manque 1 note sur les 5 qu’il faut. ' +
        'À ce rythme, une période de cette longueur n’y suffit pas.'
    );
    const nothing = { ...facts, have: 0, more: 5 };
    expect(missingText({ ...nothing, by: null })).toBe('Aucun verbatim sur cette période.');
    expect(plain(missingText({ ...nothing, kind: 'rating', by: '2026-11' }))).toBe(
      'Aucune note sur cette période. Au rythme actuel, ce chiffre sera là début décembre 2026.'
    );
    speak('en');
    expect(missingText({ ...facts, kind: 'rating', more: 1, by: '2026-12' })).toBe(
      'Not enough data yet: 1 of the 5 ratings it takes is missing. ' +
        'At the present pace, this figure will be there in early January 2027.'
    );
    expect(missingText({ ...facts, by: null })).toContain('3 of the 5 verbatims it takes are missing.');
  });
});

describe('what employees lack', () => {
  it('is a wave: the next that asks the team brings it', () => {
    const next = { day: '2026-12-08', isPublished: false };
    expect(missingEmployees(SPAN, [])).toEqual({ what: 'employees', why: 'none', by: null });
    expect(missingEmployees(SPAN, [{ day: '2027-01-08', isPublished: false }, next])).toEqual({
      what: 'employees',
      why: 'coming',
      by: '2026-12'
    });
  });

  it('is not what waves before or after the span found', () => {
    const others = ['2026-04-30', '2026-11-02'].map((day) => ({ day, isPublished: true }));
    expect(missingEmployees(SPAN, others)).toMatchObject({ why: 'none' });
  });

  it('is withheld where a wave of the span is published, and of how many there were nothing is told', () => {
    const published = { day: '2026-05-01', isPublished: true };
    const missing = missingEmployees(SPAN, [published, { day: '2026-12-08', isPublished: false }]);
    expect(missing).toEqual({ what: 'employees', why: 'withheld', by: null });
    expect(missingText(missing)).toMatch(/^Trop peu de réponses pour montrer ce chiffre sans risquer/);
    expect(missingText(missing)).not.toMatch(/\d/);
  });

  it('is said in words, in both languages', () => {
    const coming = { what: 'employees', why: 'coming', by: '2026-12' } as const;
    const none = { what: 'employees', why: 'none', by: null } as const;
    expect(plain(missingText(coming))).toBe(
      'Aucune vague du pouls n’a été publiée sur cette période. La prochaine se clôt en décembre 2026 : ' +
        'ce chiffre sera là début janvier 2027, s’il y a assez de réponses.'
    );
    expect(missingText(none)).toMatch(/et aucune n’est prévue\.$/);
    speak('en');
    expect(missingText(coming)).toMatch(/closes in December 2026: .* in early January 2027 if enough/);
    expect(missingText({ what: 'employees', why: 'withheld', by: null })).toMatch(/^Too few answers/);
  });
});

describe('what a curve lacks', () => {
  const cx = { value: 70, low: 60, high: 80, n: 30 };
  const quarter = (number: number, known: boolean) => ({
    span: {
      since: `2026-${String(3 * number - 2).padStart(2, '0')}`,
      until: `2026-${String(3 * number).padStart(2, '0')}`
    },
    cx: known ? cx : null,
    ex: null
  });

  it('is nothing from three spans on in which a side is known', () => {
    expect(
      missingCurve(
        [1, 2, 3].map((number) => quarter(number, true)),
        'quarter'
      )
    ).toBeNull();
    const employees = { ...quarter(1, false), ex: cx };
    expect(missingCurve([employees, quarter(2, true), quarter(3, true)], 'quarter')).toBeNull();
  });

  it('is there when so many more spans are over', () => {
    expect(missingCurve([quarter(1, false), quarter(2, true), quarter(3, true)], 'quarter')).toEqual({
      what: 'curve',
      grain: 'quarter',
      have: 2,
      more: 1,
      by: '2026-12'
    });
    const october = { span: { since: '2026-10', until: '2026-10' }, cx, ex: null };
    expect(missingCurve([october], 'month')).toMatchObject({ more: 2, by: '2026-12' });
  });

  it('has no day while nothing has begun', () => {
    expect(missingCurve([quarter(3, false)], 'quarter')).toMatchObject({ have: 0, more: 3, by: null });
    expect(missingCurve([], 'month')).toMatchObject({ more: 3, by: null });
  });

  it('is said in words, in both languages', () => {
    const curve = { what: 'curve', grain: 'quarter', have: 1, more: 2, by: '2027-03' } as const;
    expect(plain(missingText(curve))).toBe(
      'Une courbe se dessine à partir de 3 trimestres connus ; il en manque 2. Elle sera là début avril 2027.'
    );
    speak('en');
    expect(missingText({ ...curve, grain: 'month', by: null })).toBe(
      'A curve takes 3 known months: 2 more to come.'
    );
  });
});

describe('the pace of customers', () => {
  it('is that of all the teams a place has', () => {
    const sums = sumsOf(
      { nantes: { '2026-10': unrated(2, 0, 0) }, rennes: { '2026-10': unrated(2, 0, 0) } },
      { ouest: { '2026-10': asked(30, 60) } }
    );
    expect(missingCustomers(sums, ['nantes', 'rennes'], SPAN, 'balance', TODAY)).toMatchObject({
      have: 4,
      by: '2026-11'
    });
  });
});
