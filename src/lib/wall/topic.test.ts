import { describe, expect, it } from 'vitest';
import { decoder, type WallEvent } from './events';
import { Topics } from './topic.server';

const shareOf = (n: number): WallEvent => ({
  event: 'share',
  data: { period: 'today', counts: { positive: n, neutral: 0, negative: 0 }, n }
});
const fail = (error: Error) => {
  throw error;
};
const read = (bytes: Uint8Array[]) => bytes.flatMap((each) => decoder()(new TextDecoder().decode(each)));

describe('what all of an audience is told', () => {
  it('is read once, however many join, and is the very same bytes for all', async () => {
    const topics = new Topics<string>(fail);
    let reads = 0;
    const one = async () => shareOf((reads += 1));
    for (const member of ['a', 'b', 'c']) topics.join(member, 'share all', one);
    topics.join('d', 'share nantes', one);
    const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((member) => topics.now(member)));
    expect(reads).toBe(2);
    expect(read(a ?? [])).toEqual([shareOf(1)]);
    expect(b?.[0]).toBe(a?.[0]);
    expect(c?.[0]).toBe(a?.[0]);
    expect(read(d ?? [])).toEqual([shareOf(2)]);
  });

  it('is told again only when it is not the same, and to those of its kind alone', async () => {
    const topics = new Topics<string>(fail);
    let n = 1;
    topics.join('a', 'share all', async () => shareOf(n));
    topics.join('b', 'figures all', () => Promise.reject(new Error('not asked for')));
    await topics.now('a');
    const told: [WallEvent[], string[]][] = [];
    const refresh = () =>
      topics.refresh('share', (bytes, members) => told.push([read([bytes]), [...members]]));
    await refresh();
    expect(told).toEqual([]);
    n = 2;
    await refresh();
    expect(told).toEqual([[[shareOf(2)], ['a']]]);
  });

  it('is never older than what was read last, also where that was asked for first and came later', async () => {
    const topics = new Topics<string>(fail);
    const answers: ((event: WallEvent) => void)[] = [];
    topics.join('a', 'share all', () => new Promise((answer) => answers.push(answer)));
    const first = topics.now('a');
    const told: WallEvent[][] = [];
    const refreshed = topics.refresh('share', (bytes) => told.push(read([bytes])));
    answers[0]?.(shareOf(1));
    expect(read(await first)).toEqual([shareOf(1)]);
    answers[1]?.(shareOf(2));
    await refreshed;
    expect(told).toEqual([[shareOf(2)]]);
    expect(read(await topics.now('a'))).toEqual([shareOf(2)]);
  });

  it('is told another time where it cannot be read now, and keeps nothing else from being told', async () => {
    const complaints: string[] = [];
    const topics = new Topics<string>(({ message }) => void complaints.push(message));
    let down = true;
    topics.join('a', 'share all', async () => {
      if (down) throw new Error('no route');
      return shareOf(1);
    });
    topics.join('a', 'share nantes', async () => shareOf(2));
    expect(read(await topics.now('a'))).toEqual([shareOf(2)]);
    expect(complaints).toEqual(['no route']);
    down = false;
    const told: WallEvent[][] = [];
    await topics.refresh('share', (bytes) => told.push(read([bytes])));
    expect(told).toEqual([[shareOf(1)]]);
  });

  it('is forgotten with its last member, and read anew for the next', async () => {
    const topics = new Topics<string>(fail);
    let reads = 0;
    const one = async () => shareOf((reads += 1));
    topics.join('a', 'share all', one);
    await topics.now('a');
    topics.leave('a');
    expect(await topics.now('a')).toEqual([]);
    topics.join('b', 'share all', one);
    expect(read(await topics.now('b'))).toEqual([shareOf(2)]);
  });
});
