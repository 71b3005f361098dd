import { describe, expect, it } from 'vitest';
import type { Told } from './fleet';
import { byTrouble, healthOf, isFresh, isSafe, isTrouble } from './health';

const NOW = Date.parse('2026-03-02T14:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

const well: Told = {
  heardAt: ago(12),
  build: 'b2',
  painted: { scene: 'spotlight', id: 'v1', at: ago(20) },
  state: 'live',
  viewport: { width: 1920, height: 1080, ratio: 1 },
  engine: 'Chromium 79',
  clockOffset: 400,
  heap: null,
  uptime: 3_600_000
};
const health = (told: Partial<Told> | null) => healthOf(told && { ...well, ...told }, NOW, 'b2');

describe('a screen', () => {
  it('that beats and paints is live, and no trouble', () => {
    expect(health({})).toEqual({ condition: 'live', since: null, outdated: false, clockWrong: null });
    expect(isFresh(health({}))).toBe(true);
    expect(isTrouble(health({}))).toBe(false);
  });

  it('that was never heard of is only awaited', () => {
    expect(health(null).condition).toBe('never-seen');
    expect(isTrouble(health(null))).toBe(false);
  });

  it('is offline since its last beat once three are missing, whatever it said', () => {
    expect(health({ heardAt: ago(90) }).condition).toBe('live');
    expect(health({ heardAt: ago(96), state: 'quiet' })).toMatchObject({
      condition: 'offline',
      since: ago(96)
    });
    expect(health({ heardAt: ago(96), build: 'b1', clockOffset: 1e9 })).toMatchObject({
      outdated: false,
      clockWrong: null
    });
  });

  it('that beats but paints nothing any more is frozen since its last painting', () => {
    const frozen = health({ painted: { scene: 'mosaic', id: null, at: ago(301) } });
    expect(frozen).toMatchObject({ condition: 'frozen', since: ago(301) });
    expect(isFresh(frozen)).toBe(false);
    expect(health({ painted: { scene: 'mosaic', id: null, at: ago(299) } }).condition).toBe('live');
  });

  it('that has painted nothing since its page was loaded is frozen after a minute', () => {
    expect(health({ painted: null, uptime: 30_000 }).condition).toBe('live');
    expect(health({ painted: null, uptime: 61_000 })).toMatchObject({ condition: 'frozen', since: null });
  });

  it.each(['quiet', 'paused', 'curtain', 'message'] as const)(
    'in the state %s may stand still for hours',
    (state) => {
      expect(health({ state, painted: { scene: 'spotlight', id: null, at: ago(9_000) } }).condition).toBe(
        state
      );
    }
  );

  it('that says it is offline and yet was heard is catching up', () => {
    expect(health({ state: 'offline' }).condition).toBe('catching-up');
  });

  it('is safe behind the curtain only once it says so', () => {
    expect(isSafe(health({ state: 'curtain' }))).toBe(true);
    expect(isSafe(health({ state: 'live' }))).toBe(false);
    expect(isSafe(health({ state: 'curtain', heardAt: ago(200) }))).toBe(false);
  });

  it('of another build is outdated, and one whose clock is over a minute wrong says by how much', () => {
    expect(health({ build: 'b1' })).toMatchObject({ condition: 'live', outdated: true });
    expect(health({ clockOffset: -61_000 })).toMatchObject({ condition: 'live', clockWrong: -61_000 });
    expect(health({ clockOffset: 59_000 }).clockWrong).toBeNull();
    expect(isTrouble(health({ build: 'b1' }))).toBe(true);
    expect(isTrouble(health({ clockOffset: 61_000 }))).toBe(true);
  });
});

describe('a list of screens', () => {
  it('begins with trouble, the gravest first, and ends with what is well, by name', () => {
    const list = [
      { name: 'Zone de repos', health: health({}) },
      { name: 'Accueil', health: health({}) },
      { name: 'Atelier', health: health({ state: 'quiet' }) },
      { name: 'Quai', health: health({ heardAt: ago(500) }) },
      { name: 'Neuf', health: health(null) },
      { name: 'Vieux', health: health({ build: 'b1' }) },
      { name: 'Figé', health: health({ painted: null }) }
    ];
    expect(byTrouble(list).map(({ name }) => name)).toEqual([
      'Figé',
      'Quai',
      'Vieux',
      'Neuf',
      'Atelier',
      'Accueil',
      'Zone de repos'
    ]);
  });
});
