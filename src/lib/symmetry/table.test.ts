import { describe, expect, it } from 'vitest';
import { readSorting, sortedBy, tablePage, writeSorting } from './table';

const estimate = (value: number) => ({ value, low: value - 2, high: value + 2, n: 40 });
const line = (name: string, cx: number | null, gap: number | null = null) => ({
  team: { id: name, slug: name, name },
  cx: cx === null ? null : estimate(cx),
  ex: null,
  symmetry: null,
  gap: gap === null ? null : { value: gap, low: gap - 1, high: gap + 1, p: 0.01, called: true },
  position: null
});
const names = (page: { lines: { team: { name: string } }[] }) => page.lines.map(({ team }) => team.name);
const TEAMS = [line('Nantes', 70, -8), line('Évry', null), line('Dijon', 64, 3), line('Lille', 70, 12)];

describe('the table of teams', () => {
  it('is by name as French has it, unless somebody asks otherwise', () => {
    expect(names(tablePage(TEAMS, readSorting(new URLSearchParams())))).toEqual([
      'Dijon',
      'Évry',
      'Lille',
      'Nantes'
    ]);
  });

  it('puts teams without the figure last, whichever way it is sorted', () => {
    expect(names(tablePage(TEAMS, { by: 'cx', descending: true, page: 1 }))).toEqual([
      'Lille',
      'Nantes',
      'Dijon',
      'Évry'
    ]);
    expect(names(tablePage(TEAMS, { by: 'gap', descending: false, page: 1 }))).toEqual([
      'Nantes',
      'Dijon',
      'Lille',
      'Évry'
    ]);
  });

  it('comes in pages of fifty, and a page too far is the last one', () => {
    const many = Array.from({ length: 120 }, (_, i) => line(`Team ${String(i).padStart(3, '0')}`, i));
    const last = tablePage(many, { by: 'name', descending: false, page: 9 });
    expect(last).toMatchObject({ page: 3, pages: 3 });
    expect(last.lines).toHaveLength(20);
    expect(tablePage([], { by: 'name', descending: false, page: 1 })).toEqual({
      lines: [],
      page: 1,
      pages: 1
    });
  });
});

describe('the address of a table', () => {
  it('reads what it wrote', () => {
    for (const sorting of [
      { by: 'gap', descending: true, page: 2 },
      { by: 'name', descending: true, page: 1 },
      { by: 'name', descending: false, page: 1 }
    ] as const)
      expect(readSorting(writeSorting(sorting))).toEqual(sorting);
    expect(writeSorting({ by: 'name', descending: false, page: 1 }).toString()).toBe('');
  });

  it.each(['sort=salary', 'page=-1', 'page=1.5', 'sort=-', 'page=none'])('%s says nothing', (text) => {
    expect(readSorting(new URLSearchParams(text))).toEqual({ by: 'name', descending: false, page: 1 });
  });

  it('turns a column round at the second click, and begins with the highest figure', () => {
    const once = sortedBy('gap', readSorting(new URLSearchParams('page=3')));
    expect(once).toEqual({ by: 'gap', descending: true, page: 1 });
    expect(sortedBy('gap', once)).toEqual({ by: 'gap', descending: false, page: 1 });
    expect(sortedBy('name', once)).toEqual({ by: 'name', descending: false, page: 1 });
  });
});
