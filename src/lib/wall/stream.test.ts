import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytesOf, decoder, type WallEvent } from './events';
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
    void reader.send(bytesOf([gone(1), gone(2)]));
    void reader.send(bytesOf([gone(3)]));
    reader.end();
    void reader.send(bytesOf([gone(4)]));
    expect(await readAll(response)).toEqual([gone(1), gone(2), gone(3)]);
    expect(opened.left).toBe(1);
  });

  it('breathes every five seconds while nothing happens', async () => {
    const { response, reader } = openStream();
    await vi.advanceTimersByTimeAsync(15_000);
    reader.end();
    expect((await response.text()).match(/: beat/g)).toHaveLength(3);
  });

  it('breathes by turns with the others, so that no second has all the work', async () => {
    const streams = Array.from({ length: 15 }, openStream);
    const beats = streams.map(() => 0);
    const second: number[] = [];
    for (const [i, { response }] of streams.entries()) {
      const body = response.body!.getReader();
      void (async () => {
        for (;;) {
          const { value, done } = await body.read();
          if (done) return;
          if (new TextDecoder().decode(value).startsWith(': beat')) {
            beats[i] = (beats[i] as number) + 1;
            second.push(Date.now());
          }
        }
      })();
    }
    await vi.advanceTimersByTimeAsync(5_000);
    expect(beats).toEqual(Array(15).fill(1));
    expect(Math.max(...second.map((at) => second.filter((other) => other === at).length))).toBe(3);
    for (const { reader } of streams) reader.end();
  });

  it('ends at another time than the others that came with it', async () => {
    const streams = Array.from({ length: 60 }, openStream);
    const gone = () => streams.filter(({ opened }) => opened.left === 1).length;
    const perMinute: number[] = [];
    for (let minute = 0; minute < 31; minute += 1) {
      const before = gone();
      await vi.advanceTimersByTimeAsync(60_000);
      perMinute.push(gone() - before);
    }
    expect(gone()).toBe(60);
    expect(perMinute.slice(0, 19).every((left) => left === 0)).toBe(true);
    expect(Math.max(...perMinute)).toBeLessThan(30);
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
    const telling = Promise.resolve(reader.send(bytesOf([gone(1, 100_000)]))).then(() => (told = true));
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
    for (let i = 0; i < 40; i += 1) void reader.send(bytesOf([gone(i, 60_000)]));
    expect(opened.left).toBe(1);
    const told = await readAll(response);
    expect(told.length).toBeGreaterThan(15);
    expect(told.length).toBeLessThan(25);
    expect(told[0]).toEqual(gone(0, 60_000));
  });

  it('leaves the feed once, also when it ended while it was being opened', async () => {
    let left = 0;
    const response = eventStream((reader) => {
      void reader.send(bytesOf([gone(1)]));
      reader.end();
      return () => (left += 1);
    });
    expect(await readAll(response)).toEqual([gone(1)]);
    expect(left).toBe(1);
  });

  it('leaves the feed when the screen hangs up', async () => {
    const { response, opened } = openStream();
    await response.body?.cancel();
    expect(opened.left).toBe(1);
  });
});
