import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings';
import { arrange } from './arrange';
import { draftOf } from './fields';

const { playlist } = draftOf('Accueil', DEFAULT_SETTINGS, '.');
const scenesAfter = (op: string) => arrange(playlist, op).playlist.map(({ scene }) => scene);
const asItWas = playlist.map(({ scene }) => scene);

describe('the order of a playlist', () => {
  it('changes by one place, up or down', () => {
    expect(scenesAfter('up-1')).toEqual(['mirror', 'spotlight', 'spotlight', 'mosaic', 'numbers']);
    expect(scenesAfter('down-3')).toEqual(['spotlight', 'mirror', 'spotlight', 'numbers', 'mosaic']);
    const down = arrange(playlist, 'down-0');
    expect(arrange(down.playlist, 'up-1')).toEqual({ playlist, at: 0 });
  });

  it('ends where it ends', () => {
    for (const op of ['up-0', 'down-4', 'up-5', 'down-9', 'remove-5'])
      expect(scenesAfter(op), op).toEqual(asItWas);
  });

  it('gets a new entry at its end, once and for as long as it takes, with a key of its own', () => {
    const added = arrange(arrange(playlist, 'remove-0').playlist, 'add-message').playlist;
    expect(added.at(-1)).toMatchObject({ scene: 'message', times: '1', seconds: '', fr: '', en: '' });
    expect(new Set(added.map(({ key }) => key)).size).toBe(added.length);
    expect(arrange([], 'add-mirror')).toMatchObject({ playlist: [{ scene: 'mirror' }], at: 0 });
  });

  it('is left alone by what it does not know', () => {
    for (const op of ['', 'add-film', 'up-', 'up-x', 'shuffle-1', 'remove--1'])
      expect(scenesAfter(op), op).toEqual(asItWas);
  });

  it('says where the entry is that was moved, or that took the place of one removed', () => {
    const at = (op: string) => arrange(playlist, op).at;
    expect([at('up-3'), at('down-3'), at('up-0'), at('add-mosaic')]).toEqual([2, 4, 0, 5]);
    expect([at('remove-1'), at('remove-4'), at('up-7')]).toEqual([1, 3, -1]);
    expect(arrange(playlist.slice(0, 1), 'remove-0')).toEqual({ playlist: [], at: -1 });
  });
});
