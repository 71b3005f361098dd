import { describe, expect, it } from 'vitest';
import { byReason, notDrawn } from './not-drawn';

const team = (name: string, why: string) => ({ name, href: `/team/${name}`, why });

describe('teams that are not drawn', () => {
  const missing = [team('Siège', 'no customers'), team('Dijon', 'too few'), team('Lille', 'too few')];

  it('stand together with those of the same reason, the most frequent first', () => {
    expect(byReason(missing).map(({ why, teams }) => [why, teams.length])).toEqual([
      ['too few', 2],
      ['no customers', 1]
    ]);
  });

  it('are named on a picture of its own', () => {
    expect(notDrawn('Not drawn', missing)).toContain('Dijon, Lille (too few) · Siège (no customers)');
  });

  it('are counted there when they are many', () => {
    const many = Array.from({ length: 40 }, (_, i) => team(`Team ${i}`, 'too few'));
    expect(notDrawn('Not drawn', many)).toContain('40 (too few)');
  });
});
