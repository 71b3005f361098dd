import { createClient } from '@supabase/supabase-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import type { Database } from '../../server/database.types';
import type { Given } from './answer';
import { answerByLink, answerSignedIn, openLink } from './answers.server';

const LINK = 'kJ9'.repeat(14) + 'x';
const WAVE = '0b8f4c1e-5a7d-4c3b-9e2f-6d1a8b7c4e90';
const GIVEN: Given = {
  answers: { [WAVE]: '2' },
  comment: 'Mon chef, M. Dupont, crie.',
  reviewed: '',
  intent: 'send'
};

/** A database that refuses everything, and quotes what it was sent as a careless one would. */
const asked: string[] = [];
const broken = createClient<Database>('http://broken.invalid', 'key', {
  auth: { persistSession: false },
  realtime: { transport: WebSocket as never },
  global: {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(request.url);
      const body = JSON.stringify({ code: 'XX000', message: `refused: ${await request.text()}` });
      return new Response(body, { status: 400, headers: { 'content-type': 'application/json' } });
    }
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  asked.length = 0;
});

describe('when the database fails', () => {
  test.each([
    ['by link', () => answerByLink(broken, LINK, GIVEN, 'fr')],
    ['signed in', () => answerSignedIn(broken, WAVE, GIVEN, 'fr')]
  ])(
    'a form sent %s comes back whole, and the log says the failure and nothing of the form',
    async (_, send) => {
      const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      expect(await send()).toEqual({ outcome: 'trouble', given: GIVEN, reviewed: null });
      expect(log.mock.calls).toEqual([['The pulse could not take an answer: XX000']]);
    }
  );
});

describe('a link', () => {
  test('that cannot be one is not even looked up', async () => {
    for (const link of ['', 'x', `${LINK}x`, `${LINK.slice(1)}/`, `${LINK.slice(1)}é`]) {
      expect(await openLink(broken, link)).toBeNull();
    }
    expect(asked).toEqual([]);
  });

  test('goes to the database as its hash alone', async () => {
    await expect(openLink(broken, LINK)).rejects.toThrow(/refused: {"link":"[0-9a-f]{64}"}/);
    await expect(openLink(broken, LINK)).rejects.not.toThrow(LINK);
    expect(asked.join()).not.toContain(LINK);
  });
});
