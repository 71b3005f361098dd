import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBeat } from '$lib/screens/beat';
import type { Beat } from '$lib/screens/screen';
import { NOW, sampleCard } from '../sample';
import { Heart, stateOf } from './heart';
import type { Picture } from './cover';
import type { Player } from './player';

const CARD: Picture = {
  kind: 'spotlight',
  shown: { card: sampleCard('positive', { id: 'une' }), memory: false }
};

describe('the beat of a screen', () => {
  let player: Player;
  let beats: Beat[];
  let answer: () => Promise<Response>;
  let heart: Heart;
  let heard: string[];
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    beats = [];
    heard = [];
    answer = () => Promise.resolve(new Response(null, { status: 204 }));
    vi.stubGlobal('innerWidth', 1920);
    vi.stubGlobal('innerHeight', 1080);
    vi.stubGlobal('devicePixelRatio', 1);
    vi.stubGlobal('navigator', { userAgent: 'Chrome/79.0.3945.79' });
    vi.stubGlobal('fetch', (_: string, { body, signal }: { body: string; signal: AbortSignal }) => {
      beats.push(JSON.parse(body) as Beat);
      return Promise.race([
        answer(),
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('late'))))
      ]);
    });
    player = {
      state: { id: 'accueil' },
      picture: CARD,
      status: { kind: 'live' },
      paused: false,
      hearing: { clockOffset: 1500.4 },
      now: NOW + 1500
    } as never;
    heart = new Heart(player, 'abc', {
      revoked: () => heard.push('revoked'),
      unknown: () => heard.push('unknown')
    });
    heart.start();
  });
  afterEach(() => {
    heart.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('comes every half minute, in a form the server takes', async () => {
    heart.painted(CARD);
    await pass(301);
    expect(beats.length).toBeGreaterThanOrEqual(9);
    expect(beats.length).toBeLessThanOrEqual(13);
    expect(beats[0]).toMatchObject({
      build: 'abc',
      state: 'live',
      engine: 'Chromium 79',
      clockOffset: 1500,
      viewport: { width: 1920, height: 1080, ratio: 1 },
      painted: { scene: 'spotlight', id: 'une', at: new Date(NOW + 1500).toISOString() }
    });
    expect(readBeat(beats[0])).toEqual(beats[0]);
  });

  it('tells what was painted, not what should have been', async () => {
    await pass(2);
    expect(beats[0]!.painted).toBeNull();
    heart.painted(CARD);
    player.picture = { kind: 'share' };
    await pass(70);
    expect(beats.at(-1)!.painted).toMatchObject({
      scene: 'spotlight',
      at: new Date(NOW + 1500).toISOString()
    });
  });

  it('comes soon after something happened', async () => {
    await pass(2);
    expect(beats).toHaveLength(1);
    player.paused = true;
    await pass(1);
    expect(beats.map(({ state }) => state)).toEqual(['live', 'paused']);
    await pass(5);
    expect(beats).toHaveLength(2);
  });

  it('is not that of a person who looks at the wall in a browser', async () => {
    player.state!.id = null;
    await pass(120);
    expect(beats).toEqual([]);
  });

  it('is not sent again while one is under way, and goes on after one that failed', async () => {
    answer = () => new Promise(() => undefined);
    await pass(2);
    player.paused = true;
    await pass(8);
    expect(beats).toHaveLength(1);
    answer = () => Promise.reject(new TypeError('no route'));
    await pass(60);
    const tries = beats.length;
    expect(tries).toBeGreaterThan(1);
    await pass(60);
    expect(beats.length).toBeGreaterThan(tries);
    expect(heard).toEqual([]);
  });

  it.each([
    [410, 'revoked'],
    [401, 'unknown']
  ])('hears by an answer of %i that the screen is %s', async (status, said) => {
    answer = () => Promise.resolve(new Response(null, { status }));
    await pass(2);
    expect(heard).toEqual([said]);
  });

  it.each<[Beat['state'], Partial<Player>]>([
    ['live', {}],
    ['paused', { paused: true }],
    ['offline', { paused: true, status: { kind: 'offline', since: 0, refused: false } }],
    ['catching-up', { status: { kind: 'shown' } }],
    ['quiet', { picture: { kind: 'quiet' }, status: { kind: 'catching-up' } }],
    ['message', { picture: { kind: 'notice', text: { fr: '', en: '' } } }],
    ['curtain', { picture: { kind: 'curtain' }, paused: true }]
  ])('says %s', (state, given) => {
    expect(stateOf({ picture: CARD, status: { kind: 'live' }, paused: false, ...given })).toBe(state);
  });
});
