import { expect, it } from 'vitest';
import { pickMarks } from './marks';

const mark = (kind: 'event' | 'action', day: string, team: string) => ({ kind, day, team });

it('a curve shows what happened to the whole place first, in order of time', () => {
  const marks = [
    mark('action', '2026-01-05', 'shop'),
    mark('event', '2026-02-05', 'company'),
    mark('event', '2026-01-20', 'shop'),
    mark('action', '2026-03-05', 'company')
  ];
  expect(pickMarks(marks, 'company')).toEqual({
    picked: [...marks].sort((a, b) => a.day.localeCompare(b.day)),
    more: 0
  });

  const many = Array.from({ length: 20 }, (_, i) => mark('action', `2026-04-${10 + i}`, 'shop'));
  const { picked, more } = pickMarks([...many, ...marks], 'company');
  expect(more).toBe(16);
  expect(picked.slice(0, 3)).toEqual([marks[2], marks[1], marks[3]]);
  expect(picked.slice(3).map(({ day }) => day)).toEqual([25, 26, 27, 28, 29].map((day) => `2026-04-${day}`));
});
