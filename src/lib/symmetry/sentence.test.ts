import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import { NOTHING } from '../verbatims/counts';
import type { MissingCustomers, MissingEmployees } from './missing';
import type { Moment, Moves, Overview, TeamLine } from './overview';
import type { Position } from './quadrant';
import { headline } from './sentence';

const speak = (locale: 'fr' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('fr'));

const COMPANY = { name: 'Maison Bellerive', isCompany: true };
const OUEST = { name: 'Ouest', isCompany: false };
const SPAN = { since: '2026-05', until: '2026-10' };
const STILL: Moves = { cx: null, ex: null, symmetry: null, gap: null };
const FOUR = ['Nantes', 'Rennes', 'Bordeaux', 'Lyon'].map((name) => [name, 'both'] as const);

const estimate = (value: number) => ({ value, low: value - 2, high: value + 3, n: 200 });
const move = (value: number, called = true) => ({ value, low: value - 2, high: value + 3, p: 0.001, called });

interface Given {
  cx?: number | null;
  ex?: number | null;
  teams?: readonly (readonly [string, Position | null])[];
  moves?: Partial<Moves>;
  history?: Moment[];
  span?: Overview['span'];
}

function overviewOf({
  cx = 74,
  ex = 63,
  teams = [],
  moves = {},
  history = [],
  span = SPAN
}: Given): Overview {
  const sides = {
    kind: 'rating' as const,
    cx: cx === null ? null : estimate(cx),
    ex: ex === null ? null : estimate(ex),
    symmetry: null,
    gap: null
  };
  const lines: TeamLine[] = teams.map(([name, position]) => ({
    ...sides,
    team: { id: name, slug: name, name },
    position,
    moves: STILL
  }));
  return {
    span,
    before: { since: '2025-11', until: '2026-04' },
    whole: { ...sides, position: null, moves: { ...STILL, ...moves } },
    teams: lines,
    gaps: 0,
    moves: 0,
    history,
    counts: NOTHING
  };
}

function told(
  given: Given,
  place = COMPANY,
  missing: { customers?: MissingCustomers; employees?: MissingEmployees } = {}
) {
  const { said, sure } = headline(overviewOf(given), place, { customers: null, employees: null, ...missing });
  return `${said}. ${sure}`.replaceAll('\u202f', ' ');
}

