import { expect, it } from 'vitest';
import { checkSettings } from '../../src/lib/screens/checked';
import { DEFAULT_SETTINGS } from '../../src/lib/screens/settings';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { idOf, seedCast, teamOf } from './cast';

const spotlight = { scene: 'spotlight', times: 1, seconds: null };
const message = (fr: unknown, en: unknown) => ({ ...spotlight, scene: 'message', text: { fr, en } });
const playlist = (...entries: unknown[]) => ({ playlist: entries });

const RIGHT: [string, object][] = [
  ['those of a new screen', {}],
  ['a message in one language', playlist(message('Bonjour', ''))],
  ['the longest playlist', playlist(...Array<object>(30).fill({ ...spotlight, times: 20, seconds: 120 }))],
  ['the longest message', playlist(message('🙂'.repeat(280), 'é'.repeat(280)))],
  ['teams that exist', { teams: [teamOf('nantes'), teamOf('lille')] }],
  ['a rest over midnight', { quiet: { hours: { from: '20:00', to: '07:30' }, days: [6, 7] } }],
  ['half a metre more', { distance: 2.5, diagonal: 120 }]
];

const WRONG: [string, object][] = [
  ['no playlist', { playlist: null }],
  ['an empty playlist', playlist()],
  ['a playlist that is not a list', { playlist: spotlight }],
  ['a playlist too long', playlist(...Array<object>(31).fill(spotlight))],
  ['an entry that is none', playlist(5)],
  ['a scene that does not exist', playlist({ ...spotlight, scene: 'film' })],
  ['a scene shown half a time', playlist({ ...spotlight, times: 0.5 })],
  ['a scene shown too often', playlist(spotlight, { ...spotlight, times: 21 })],
  ['times in words', playlist({ ...spotlight, times: '2' })],
  ['too few seconds', playlist({ ...spotlight, seconds: 4 })],
  ['too many seconds', playlist({ ...spotlight, seconds: 121 })],
  ['no seconds at all', playlist({ scene: 'mosaic', times: 1 })],
  ['a message without words', playlist(message(' ', ''))],
  ['a message without a text', playlist({ ...spotlight, scene: 'message' })],
  ['a message that is a number', playlist(message(5, 6))],
  ['a message too long', playlist(message('x', 'é'.repeat(281)))],
  ['a team that does not exist', { teams: [idOf('nothing')] }],
  ['teams that are not a list', { teams: teamOf('nantes') }],
  ['a team in a list in a list', { teams: [[teamOf('nantes')]] }],
  ['a step that does not exist', { steps: [idOf('nothing')] }],
  ['a language in capitals', { languages: ['FR'] }],
  ['a language in a list in a list', { languages: [['fr']] }],
  ['a share of a decade', { share: 'decade' }],
  ['no share', { share: null }],
  ['a rest that begins and ends at once', { quiet: { hours: { from: '07:00', to: '07:00' }, days: [] } }],
  ['a rest at 24 o’clock', { quiet: { hours: { from: '24:00', to: '07:00' }, days: [] } }],
  ['a rest without an end', { quiet: { hours: { from: '20:00' }, days: [] } }],
  ['a rest without days', { quiet: { hours: null } }],
  ['an eighth day', { quiet: { hours: null, days: [8] } }],
  ['no rest', { quiet: null }],
  ['a theme of its own', { theme: 'pink' }],
  ['a night without hours', { night: null }],
  ['a picture upside', { orientation: 'up' }],
  ['a third language', { language: 'de' }],
  ['a distance of a street', { distance: 21 }],
  ['a distance in words', { distance: '5' }],
  ['a distance in a list', { distance: [5] }],
  ['a diagonal of a phone', { diagonal: 9.9 }]
];

onEveryEngine('The settings of a screen', seedCast, (db) => {
  isolate(db);
  const require = (settings: unknown) =>
    outcome(db.attempt(`select private.require_settings($1::jsonb)`, [settings]));
  const known = async () => {
    const ids = async (table: string) =>
      (await db.sql<{ id: string }>(`select id from public.${table}`)).map(({ id }) => id);
    return { teams: await ids('teams'), steps: await ids('journey_steps') };
  };

  it.each(RIGHT)('may be %s, say the database and the editor', async (_, changes) => {
    const settings = { ...DEFAULT_SETTINGS, ...changes };
    expect(checkSettings(settings, await known()).settings).toEqual(settings);
    expect(await require(settings)).toBe('done');
  });

  it.each(WRONG)('can not be %s, say the database and the editor', async (_, changes) => {
    const settings = { ...DEFAULT_SETTINGS, ...changes };
    expect(checkSettings(settings, await known()).problems).toBeDefined();
    expect(await require(settings)).toBe('PT422');
  });

  it.each(Object.keys(DEFAULT_SETTINGS))('can not be without %s', async (key) => {
    const rest = Object.fromEntries(Object.entries(DEFAULT_SETTINGS).filter(([each]) => each !== key));
    expect(checkSettings(rest).problems).toBeDefined();
    expect(await require(rest)).toBe('PT422');
  });

  it('can not have more in them than the database knows', async () => {
    expect(await require({ ...DEFAULT_SETTINGS, colour: 'pink' })).toBe('PT422');
    expect(await require(playlist({ ...spotlight, colour: 'pink' }))).toBe('PT422');
    expect(
      await require({ ...DEFAULT_SETTINGS, ...playlist({ ...spotlight, text: { fr: 'x', en: '' } }) })
    ).toBe('PT422');
    for (const nothing of [null, [], 'x', 5]) expect(await require(JSON.stringify(nothing))).toBe('PT422');
  });
});
