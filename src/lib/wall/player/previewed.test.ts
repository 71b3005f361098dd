import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '$lib/screens/settings';
import type { ScreenState } from '$lib/screens/screen';
import { choiceOf, previewed } from './previewed';

const told: ScreenState = {
  id: 'screen',
  name: 'Accueil',
  settings: DEFAULT_SETTINGS,
  teams: ['nantes', 'rennes'],
  audience: '',
  build: 'a',
  leaseHours: 1,
  curtain: true,
  message: { fr: 'Exercice', en: 'Drill' },
  paused: true,
  reloadAt: '2026-06-15T09:00:00Z',
  identifyAt: '2026-06-15T09:00:00Z'
};
const settings: Settings = {
  ...DEFAULT_SETTINGS,
  theme: 'dark',
  quiet: { hours: { from: '00:00', to: '23:59' }, days: [1, 2, 3, 4, 5, 6, 7] }
};

describe('the preview of a screen', () => {
  it('shows the settings that are not saved, of the teams that the server told', () => {
    const state = previewed(told, settings);
    expect(state.settings.theme).toBe('dark');
    expect(state.teams).toEqual(['nantes', 'rennes']);
    expect(previewed(null, settings).teams).toBeNull();
  });

  it('is awake, moves, and does nothing that a screen is told to do', () => {
    expect(previewed(told, settings)).toMatchObject({
      curtain: false,
      message: null,
      paused: false,
      reloadAt: null,
      identifyAt: null,
      settings: { quiet: { hours: null, days: [] } }
    });
  });

  it('asks for other verbatims when the choice of them changes, and for nothing else', () => {
    expect(choiceOf({ ...settings, distance: 9, playlist: [] })).toBe(choiceOf(settings));
    expect(choiceOf({ ...settings, teams: ['lyon'] })).not.toBe(choiceOf(settings));
    expect(choiceOf({ ...settings, share: 'year' })).not.toBe(choiceOf(settings));
    expect(choiceOf({ ...settings, languages: ['de'] })).not.toBe(choiceOf(settings));
    expect(choiceOf({ ...settings, steps: ['s'] })).not.toBe(choiceOf(settings));
  });
});
