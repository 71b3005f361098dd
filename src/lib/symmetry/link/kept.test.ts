import { describe, expect, test } from 'vitest';
import { keeping } from './kept';

describe('what is kept', () => {
  test('is made once, also for those who ask while it is being made', async () => {
    const kept = keeping<number>(2);
    let made = 0;
    const make = async () => (made += 1);
    expect(await Promise.all([kept('a', make), kept('a', make)])).toEqual([1, 1]);
    expect(await kept('a', make)).toBe(1);
    expect(await kept('b', make)).toBe(2);
  });

  test('gives way to newer answers, the one that was not asked for longest first', async () => {
    const kept = keeping<string>(2);
    const made: string[] = [];
    const ask = (key: string) => kept(key, async () => (made.push(key), key));
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  test('is forgotten where it failed', async () => {
    const kept = keeping<number>(2);
    await expect(kept('a', () => Promise.reject(new Error('not today')))).rejects.toThrow('not today');
    expect(await kept('a', async () => 7)).toBe(7);
  });
});
