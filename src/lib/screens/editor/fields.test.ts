import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tree } from '$lib/verbatims/teams';
import {
  DEFAULT_SETTINGS,
  LANGUAGES,
  ORIENTATIONS,
  SCENES,
  SHARES,
  THEMES,
  type Settings
} from '../settings';
import { checkDraft, draftOf, playlistIn, readDraft, topmost, type Draft } from './fields';

const teams = [
  { id: 'all', parent_id: null, slug: 'all', name: 'Bellerive' },
  { id: 'west', parent_id: 'all', slug: 'west', name: 'Ouest' },
  { id: 'nantes', parent_id: 'west', slug: 'nantes', name: 'Nantes' },
  { id: 'rennes', parent_id: 'west', slug: 'rennes', name: 'Rennes' },
  { id: 'lyon', parent_id: 'all', slug: 'lyon', name: 'Lyon' }
];
const choices = {
  teams: tree(teams, teams[0]).slice(1),
  steps: [
    { id: 'delivery', name: 'Livraison' },
    { id: 'refund', name: 'Remboursement' }
  ]
};
const ids = choices.teams.map(({ team }) => team.id);
const draft = (changes: Partial<Draft> = {}) => ({
  ...draftOf('Accueil', DEFAULT_SETTINGS, ','),
  ...changes
});
const problems = (changes: Partial<Draft>) => checkDraft(draft(changes), choices).problems;

/** What a browser sends of these fields. */
function sent(given: Draft): FormData {
  const form = new FormData();
  const all = (name: string, values: string[]) => values.forEach((value) => form.append(name, value));
  form.set('name', given.name);
  given.playlist.forEach((entry, i) => {
    for (const name of ['scene', 'times', 'seconds'] as const) form.set(`playlist.${i}.${name}`, entry[name]);
    if (entry.scene !== 'message') return;
    form.set(`playlist.${i}.text.fr`, entry.fr);
    form.set(`playlist.${i}.text.en`, entry.en);
  });
  all('teams', given.teams);
  all('steps', given.steps);
  all('languages', given.languages);
  all('quiet.days', given.days);
  if (given.rests) form.set('quiet.rests', 'on');
  for (const [name, hours] of [
    ['quiet.hours', given.rest],
    ['night', given.night]
  ] as const) {
    form.set(`${name}.from`, hours.from);
    form.set(`${name}.to`, hours.to);
  }
  for (const name of ['share', 'theme', 'orientation', 'language', 'distance', 'diagonal'] as const)
    form.set(name, given[name]);
  return form;
}

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const hours = fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to);
const entry = fc
  .record({
    scene: fc.constantFrom(...SCENES),
    times: fc.integer({ min: 1, max: 20 }),
    seconds: fc.option(fc.integer({ min: 5, max: 120 })),
    text: fc.record({ fr: fc.constantFrom('Bonjour', 'Fête à midi'), en: fc.constantFrom('', 'Hello') })
  })
  .map(({ text, ...rest }) => (rest.scene === 'message' ? { ...rest, text } : rest));
const settings: fc.Arbitrary<Settings> = fc.record({
  playlist: fc.array(entry, { minLength: 1, maxLength: 30 }),
  teams: fc.subarray(ids).map((chosen) => topmost(chosen, choices.teams)),
  steps: fc.subarray(['delivery', 'refund']),
  languages: fc.subarray(['fr', 'en', 'de']),
  share: fc.constantFrom(...SHARES),
  quiet: fc.record({ hours: fc.option(hours), days: fc.subarray([1, 2, 3, 4, 5, 6, 7]) }),
  theme: fc.constantFrom(...THEMES),
  night: hours,
  orientation: fc.constantFrom(...ORIENTATIONS),
  language: fc.constantFrom(...LANGUAGES),
  distance: fc.integer({ min: 10, max: 200 }).map((n) => n / 10),
  diagonal: fc.integer({ min: 10, max: 120 })
});

describe('the fields of a screen', () => {
  it('sent and read again are the settings they were made of, whatever these were', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom('.' as const, ',' as const), (given, decimal) => {
        const read = readDraft(sent(draftOf('Accueil', given, decimal)));
        expect(checkDraft(read, choices)).toEqual({ name: 'Accueil', settings: given, problems: {} });
      }),
      { numRuns: 300 }
    );
  });

  it('keep what was typed, right or wrong', () => {
    const typed = draft({ name: '  ', distance: 'loin', rests: true, rest: { from: '', to: '07:00' } });
    typed.playlist[0]!.times = 'quatre';
    expect(readDraft(sent(typed))).toEqual(typed);
  });

  it('say what is wrong with each of them, by its name in the form', () => {
    const [first, ...rest] = draft().playlist;
    expect(
      problems({
        name: ' ',
        playlist: [{ ...first!, times: '21' }, ...rest, { ...first!, key: 9, scene: 'message' }],
        rests: true,
        rest: { from: '08:00', to: '08:00' },
        distance: '0,5',
        diagonal: ''
      })
    ).toEqual({
      name: 'missing',
      'playlist.0.times': 'out-of-range',
      'playlist.5.text': 'no-text',
      'quiet.hours': 'no-time-between',
      distance: 'out-of-range',
      diagonal: 'not-a-number'
    });
    expect(problems({ name: 'x'.repeat(81) })).toEqual({ name: 'too-long' });
    expect(problems({ playlist: [] })).toEqual({ playlist: 'missing' });
  });

  it('take a comma for a point, and spaces around a name for none', () => {
    const checked = checkDraft(draft({ name: ' Accueil ', distance: '3,5' }), choices);
    expect(checked).toMatchObject({ name: 'Accueil', settings: { distance: 3.5 } });
  });

  it('that nobody sees are not in the way: the hours of the night, unless the clock decides', () => {
    const night = { from: '', to: '' };
    expect(problems({ theme: 'light', night })).toEqual({});
    expect(problems({ theme: 'clock', night })).toEqual({ night: 'not-a-time' });
  });

  it('forget the words of a scene that is no message', () => {
    const [first] = draft().playlist;
    expect(playlistIn({ playlist: [{ ...first!, fr: 'Bonjour' }] })).toEqual([
      { scene: 'spotlight', times: 4, seconds: null }
    ]);
    expect(playlistIn({ playlist: [{ ...first!, times: '' }] })).toBeNull();
  });

  it('of a form that somebody made up hold no scene that does not exist', () => {
    const form = sent(draft());
    form.set('playlist.1.scene', 'film');
    expect(readDraft(form).playlist.map(({ scene }) => scene)).toEqual([
      'spotlight',
      'spotlight',
      'mosaic',
      'numbers'
    ]);
  });
});

describe('a chosen team', () => {
  it('comes with those below it, which are not chosen beside it', () => {
    expect(topmost(['nantes', 'lyon', 'west'], choices.teams)).toEqual(['lyon', 'west']);
    expect(topmost(['nantes', 'rennes'], choices.teams)).toEqual(['nantes', 'rennes']);
  });
});
