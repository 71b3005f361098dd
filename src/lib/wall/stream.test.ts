import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decoder, type WallEvent } from './events';
import type { Reader } from './feed.server';
import { eventStream } from './stream.server';

const gone = (i: number, size = 0): WallEvent => ({
  event: 'change',
  id: '2026-06-15T09:00:00+00:00',
  data: { gone: `${i}${'x'.repeat(size)}`, revision: 1 }
});

function openStream() {
  const opened: { reader?: Reader; left: number } = { left: 0 };
  const response = eventStream((reader) => {
    opened.reader = reader;
    return () => (opened.left += 1);
  });
  return { response, opened, reader: opened.reader as Reader };
}

/** Everything up to the end of the stream. */
async function readAll(response: Response): Promise<WallEvent[]> {
  return decoder()(await response.text());
}

describe('the stream of one screen', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is not stored, not held back by proxies, and says something at once', async () => {
    const { response, reader } = openStream();
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    reader.end();
    expect(await response.text()).toMatch(/^retry: \d+\n\n/);
  });

  it('passes events on in order until the feed ends it, and then leaves the feed', async () => {
    const { response, reader, opened } = openStream();
    void reader.send([gone(1), gone(2)]);
    void reader.send([gone(3)]);
    reader.end();
    void reader.send([gone(4)]);
    expect(await readAll(response)).toEqual([gone(1), gone(2), gone(3)]);
    expect(opened.left).toBe(1);
  });

  it('breathes every fifteen seconds while nothing happens', async () => {
    const { response, reader } = openStream();
    await vi.advanceTimersByTimeAsync(46_000);
    reader.end();
    expect((await response.text()).match(/: beat/g)).toHaveLength(3);
  });

  it('ends by itself after half an hour, so that the screen asks again whether it may look', async () => {
    const { response, opened } = openStream();
    await vi.advanceTimersByTimeAsync(31 * 60_000);
    expect(opened.left).toBe(1);
    expect(await readAll(response)).toEqual([]);
  });

  it('makes whoever tells the past wait for a slow screen', async () => {
    const { response, reader } = openStream();
    let told = false;
    const telling = Promise.resolve(reader.send([gone(1, 100_000)])).then(() => (told = true));
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toBe(false);
    const body = response.body?.getReader();
    await body?.read();
    await body?.read();
    await telling;
    expect(told).toBe(true);
    await body?.cancel();
  });

  it('sends away a screen that stopped reading, with what it was already told', async () => {
    const { response, reader, opened } = openStream();
    for (let i = 0; i < 40; i += 1) void reader.send([gone(i, 60_000)]);
    expect(opened.left).toBe(1);
    const told = await readAll(response);
    expect(told.length).toBeGreaterThan(15);
    expect(told.length).toBeLessThan(25);
    expect(told[0]).toEqual(gone(0, 60_000));
  });

  it('leaves the feed when the screen hangs up', async () => {
    const { response, opened } = openStream();
    await response.body?.cancel();
    expect(opened.left).toBe(1);
  });
});
