import { describe, expect, it } from 'vitest';
import { positionOf, USUAL_TARGETS } from './quadrant';

const TARGETS = { cx: 70, ex: 60 };
const between = (low: number, high: number) => ({ value: (low + high) / 2, low, high, n: 30 });

describe('where a team stands', () => {
  it.each([
    ['both', between(72, 80), between(61, 75)],
    ['customers', between(72, 80), between(40, 55)],
    ['employees', between(50, 65), between(61, 75)],
    ['neither', between(50, 65), between(40, 55)]
  ])('is %s where both intervals lie on one side of their cut', (position, cx, ex) => {
    expect(positionOf(cx, ex, TARGETS)).toBe(position);
  });

  it('is not determined as soon as one interval crosses its cut, whatever the other says', () => {
    expect(positionOf(between(66, 74), between(80, 90), TARGETS)).toBe('undetermined');
    expect(positionOf(between(80, 90), between(55, 65), TARGETS)).toBe('undetermined');
    expect(positionOf(between(66, 74), between(55, 65), TARGETS)).toBe('undetermined');
  });

  it('counts an interval that begins at the cut as well, and one that ends there as undetermined', () => {
    expect(positionOf(between(70, 80), between(60, 70), TARGETS)).toBe('both');
    expect(positionOf(between(60, 70), between(60, 70), TARGETS)).toBe('undetermined');
  });

  it('moves with the targets, and with nothing else', () => {
    const [cx, ex] = [between(62, 68), between(62, 68)];
    expect(positionOf(cx, ex, USUAL_TARGETS)).toBe('employees');
    expect(positionOf(cx, ex, { cx: 60, ex: 60 })).toBe('both');
    expect(positionOf(cx, ex, { cx: 70, ex: 70 })).toBe('neither');
  });
});
