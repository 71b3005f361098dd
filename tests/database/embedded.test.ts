import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/lib/server/embedded/embedded';
import { lockHolder } from '../../src/lib/server/embedded/lock';
import { loadSecrets } from '../../src/lib/server/embedded/secrets';
import { child, endChildren } from './processes';

const newDirectory = () => mkdtemp(join(tmpdir(), 'vis-a-vis-data-'));

describe('The secrets of an installation', () => {
  let directory: string;
  beforeEach(async () => void (directory = await newDirectory()));
  afterEach(() => rm(directory, { recursive: true }));

  it('are random, kept, and readable by its user alone', async () => {
    const elsewhere = await newDirectory();
    const [here, there] = [await loadSecrets(directory), await loadSecrets(elsewhere)];
    await rm(elsewhere, { recursive: true });
    for (const key of ['jwtSecret', 'publishableKey', 'secretKey'] as const) {
      expect(here[key].length).toBeGreaterThan(32);
      expect(here[key]).not.toBe(there[key]);
    }
    expect(new Set(Object.values(here)).size).toBe(3);
    expect(await loadSecrets(directory)).toEqual(here);
    expect((await stat(join(directory, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('are not replaced when they can not be read: whoever signed in would be locked out', async () => {
    await writeFile(join(directory, 'secrets.json'), '{ half a fi');
    await expect(loadSecrets(directory)).rejects.toThrow();
    expect(await readFile(join(directory, 'secrets.json'), 'utf8')).toBe('{ half a fi');
  });
});

describe('An embedded database on disk', () => {
  // One installation for all, because making the files of a new one takes seconds; each test needs only some.
  let installation: string;
  beforeAll(async () => void (installation = await newDirectory()));
  afterAll(async () => {
    await endChildren();
    await rm(installation, { recursive: true });
  });

  it('names the migration that failed, applies nothing of it, and lets go of the directory', async () => {
    const sql = 'create table public.half (n integer); select 1 / 0;';
    const wrong = openEmbedded({
      directory: installation,
      migrations: [{ version: '1', name: 'wrong', sql }]
    });
    await expect(wrong).rejects.toThrow('Migration 1_wrong.sql failed: division by zero');
    expect(await lockHolder(installation)).toBeNull();
    const again = await openEmbedded({ directory: installation, migrations: [] });
    expect(await again.query(`select to_regclass('public.half') as half`)).toEqual([{ half: null }]);
    await again.close();
  });

  it('opens with its own secrets, keeps what it was told, and tells who listens', async () => {
    const migrations = [{ version: '2', name: 'kept', sql: 'create table public.kept (n integer)' }];
    const first = await openEmbedded({ directory: installation, migrations, channels: ['news'] });
    expect(first.applied).toEqual(['2']);
    expect(first.secrets).toEqual(await loadSecrets(installation));
    const heard = new Promise<string>((resolve) => first.listen('news', () => resolve('heard')));
    await first.query('insert into public.kept values ($1)', [7]);
    await first.maintain('vacuum analyze public.kept');
    await first.query(`select pg_notify('news', '')`);
    expect(await heard).toBe('heard');
    await first.close();
    await expect(first.query('select 1')).rejects.toThrow('has been closed');

    const second = await openEmbedded({ directory: installation, migrations });
    expect(second.applied).toEqual([]);
    expect(await second.query('select n from public.kept')).toEqual([{ n: 7 }]);
    await second.close();
    expect((await stat(join(installation, 'database'))).mode & 0o077).toBe(0);
  });

  it(
    'loses nothing it acknowledged when its process is killed, three times over',
    { timeout: 180_000 },
    async () => {
      const acknowledged: number[] = [];
      for (const more of [20, 150, 333]) {
        const enough = acknowledged.length + more;
        // Far from the last number, as rows may have been stored whose acknowledgement was cut off.
        const writer = child('write', installation, `${enough * 1000}`);
        const killed = once(writer.process, 'exit');
        for await (const line of writer.lines) {
          acknowledged.push(Number(line));
          if (acknowledged.length === enough) writer.process.kill('SIGKILL');
        }
        await killed;
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(503);
      const database = await openEmbedded({ directory: installation, migrations: [] });
      const kept = await database.query<{ n: number }>('select n from public.acknowledged');
      await database.close();
      const there = new Set(kept.map(({ n }) => n));
      expect(acknowledged.filter((n) => !there.has(n))).toEqual([]);
    }
  );
});
