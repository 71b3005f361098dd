import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import { difference, proportion, type Tally } from '$lib/statistics/proportion';
import { excludesZero } from '$lib/statistics/estimate';
import { headline } from './headline';

const speak = (locale: 'fr' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('fr'));

function said(now: Tally, before?: Tally, place = 'Ouest') {
  const change = before ? difference(now, before) : null;
  const share = now.n < 5 ? null : proportion(now);
  const { said, sure } = headline(
    { n: now.n, share, change, changed: change !== null && excludesZero(change) },
    place
  );
  return `${said}. ${sure}`.replaceAll('\u202f', ' ');
}

describe('the sentence of a dashboard', () => {
  it('says that the share rose, and between what and what', () => {
    expect(said({ hits: 75, n: 100 }, { hits: 50, n: 100 })).toBe(
      'Ouest : 75 % de verbatims positifs, en hausse. C’est environ 25 points de plus que la période précédente ; ' +
        'le vrai gain se situe très probablement entre 12 et 37 points.'
    );
  });

  it('says that it fell, with the smaller loss first', () => {
    expect(said({ hits: 50, n: 100 }, { hits: 75, n: 100 })).toMatch(
      /en baisse.*25 points de moins.*entre 12 et 37 points/
    );
  });

  it('calls a difference that chance can make no change', () => {
    expect(said({ hits: 75, n: 100 }, { hits: 70, n: 100 })).toMatch(
      /sans changement avéré.*\+5 points.*hasard.*entre −7 et \+17 points/
    );
  });

  it('keeps the decimal of a small change that large numbers make certain', () => {
    expect(said({ hits: 60_900, n: 100_000 }, { hits: 60_000, n: 100_000 })).toMatch(
      /0,9 point de plus.*entre 0,5 et 1,3 point\./
    );
  });

  it('says when there is nothing to compare with, too little to conclude, or nothing at all', () => {
    expect(said({ hits: 75, n: 100 })).toMatch(
      /^Ouest : 75 % de verbatims positifs\. La période précédente compte trop peu/
    );
    expect(said({ hits: 1, n: 1 })).toMatch(
      /trop peu de verbatims pour conclure\. 1 verbatim seulement : en dessous de 5/
    );
    expect(said({ hits: 0, n: 0 })).toMatch(/aucun verbatim sur cette période/);
  });

  it('speaks English', () => {
    speak('en');
    expect(said({ hits: 75, n: 100 }, { hits: 50, n: 100 })).toBe(
      'Ouest: 75% of verbatims positive, and rising. That is about 25 points more than in the previous period; ' +
        'the true gain most likely lies between 12 and 37 points.'
    );
    expect(said({ hits: 3, n: 4 })).toContain('Only 4 verbatims');
  });
});
