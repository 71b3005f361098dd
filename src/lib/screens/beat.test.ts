import { describe, expect, it } from 'vitest';
import { readBeat } from './beat';
import type { Beat } from './screen';

const beat: Beat = {
  build: 'b1',
  painted: { scene: 'spotlight', id: 'v1', at: '2026-03-02T09:00:00.000Z' },
  state: 'live',
  viewport: { width: 1920, height: 1080, ratio: 1.5 },
  engine: 'Chromium 79',
  clockOffset: -1_770_000_000_000,
  heap: 12_345_678,
  uptime: 61_000
};

describe('a beat', () => {
  it('is taken as it is, even from a TV that woke up in 1970', () => {
    expect(readBeat(beat)).toEqual(beat);
    expect(readBeat({ ...beat, painted: null, heap: null })).toEqual({ ...beat, painted: null, heap: null });
  });

  it('keeps nothing that does not belong to it, and whole numbers where the database has them', () => {
    const told = {
      ...beat,
      token: 'secret',
      uptime: 61_000.4,
      clockOffset: 12.5,
      viewport: { width: 979.2, height: 551, ratio: 2, x: 1 }
    };
    expect(readBeat(told)).toEqual({
      ...beat,
      uptime: 61_000,
      clockOffset: 13,
      viewport: { width: 979, height: 551, ratio: 2 }
    });
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'live'],
    ['a list', [beat]],
    ['a state of its own', { ...beat, state: 'fine' }],
    ['no state', { ...beat, state: undefined }],
    ['a build that is a book', { ...beat, build: 'b'.repeat(81) }],
    ['an engine that is none', { ...beat, engine: '' }],
    ['a painting of no time', { ...beat, painted: { scene: 'mosaic', id: null, at: 'yesterday' } }],
    [
      'a painting beyond all calendars',
      { ...beat, painted: { scene: 'mosaic', id: null, at: '+200000-01-01T00:00:00Z' } }
    ],
    ['a painting without a word on it', { ...beat, painted: undefined }],
    ['a viewport without a height', { ...beat, viewport: { width: 1, ratio: 1 } }],
    ['a clock that is not a number', { ...beat, clockOffset: NaN }],
    ['a clock off by centuries', { ...beat, clockOffset: 1e16 }],
    ['a heap below nothing', { ...beat, heap: -1 }]
  ])('is not %s', (_, value) => {
    expect(readBeat(value)).toBeNull();
  });
});
