import { describe, expect, it } from 'vitest';
import { sampleCard } from './sample';
import type { Scene } from './scene';
import { stayOf } from './stay';

const saying = (length: number): Scene => ({
  kind: 'spotlight',
  shown: { card: sampleCard('positive', { text: 'x'.repeat(length) }), memory: false }
});

describe('how long a scene stays', () => {
  it('follows from how much there is to read, within bounds', () => {
    expect(stayOf(saying(10), null)).toBe(12_000);
    expect(stayOf(saying(300), null)).toBe(19_500);
    expect(stayOf(saying(5000), null)).toBe(30_000);
  });

  it('is as the playlist says, and shared by its pages', () => {
    expect(stayOf(saying(10), 60)).toBe(60_000);
    expect(stayOf(saying(10), 60, 3)).toBe(20_000);
    expect(stayOf(saying(10), 20, 8)).toBe(5_000);
  });

  it('is shorter for a page of several, which holds less', () => {
    expect(stayOf(saying(600), null, 6)).toBe(7_000);
    expect(stayOf(saying(1200), null, 3)).toBe(26_000);
  });
});
