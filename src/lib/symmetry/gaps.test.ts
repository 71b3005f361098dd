import { describe, expect, it } from 'vitest';
import { biggestGaps } from './gaps';
import type { TeamLine } from './overview';

function line(name: string, gap: number | null, called = true): TeamLine {
  const none = { cx: null, ex: null, symmetry: null, position: null } as const;
  return {
    ...none,
    kind: 'rating',
    team: { id: name, slug: name, name },
    gap: gap === null ? null : { value: gap, low: gap - 4, high: gap + 4, p: 0.001, called },
    moves: { cx: null, ex: null, symmetry: null, gap: null }
  };
}

const names = (lines: { team: { name: string } }[]) => lines.map(({ team }) => team.name);

describe('the biggest gaps', () => {
  it('are told in both directions, the widest first', () => {
    const teams = [line('Lille', 9), line('Lyon', -12), line('Strasbourg', 22), line('Nantes', -30)];
    const gaps = biggestGaps({ teams, gaps: 4 });
    expect(names(gaps.customers)).toEqual(['Strasbourg', 'Lille']);
    expect(names(gaps.employees)).toEqual(['Nantes', 'Lyon']);
  });

  it('are those that may be called so, however wide the others look; how many were compared is said', () => {
    const teams = [
      line('Dijon', 40, false),
      line('Rennes', -35, false),
      line('Siège', null),
      line('Lille', 9)
    ];
    expect(biggestGaps({ teams, gaps: 3 })).toEqual({ customers: [teams[3]], employees: [], compared: 3 });
  });

  it('are five at most in each direction', () => {
    const teams = Array.from({ length: 16 }, (_, i) => line(`Team ${i}`, i % 2 === 0 ? 10 + i : -10 - i));
    const gaps = biggestGaps({ teams, gaps: 16 });
    expect(names(gaps.customers)).toEqual(['Team 14', 'Team 12', 'Team 10', 'Team 8', 'Team 6']);
    expect(names(gaps.employees)).toEqual(['Team 15', 'Team 13', 'Team 11', 'Team 9', 'Team 7']);
  });
});
