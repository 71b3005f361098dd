import { describe, expect, it } from 'vitest';
import { sharing } from './sharing';

/** Reads that a test lets go one by one. */
function reads() {
  const open: { asked: string; answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  const ask = sharing(
    (asked: string) => asked.toLowerCase(),
    (asked) => new Promise<string>((answer, fail) => open.push({ asked, answer, fail }))
  );
  return { ask, open };
}

const settled = () => new Promise((done) => setTimeout(done));

describe('reads that are shared', () => {
  it('are one for all who ask while one is under way, and begin after they asked', async () => {
    const { ask, open } = reads();
    const first = ask('a');
    const others = [ask('a'), ask('A'), ask('a')];
    expect(open).toHaveLength(1);
    open[0]?.answer('before');
    expect(await first).toBe('before');
    await settled();
    expect(open).toHaveLength(2);
    open[1]?.answer('after');
    expect(await Promise.all(others)).toEqual(['after', 'after', 'after']);
  });

  it('are not kept: who asks later is told what is then', async () => {
    const { ask, open } = reads();
    const first = ask('a');
    open[0]?.answer('then');
    expect(await first).toBe('then');
    const second = ask('a');
    open[1]?.answer('now');
    expect(await second).toBe('now');
  });

  it('are of their own for whoever asks something else', () => {
    const { ask, open } = reads();
    void ask('a');
    void ask('b');
    expect(open.map(({ asked }) => asked)).toEqual(['a', 'b']);
  });

  it('fail for who asked for them, and not for who comes after', async () => {
    const { ask, open } = reads();
    const [first, second] = [ask('a'), ask('a')];
    open[0]?.fail(new Error('no route'));
    await expect(first).rejects.toThrow('no route');
    await settled();
    open[1]?.answer('there');
    expect(await second).toBe('there');
  });
});
