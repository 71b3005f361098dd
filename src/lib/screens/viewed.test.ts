import { describe, expect, it } from 'vitest';
import { mostDemanding } from '$lib/wall/pages';
import { sizeIn, viewOf } from './viewed';

describe('how people see a screen', () => {
  const place = { distance: 6, diagonal: 65, orientation: 'none' as const };

  it('is in the size that its browser told last, upright where that is', () => {
    const beat = { viewport_width: 1080, viewport_height: 1920 };
    expect(viewOf(place, beat)).toEqual({ ...place, viewport: { width: 1080, height: 1920 } });
  });

  it('is as its settings say for one that was never heard of, or told no size', () => {
    expect(viewOf({ ...place, orientation: 'left' }, null)).toEqual({
      ...place,
      orientation: 'left',
      viewport: null
    });
    expect(viewOf(place, { viewport_width: 1920, viewport_height: 0 }).viewport).toBe(null);
    expect(sizeIn({ width: 360, height: 640 })).toEqual({ width: 360, height: 640 });
  });

  it('is from five metres in front of 55 inches where nothing was set', () => {
    expect(viewOf({}, null)).toEqual({ distance: 5, diagonal: 55, orientation: 'none', viewport: null });
  });

  it('counts among those that hold least by the shape it really has', () => {
    const lying = viewOf(place, { viewport_width: 3840, viewport_height: 2160 });
    const upright = viewOf({ ...place, distance: 4 }, { viewport_width: 1080, viewport_height: 1920 });
    const turned = viewOf({ ...place, distance: 3, orientation: 'right' }, null);
    expect(mostDemanding([lying, upright, turned])).toEqual([lying, upright]);
  });
});
