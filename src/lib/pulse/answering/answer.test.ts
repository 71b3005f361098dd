import { describe, expect, test } from 'vitest';
import {
  answerOf,
  COMMENT_LIMIT,
  fieldOf,
  lengthOf,
  readForm,
  SKIPPED,
  type Asked,
  type Given
} from './answer';

const AGREE: Asked = {
  id: 'a',
  scale: 'agreement',
  text_fr: 'Mon rythme est tenable.',
  text_en: 'My pace is fine.'
};
const RECOMMEND: Asked = { ...AGREE, id: 'r', scale: 'recommendation' };
const GUESS: Asked = { ...AGREE, id: 'g', scale: 'guess' };
const ASKED = [AGREE, RECOMMEND, GUESS];

const given = (part: Partial<Given> = {}): Given => ({
  answers: {},
  comment: '',
  reviewed: '',
  intent: 'send',
  ...part
});

/** The comment of a form as it would be kept when nothing in it is personal. */
const asIs = ({ comment }: Given) => ({ text: comment, personal: false });
const read = (part: Partial<Given>) => answerOf(given(part), ASKED, asIs(given(part)));

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe('a form', () => {
  test('is read with its blanks left out and its line ends counted as one character', () => {
    const form = formOf({
      [fieldOf(AGREE)]: '4',
      [fieldOf(RECOMMEND)]: '',
      comment: 'Une ligne\r\nune autre',
      reviewed: 'Une ligne\r\nune autre',
      intent: 'send'
    });
    const comment = 'Une ligne\nune autre';
    expect(readForm(form)).toEqual({ answers: { a: '4' }, comment, reviewed: comment, intent: 'send' });
  });

  test('that holds nothing we know is a form sent empty', () => {
    expect(readForm(formOf({ intent: 'publish', other: '1' }))).toEqual(given());
    expect(readForm(new FormData())).toEqual(given());
  });
});

describe('what is handed in', () => {
  test('has a number for each question answered and none for those passed or left blank', () => {
    expect(read({ answers: { a: '5', r: SKIPPED } })).toEqual({ answers: { a: 5 }, comment: '' });
    expect(read({ answers: { r: '0', g: '10' } })).toEqual({ answers: { r: 0, g: 10 }, comment: '' });
  });

  test('may be a comment alone', () => {
    expect(read({ comment: '  Merci pour les horaires.\n' })).toEqual({
      answers: {},
      comment: 'Merci pour les horaires.'
    });
  });

  test('is never an empty form: saying nothing takes a refusal, not an oversight', () => {
    expect(read({})).toBe('nothing');
    expect(read({ answers: { a: SKIPPED }, comment: '   ' })).toBe('nothing');
    expect(read({ intent: 'decline' })).toEqual({ answers: {}, comment: '' });
    expect(read({ intent: 'decline', answers: { a: SKIPPED } })).toEqual({ answers: {}, comment: '' });
  });

  test('is dropped by a refusal only once that is confirmed', () => {
    expect(read({ intent: 'decline', answers: { a: '2' } })).toBe('would_be_lost');
    expect(read({ intent: 'decline', comment: 'Trop de réunions.' })).toBe('would_be_lost');
    const confirmed = { intent: 'decline_all', answers: { a: '2' }, comment: 'Trop de réunions.' } as const;
    expect(read(confirmed)).toEqual({ answers: {}, comment: '' });
  });

  test.each([
    ['below an agreement', { a: '0' }],
    ['above an agreement', { a: '6' }],
    ['above a recommendation', { r: '11' }],
    ['above a guess', { g: '11' }],
    ['between two options', { a: '2.5' }],
    ['an option in other words', { a: '04' }],
    ['to a question that was not asked', { z: '3' }],
    ['to no question at all', { '': '3' }]
  ])('never holds an answer %s', (_, answers) => {
    expect(read({ answers })).toBe('not_offered');
  });
});

describe('a comment', () => {
  const NAMED = 'Merci à Mme Dupont.';
  const KEPT = { text: 'Merci à [nom].', personal: true };

  test('with personal data is handed in once its author has seen what will be kept', () => {
    expect(answerOf(given({ comment: NAMED }), ASKED, KEPT)).toBe('look');
    const seen = given({ comment: NAMED, reviewed: 'Merci à [nom].' });
    expect(answerOf(seen, ASKED, KEPT)).toEqual({ answers: {}, comment: 'Merci à [nom].' });
  });

  test('that changed since its author saw it is shown again', () => {
    const seen = given({ comment: NAMED, reviewed: 'Merci au [téléphone].' });
    expect(answerOf(seen, ASKED, KEPT)).toBe('look');
  });

  test('that is only doubted is shown once as well, and kept as it was written', () => {
    const doubted = { text: 'Dossier 4417 2290.', personal: true };
    expect(answerOf(given({ comment: doubted.text }), ASKED, doubted)).toBe('look');
    const seen = given({ comment: doubted.text, reviewed: doubted.text });
    expect(answerOf(seen, ASKED, doubted)).toEqual({ answers: {}, comment: doubted.text });
  });

  test('may have as many characters as the database keeps, and an emoji is one', () => {
    const longest = '🙂'.repeat(COMMENT_LIMIT);
    expect(lengthOf(longest)).toBe(COMMENT_LIMIT);
    expect(read({ comment: longest })).toEqual({ answers: {}, comment: longest });
    expect(read({ comment: `${longest}!` })).toBe('too_long');
  });

  test('that grows too long when labels replace short names is refused rather than cut', () => {
    const comment = 'x'.repeat(COMMENT_LIMIT);
    expect(answerOf(given({ comment }), ASKED, { text: `${comment}!`, personal: true })).toBe('too_long');
  });
});
