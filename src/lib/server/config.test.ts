import { describe, expect, test } from 'vitest';
import { readOutside } from './config';

const ALL = {
  ORIGIN: 'https://vis-a-vis.example.com/',
  SMTP_URL: 'smtp://user:secret@smtp.example.com:587',
  MAIL_FROM: 'Vis-à-vis <pulse@example.com>'
};

describe('the settings of mail', () => {
  test('are complete with an address, a server and a sender', () => {
    expect(readOutside(ALL)).toEqual({
      origin: 'https://vis-a-vis.example.com',
      timeZone: 'Europe/Paris',
      mail: { smtp: ALL.SMTP_URL, from: ALL.MAIL_FROM, origin: 'https://vis-a-vis.example.com' },
      missing: []
    });
  });

  test('say what is missing', () => {
    expect(readOutside({})).toMatchObject({ mail: null, missing: ['SMTP_URL', 'MAIL_FROM', 'ORIGIN'] });
    expect(readOutside({ ...ALL, ORIGIN: '' })).toMatchObject({ mail: null, missing: ['ORIGIN'] });
  });

  test('are refused when they cannot be right, without repeating a password', () => {
    expect(() => readOutside({ ...ALL, SMTP_URL: 'smtp.example.com:secret' })).toThrow(
      /^SMTP_URL must be(?!.*secret)/
    );
    expect(() => readOutside({ ...ALL, ORIGIN: 'vis-a-vis.example.com' })).toThrow('ORIGIN must be');
    expect(() => readOutside({ TIME_ZONE: 'Paris' })).toThrow(
      'TIME_ZONE must be a name such as Europe/Paris'
    );
  });
});
