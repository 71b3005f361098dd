import { describe, expect, it } from 'vitest';
import { hangingOf, legibleOn, USUAL_SIZE } from './shape';

describe('a screen that hangs turned', () => {
  it('stands upright for people, its picture turned against how the player turns it', () => {
    expect(hangingOf(USUAL_SIZE, 'left')).toEqual({ width: 1080, height: 1920, turn: 90 });
    expect(hangingOf(USUAL_SIZE, 'right')).toEqual({ width: 1080, height: 1920, turn: -90 });
    expect(hangingOf(USUAL_SIZE, 'half')).toEqual({ ...USUAL_SIZE, turn: 180 });
    expect(hangingOf({ width: 1080, height: 1920 }, 'none')).toEqual({ width: 1080, height: 1920, turn: 0 });
  });
});

describe('what people can read from where they sit', () => {
  const from = (distance: number, diagonal: number) =>
    legibleOn(USUAL_SIZE, { distance, diagonal, orientation: 'none' });

  it('is some 66 pixels, and more than 400 characters, at five metres from 55 inches', () => {
    const { pixels, characters } = from(5, 55);
    expect(pixels).toBeGreaterThan(62);
    expect(pixels).toBeLessThan(72);
    expect(characters).toBeGreaterThan(380);
    expect(characters).toBeLessThan(500);
  });

  it('is larger and less from farther away, smaller and more on a larger screen', () => {
    expect(from(8, 55).pixels).toBeGreaterThan(from(5, 55).pixels);
    expect(from(8, 55).characters).toBeLessThan(from(5, 55).characters);
    expect(from(5, 65).pixels).toBeLessThan(from(5, 55).pixels);
    expect(from(5, 65).characters).toBeGreaterThan(from(5, 55).characters);
  });

  it('is called too far where even the largest letters are too small', () => {
    expect(from(5, 55).isFar).toBe(false);
    expect(from(20, 43).isFar).toBe(true);
    expect(from(20, 43).pixels).toBe(from(15, 43).pixels);
  });

  it('is written as large however the screen hangs, and follows how its system has it', () => {
    const place = { distance: 5, diagonal: 55 };
    const told = legibleOn({ width: 1080, height: 1920 }, { ...place, orientation: 'none' });
    expect(told).toEqual(legibleOn(USUAL_SIZE, { ...place, orientation: 'right' }));
    expect(told.pixels).toBe(from(5, 55).pixels);
  });

  it('is told for every distance and diagonal that can be set', () => {
    for (const distance of [1, 5, 20]) {
      for (const diagonal of [10, 55, 120]) {
        const { pixels, characters } = from(distance, diagonal);
        expect(pixels).toBeGreaterThan(0);
        expect(characters % 10).toBe(0);
        expect(characters).toBeLessThanOrEqual(990);
      }
    }
  });
});
