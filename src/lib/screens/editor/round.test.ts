import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings';
import { roundOf } from './round';

const counts = { spotlight: 0, mosaic: 0, mirror: 0, numbers: 0, message: 0 };

describe('a round of a playlist', () => {
  it('counts each scene as often as it comes', () => {
    expect(roundOf(DEFAULT_SETTINGS.playlist).counts).toEqual({
      ...counts,
      spotlight: 7,
      mirror: 1,
      mosaic: 1,
      numbers: 1
    });
  });

  it('takes the seconds that somebody set, each time', () => {
    const playlist = [
      { scene: 'spotlight' as const, times: 3, seconds: 20 },
      { scene: 'message' as const, times: 1, seconds: 5, text: { fr: 'Bonjour', en: '' } }
    ];
    expect(roundOf(playlist)).toEqual({
      counts: { ...counts, spotlight: 3, message: 1 },
      milliseconds: 65_000
    });
  });

  it('takes longer to read where there is more to read, and two to four minutes as a screen comes', () => {
    const one = (scene: 'mosaic' | 'spotlight' | 'numbers') =>
      roundOf([{ scene, times: 1, seconds: null }]).milliseconds;
    expect(one('mosaic')).toBeGreaterThan(one('spotlight'));
    expect(one('spotlight')).toBeGreaterThanOrEqual(one('numbers'));
    const { milliseconds } = roundOf(DEFAULT_SETTINGS.playlist);
    expect(milliseconds).toBeGreaterThan(120_000);
    expect(milliseconds).toBeLessThan(240_000);
  });
});
