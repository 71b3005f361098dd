import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytesOf, decoder, type WallEvent } from './events';
import type { Reader } from './feed.server';
import { streamTo } from './stream.server';

const gone = (i: number, size = 0): WallEvent => ({
  event: 'change',
  id: '2026-06-15T09:00:00+00:00',
  data: { gone: `${i}${'x'.repeat(size)}`, revision: 1 }
});

const lines: PassThrough[] = [];

function openStream() {
  const opened: { reader?: Reader; left: number } = { left: 0 };
  const line = new PassThrough();
  lines.push(line);
  streamTo(line, (reader) => {
    opened.reader = reader;
    return () => (opened.left += 1);
  });
  return { line, opened, reader: opened.reader as Reader };
}

/** Everything up to the end of the stream. */
async function readAll(line: PassThrough): Promise<WallEvent[]> {
  return decoder()(await text(line));
}

describe('the stream of one screen', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(async () => {
    for (const line of lines.splice(0)) line.destroy();
    await vi.advanceTimersByTimeAsync(0);
    vi.useRealTimers();
  });

  it('says something at once', () => {
    const { line } = openStream();
    expect(String(line.read())).toMatch(/^retry: \d+\n\n/);
  });

  it('passes events on in order until the feed ends it, and then leaves the feed', async () => {
    const { line, reader, opened } = openStream();
    void reader.send(bytesOf([gone(1), gone(2)]));
    void reader.send(bytesOf([gone(3)]));
    reader.end();
    void reader.send(bytesOf([gone(4)]));
    expect(await readAll(line)).toEqual([gone(1), gone(2), gone(3)]);
    expect(opened.left).toBe(1);
  });

  it('breathes every five seconds while nothing happens', async () => {
    const { line, reader } = openStream();
    await vi.advanceTimersByTimeAsync(15_000);
    reader.end();
    expect((await text(line)).match(/: beat/g)).toHaveLength(3);
  });

  it('breathes by turns with the others, so that no second has all the work', async () => {
    const streams = Array.from({ length: 15 }, openStream);
    const beats = streams.map(() => 0);
    const second: number[] = [];
    for (const [i, { line }] of streams.entries()) {
      line.on('data', (piece) => {
        if (!String(piece).startsWith(': beat')) return;
        beats[i] = (beats[i] as number) + 1;
        second.push(Date.now());
      });
    }
    await vi.advanceTimersByTimeAsync(5_000);
    expect(beats).toEqual(Array(15).fill(1));
    expect(Math.max(...second.map((at) => second.filter((other) => other === at).length))).toBe(3);
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
    const { line, opened } = openStream();
    await vi.advanceTimersByTimeAsync(31 * 60_000);
    expect(opened.left).toBe(1);
    expect(await readAll(line)).toEqual([]);
  });

  it('makes whoever tells the past wait for a slow screen', async () => {
    const { line, reader } = openStream();
    let told = false;
    const telling = Promise.resolve(reader.send(bytesOf([gone(1, 100_000)]))).then(() => (told = true));
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toBe(false);
    line.resume();
    await telling;
    expect(told).toBe(true);
  });

  it('cuts a screen that stopped reading, and keeps nothing for it', async () => {
    const { line, reader, opened } = openStream();
    const sent = Array.from({ length: 40 }, (_, i) =>
      Promise.resolve(reader.send(bytesOf([gone(i, 60_000)])))
    );
    expect(opened.left).toBe(1);
    expect(line.destroyed).toBe(true);
    // Nobody waits for ever for a screen that is not there any more.
    await Promise.all(sent);
  });

  it('leaves the feed once, also when it ended while it was being opened', async () => {
    const line = new PassThrough();
    let left = 0;
    streamTo(line, (reader) => {
      void reader.send(bytesOf([gone(1)]));
      reader.end();
      return () => (left += 1);
    });
    expect(await readAll(line)).toEqual([gone(1)]);
    expect(left).toBe(1);
  });

  it('leaves the feed when the screen hangs up, and does not join it when it had already', async () => {
    const { line, opened } = openStream();
    line.destroy();
    await vi.advanceTimersByTimeAsync(0);
    expect(opened.left).toBe(1);
    const joined = vi.fn();
    streamTo(line, joined);
    expect(joined).not.toHaveBeenCalled();
  });
});