describe('the sentence of both sides', () => {
  it('says where both are well, and where one pays for the other', () => {
    const teams = [...FOUR, ['Strasbourg', 'customers'], ['Dijon', 'undetermined']] as const;
    expect(told({ teams })).toBe(
      'Clients 74, équipes 63 : 4 équipes sur 6 vont bien des deux côtés ; l’équipe Strasbourg tient pour ses ' +
        'clients. Très probablement entre 72 et 77 pour les clients, entre 61 et 66 pour les équipes. ' +
        '1 équipe est indéterminée : un intervalle traverse un seuil. Trop peu auparavant pour dire un changement.'
    );
  });

  it('names two teams and counts more, and tells two matters at most', () => {
    const pays = (names: string[], position: Position) => names.map((name) => [name, position] as const);
    const two = [['Nantes', 'both'], ...pays(['Lille', 'Dijon'], 'employees')] as const;
    expect(told({ teams: two })).toContain(
      '1 équipe sur 3 va bien des deux côtés ; les équipes Lille et Dijon vont bien, pas leurs clients.'
    );
    const all = [
      ...FOUR,
      ...pays(['Lille', 'Dijon', 'Grenoble'], 'customers'),
      ...pays(['Marseille'], 'employees'),
      ...pays(['Versailles'], 'neither')
    ];
    expect(told({ teams: all })).toContain(
      '4 équipes sur 9 vont bien des deux côtés ; 3 équipes tiennent pour leurs clients ; ' +
        'l’équipe Marseille va bien, pas ses clients. Très'
    );
    expect(told({ teams: [...FOUR, ['Versailles', 'neither']] })).toContain(
      '; l’équipe Versailles est à relever des deux côtés.'
    );
  });

  it('judges no team of which it is not certain, and says so', () => {
    const unsure = FOUR.map(([name]) => [name, 'undetermined'] as const);
    expect(told({ teams: unsure })).toContain(
      '74, équipes 63 : où se situent les 4 équipes n’est pas encore sûr. Très'
    );
    expect(told({ teams: unsure })).toContain('4 équipes sont indéterminées');
    expect(told({ teams: [...unsure, ['Lille', 'customers']] })).toContain(
      'aucune des 5 équipes ne va bien des deux côtés à coup sûr ; l’équipe Lille tient pour ses clients.'
    );
  });

  it('leaves out of the count who lacks a figure, and says how many do', () => {
    const teams = [...FOUR, ['Siège', null], ['Dijon', null]] as const;
    expect(told({ teams })).toContain('4 équipes sur 4 vont bien');
    expect(told({ teams })).toContain('2 équipes n’ont pas encore leurs deux chiffres.');
    expect(told({ teams: [['Siège', null]] })).toMatch(/^Clients 74, équipes 63\. Très/);
  });

  it('does not count one team out of one', () => {
    expect(told({ teams: [['Nantes', 'both']] })).toContain(': l’équipe Nantes va bien des deux côtés. Très');
    expect(told({ teams: [['Nantes', 'customers']] })).toContain(
      ': l’équipe Nantes tient pour ses clients. Très'
    );
    expect(told({ teams: [['Nantes', 'undetermined']] })).toContain(
      ': où se situe l’équipe Nantes n’est pas encore sûr. Très'
    );
  });

  it('calls nothing a change that chance can make', () => {
    expect(told({ moves: { cx: move(4, false), ex: move(-1, false) } })).toMatch(
      /^Clients 74, équipes 63\. .* Aucun changement avéré par rapport aux 6 mois précédents\.$/
    );
    expect(told({ moves: { cx: move(4), ex: move(-1, false) } })).toMatch(
      /^Clients 74 \(\+4\), équipes 63\. .* Clients \+4 points \(\+2 à \+7\) par rapport aux 6 mois précédents\.$/
    );
    const month = { since: '2026-10', until: '2026-10' };
    expect(told({ moves: { cx: move(4), ex: move(-5) }, span: month })).toMatch(
      /Clients 74 \(\+4\), équipes 63 \(−5\).*équipes −5 points \(−7 à −2\) par rapport au mois précédent\.$/
    );
  });

  it('names a region, and not the company', () => {
    expect(told({ teams: FOUR }, OUEST)).toMatch(
      /^Ouest : clients 74, équipes 63 ; 4 équipes sur 4 vont bien des deux côtés\./
    );
  });

  it('says which side is missing and when it will be there', () => {
    const customers = { what: 'customers', kind: 'balance', have: 4, more: 1, by: '2026-11' } as const;
    const employees = { what: 'employees', why: 'withheld', by: null } as const;
    expect(told({ cx: null }, COMPANY, { customers })).toMatch(
      /^Équipes 63, pas de chiffre pour les clients\. .* il manque 1 verbatim .* début décembre 2026\.$/
    );
    expect(told({ ex: null, moves: { cx: move(4) } }, OUEST, { employees })).toMatch(
      /^Ouest : clients 74 \(\+4\), pas de chiffre pour les équipes\. Trop peu de réponses/
    );
    const known = [{ span: SPAN, cx: estimate(70), ex: null, isClosed: true }];
    expect(told({ cx: null, ex: null, history: known }, COMPANY, { customers, employees })).toMatch(
      /^Pas assez de données pour mettre clients et équipes face à face\. .* 1 verbatim .* Trop peu de réponses/
    );
  });

  it('invites whoever has nothing yet', () => {
    expect(told({ cx: null, ex: null })).toBe(
      'Rien encore à mettre face à face. Importez des verbatims et publiez une première vague du pouls : les deux ' +
        'côtés se verront ici.'
    );
  });

  it('speaks English', () => {
    speak('en');
    const teams = [...FOUR, ['Strasbourg', 'customers'], ['Dijon', 'undetermined'], ['Lille', null]] as const;
    expect(told({ teams, moves: { cx: move(4), ex: move(-5) } })).toBe(
      'Customers 74 (+4), teams 63 (−5): 4 teams of 6 are well on both sides; the Strasbourg team pays for its ' +
        'customers. Very likely between 72 and 77 for customers, between 61 and 66 for teams. 1 team is ' +
        'undetermined: an interval crosses a cut. 1 team does not have both figures yet. Customers +4 points (+2 to ' +
        '+7), teams −5 points (−7 to −2) against the 6 months before.'
    );
    expect(
      told(
        {
          teams: [
            ['Lille', 'employees'],
            ['Dijon', 'employees']
          ]
        },
        OUEST
      )
    ).toMatch(
      /^Ouest: customers 74, teams 63; none of the 2 teams is certain .*; the Lille and Dijon teams are well, their/
    );
    expect(told({ cx: null, ex: null })).toMatch(/^Nothing to set face to face yet\. Import verbatims/);
  });
});
