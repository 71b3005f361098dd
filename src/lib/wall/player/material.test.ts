import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '$lib/screens/settings';
import type { ScreenState } from '$lib/screens/screen';
import type { Snapshot } from '../card';
import { NOW, sampleCard } from '../sample';
import { Material } from './material';

const STATE = { id: null, settings: DEFAULT_SETTINGS } as ScreenState;
const BEGIN = '2026-06-15T09:00:00+00:00';
const LATER = '2026-06-15T09:00:03+00:00';

function snapshot(cursor: string, given: Partial<Snapshot> = {}): Snapshot {
  const share = { period: 'week', counts: { positive: 1, neutral: 0, negative: 0 }, n: 1 } as const;
  return { cards: [], share, cursor, at: new Date(NOW).toISOString(), ...given };
}

describe('what a screen has to show', () => {
  it('begins anew, and is not kept, for as long as it was told a part alone', () => {
    const material = new Material();
    const first = sampleCard();
    material.take(snapshot(BEGIN, { cards: [first], partial: true }));
    material.advance(LATER);
    expect(material.size).toBe(1);
    expect(material.cursor).toBeNull();
    expect(material.keep(STATE, NOW)).toBeNull();
    material.take(snapshot(BEGIN, { cards: [first, sampleCard()] }));
    expect(material.size).toBe(2);
    expect(material.cursor).toBe(LATER);
    expect(material.keep(STATE, NOW)?.snapshot?.cursor).toBe(LATER);
  });
});
