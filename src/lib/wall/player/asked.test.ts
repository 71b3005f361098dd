import { expect, it } from 'vitest';
import { asked } from './asked';

const NINE = '2026-06-15T09:00:00Z';
const TEN = '2026-06-15T10:00:00Z';

it('is done once each time it is asked for', () => {
  const isAsked = asked();
  expect([null, NINE, NINE, TEN, TEN, null].map(isAsked)).toEqual([false, true, false, true, false, false]);
});

it('is done already when it was asked for before the page was opened', () => {
  const isAsked = asked();
  expect([NINE, NINE, TEN].map(isAsked)).toEqual([false, false, true]);
});
