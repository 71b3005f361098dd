import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/lib/server/embedded/embedded';
import { lockDirectory, lockHolder } from '../../src/lib/server/embedded/lock';
import { endChildren, lockChild } from './processes';

let directory: string;

beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'vis-a-vis-data-'))));

afterEach(async () => {
  await endChildren();
  await rm(directory, { recursive: true, force: true });
});

describe('Two processes and one data directory', () => {
  it('the second is refused in words that say who has it and what to do', async () => {
    const other = await lockChild(directory);
    expect(await other.take()).toBe('mine');
    await expect(openEmbedded({ directory, migrations: [] })).rejects.toThrow(
      `The data in ${directory} is already in use by process ${other.pid}. Stop that process first`
    );
    expect(await lockHolder(directory)).toBe(other.pid);
  });

  it('the second is refused from its own side too, until the first gives it back', async () => {
    const unlock = await lockDirectory(directory);
    const [one, two] = [await lockChild(directory), await lockChild(directory)];
    expect(await one.take()).toContain(`in use by process ${process.pid}`);
    await unlock();
    expect(await two.take()).toBe('mine');
  });

  it('the same process cannot open it twice either', async () => {
    const unlock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(`process ${process.pid}`);
    await unlock();
    await (
      await lockDirectory(directory)
    )();
    expect(await lockHolder(directory)).toBeNull();
  });

  it('a lock whose process was killed is taken over', async () => {
    const other = await lockChild(directory);
    expect(await other.take()).toBe('mine');
    await other.kill();
    expect(await readLock()).toContain(`${other.pid}`);
    await (
      await lockDirectory(directory)
    )();
  });

  it.each([
    ['an empty lock, as a crash may leave', ''],
    ['a lock that names no process', 'not a number'],
    ['a lock of a process that never was', '99999999 1']
  ])('%s is taken over', async (_, content) => {
    await writeFile(join(directory, 'lock'), content);
    await (
      await lockDirectory(directory)
    )();
  });

  it.skipIf(process.platform !== 'linux')(
    'a lock is taken over when its number was given to another process since, and not while it is the same one',
    async () => {
      const other = await lockChild(directory);
      await other.take();
      const real = await readLock();
      await writeFile(join(directory, 'lock'), `${other.pid} 1`);
      await (
        await lockDirectory(directory)
      )();
      await writeFile(join(directory, 'lock'), real);
      await expect(lockDirectory(directory)).rejects.toThrow(`process ${other.pid}`);
    }
  );

  it('a lock with this process’s own number, left by an earlier one, is taken over', async () => {
    const unlock = await lockDirectory(directory);
    const own = await readLock();
    await unlock();
    await writeFile(join(directory, 'lock'), own);
    await (
      await lockDirectory(directory)
    )();
  });

  it('a turn to look at the lock that was never ended, as its process was killed, is waited for and then over', async () => {
    const turn = join(directory, 'lock.turn');
    await mkdir(turn);
    await utimes(turn, new Date(), new Date(Date.now() - 4_900));
    await (
      await lockDirectory(directory)
    )();
    expect(await readdir(directory)).toEqual([]);
  });

  it('of four that find a stale lock at once, one gets it', async () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    await writeFile(join(directory, 'lock'), `${dead} 1`);
    const rivals = await Promise.all([
      lockChild(directory),
      lockChild(directory),
      lockChild(directory),
      lockChild(directory)
    ]);
    const answers = await Promise.all(rivals.map((rival) => rival.take()));
    expect(answers.filter((answer) => answer === 'mine')).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('already in use'))).toHaveLength(3);
  });
});

async function readLock(): Promise<string> {
  return readFile(join(directory, 'lock'), 'utf8');
}
