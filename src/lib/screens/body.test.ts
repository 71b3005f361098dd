import { describe, expect, it } from 'vitest';
import { readSmallJson } from './body.server';

const post = (body: string) => new Request('https://wall.example', { method: 'POST', body });

describe('a small body', () => {
  it('is read up to its limit', async () => {
    expect(await readSmallJson(post('{"état":"né"}'), 15)).toEqual({ état: 'né' });
    expect(await readSmallJson(post('{"état":"né"}'), 14)).toBeUndefined();
  });

  it('is nothing when it is no JSON, not there, or larger in the end though a part of it would be JSON', async () => {
    expect(await readSmallJson(post('{'), 100)).toBeUndefined();
    expect(await readSmallJson(new Request('https://wall.example', { method: 'POST' }), 100)).toBeUndefined();
    const pieces = [' '.repeat(80), ' '.repeat(80), '5'];
    const stream = new ReadableStream({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(piece));
      }
    });
    const request = new Request('https://wall.example', {
      method: 'POST',
      body: stream,
      duplex: 'half'
    } as RequestInit);
    expect(await readSmallJson(request, 100)).toBeUndefined();
    expect(pieces).toEqual([]);
  });
});
