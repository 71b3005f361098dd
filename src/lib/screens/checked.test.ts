import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings } from './checked';
import { DEFAULT_SETTINGS, SCENES, type Settings } from './settings';

const known = { teams: ['t1', 't2'], steps: ['s1'] };
const problemsOf = (changes: Record<string, unknown>) =>
  (checkSettings({ ...DEFAULT_SETTINGS, ...changes }, known).problems ?? []).map(
    ({ field, reason }) => `${field}: ${reason}`
  );
const spotlight = { scene: 'spotlight', times: 1, seconds: null };
const message = (fr: string, en: string) => ({ ...spotlight, scene: 'message', text: { fr, en } });

describe('settings', () => {
  it('are accepted as they come with a new screen', () => {
    expect(checkSettings(DEFAULT_SETTINGS, known)).toEqual({ settings: DEFAULT_SETTINGS });
  });

  it('are given back without what does not belong to them, and without anything twice', () => {
    const given = {
      ...DEFAULT_SETTINGS,
      colour: 'pink',
      teams: ['t1', 't1'],
      quiet: { hours: null, days: [7, 6, 7], why: 'week-end' },
      playlist: [{ ...spotlight, text: { fr: 'x', en: '' } }, message('  Bonjour ', '')]
    };
    expect(checkSettings(given, known).settings).toEqual({
      ...DEFAULT_SETTINGS,
      teams: ['t1'],
      quiet: { hours: null, days: [6, 7] },
      playlist: [spotlight, message('Bonjour', '')]
    });
  });

  it.each([
    ['playlist: missing', { playlist: [] }],
    ['playlist: too-many', { playlist: Array(31).fill(spotlight) }],
    ['playlist.0.scene: unknown', { playlist: [{ ...spotlight, scene: 'film' }] }],
    ['playlist.1.times: out-of-range', { playlist: [spotlight, { ...spotlight, times: 21 }] }],
    ['playlist.0.times: not-whole', { playlist: [{ ...spotlight, times: 1.5 }] }],
    ['playlist.0.seconds: out-of-range', { playlist: [{ ...spotlight, seconds: 4 }] }],
    ['playlist.0.seconds: not-a-number', { playlist: [{ ...spotlight, seconds: '10' }] }],
    ['playlist.0.text: no-text', { playlist: [message(' ', '')] }],
    ['playlist.0.text.en: too-long', { playlist: [message('Oui', 'é'.repeat(281))] }],
    ['teams: unknown', { teams: ['t3'] }],
    ['steps: unknown', { steps: [1] }],
    ['languages: unknown', { languages: ['FR'] }],
    ['share: unknown', { share: 'decade' }],
    ['quiet.hours: not-a-time', { quiet: { hours: { from: '24:00', to: '07:00' }, days: [] } }],
    ['quiet.hours: no-time-between', { quiet: { hours: { from: '07:00', to: '07:00' }, days: [] } }],
    ['quiet.days: unknown', { quiet: { hours: null, days: [0] } }],
    ['theme: missing', { theme: undefined }],
    ['night: not-a-time', { night: null }],
    ['orientation: unknown', { orientation: 'upside' }],
    ['language: unknown', { language: 'de' }],
    ['distance: out-of-range', { distance: 0.5 }],
    ['diagonal: not-a-number', { diagonal: NaN }]
  ])('with a problem say where and why: %s', (expected, changes) => {
    expect(problemsOf(changes)).toEqual([expected]);
  });

  it('say every problem at once', () => {
    expect(problemsOf({ distance: 0, diagonal: 200 })).toEqual([
      'distance: out-of-range',
      'diagonal: out-of-range'
    ]);
    expect(checkSettings(null).problems?.length).toBeGreaterThan(8);
  });

  it('count an emoji as one character, as the database does', () => {
    expect(problemsOf({ playlist: [message('🙂'.repeat(280), '')] })).toEqual([]);
  });

  it('that were accepted are accepted again as they are', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const once = checkSettings(settings);
        expect(once.problems).toBeUndefined();
        expect(checkSettings(once.settings)).toEqual(once);
      }),
      { numRuns: 200 }
    );
  });

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(checkSettings(value).problems).toBeDefined();
      })
    );
  });
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${hour}`.padStart(2, '0') + ':' + `${minute}`.padStart(2, '0'));
const hours = fc.uniqueArray(time, { minLength: 2, maxLength: 2 }).map(([from, to]) => ({ from, to }));
const anySettings = fc.record({
  playlist: fc.array(
    fc.record({
      scene: fc.constantFrom(...SCENES),
      times: fc.integer({ min: 1, max: 20 }),
      seconds: fc.option(fc.integer({ min: 5, max: 120 })),
      text: fc.record({ fr: fc.string({ maxLength: 280 }), en: fc.constant('Hello') })
    }),
    { minLength: 1, maxLength: 30 }
  ),
  teams: fc.array(fc.uuid()),
  steps: fc.array(fc.uuid()),
  languages: fc.array(fc.constantFrom('fr', 'en', 'de')),
  share: fc.constantFrom<Settings['share'][]>('auto', 'today', 'year'),
  quiet: fc.record({ hours: fc.option(hours), days: fc.array(fc.integer({ min: 1, max: 7 })) }),
  theme: fc.constantFrom('light', 'dark', 'clock'),
  night: hours,
  orientation: fc.constantFrom('none', 'left'),
  language: fc.constantFrom('fr', 'both'),
  distance: fc.integer({ min: 1, max: 20 }),
  diagonal: fc.integer({ min: 10, max: 120 })
});
