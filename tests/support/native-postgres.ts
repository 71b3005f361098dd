import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A Postgres server of this machine's own, with a data directory of its own, reached through a socket file. */
export interface NativePostgres {
  version: number;
  /** The folder of the socket, which postgres.js takes as its host. */
  host: string;
  user: string;
  database: string;
  /** Its files. */
  data: string;
  /** Ends it in good order and leaves its files, for others to begin with. */
  halt(): Promise<void>;
  stop(): Promise<void>;
}

interface Binaries {
  folder: string;
  version: number;
}

/** Hosted projects run 15 or 17; 15 is the stricter one about the SQL it accepts. */
const PREFERRED = 15;
const NEWEST = 17;

const ENCODING = ['-E', 'UTF8', '--locale=C', '--lc-ctype=C.UTF-8'];

const run = promisify(execFile);

/** Why there is no native Postgres to test on, or null when there is one. */
export function whyNoNativePostgres(): string | null {
  if (findBinaries() === null) {
    return `no initdb and pg_ctl of Postgres ${PREFERRED} to ${NEWEST} on PATH or in /usr/lib/postgresql`;
  }
  if (process.getuid?.() === 0 && unprivileged() === null) {
    return 'Postgres refuses to run as root and there is no user postgres or nobody to run it as';
  }
  return null;
}

/**
 * Starts a server that waits for no disk, in a new temporary folder that `stop` removes.
 *
 * @param begunWith files of a server that was halted, to begin with a copy of them; else the database is empty
 * @throws when initdb or the server fails, with what it printed
 */
export async function startNativePostgres(begunWith: string | null = null): Promise<NativePostgres> {
  const binaries = findBinaries();
  if (binaries === null) throw new Error(`${whyNoNativePostgres()}`);
  const user = process.getuid?.() === 0 ? unprivileged() : null;
  const folder = await mkdtemp(join(tmpdir(), 'vis-a-vis-postgres-'));
  if (user) await chown(folder, user.uid, user.gid);

  const data = join(folder, 'data');
  const call = (program: string, ...args: string[]) =>
    run(join(binaries.folder, program), args, { cwd: folder, ...user, env: { ...process.env, LC_ALL: 'C' } });
  const stop = async () => {
    await call('pg_ctl', 'stop', '-D', data, '-m', 'immediate', '-w').catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };

  try {
    if (begunWith) await run('cp', ['-R', begunWith, data], { cwd: folder, ...user });
    else await call('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-N', ...ENCODING);
    const options = `-c listen_addresses= -k ${folder} -F -c synchronous_commit=off -c full_page_writes=off`;
    await call('pg_ctl', 'start', '-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', options);
  } catch (error) {
    await stop();
    throw error;
  }
  const halt = async () => void (await call('pg_ctl', 'stop', '-D', data, '-m', 'fast', '-w', '-s'));
  return {
    version: binaries.version,
    host: folder,
    user: 'postgres',
    database: 'postgres',
    data,
    halt,
    stop
  };
}

function findBinaries(): Binaries | null {
  const found = candidateFolders()
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
    .map((folder) => ({ folder, version: versionIn(folder) }))
    .filter(({ version }) => version >= PREFERRED && version <= NEWEST);
  return (
    found.find(({ version }) => version === PREFERRED) ??
    found.sort((a, b) => b.version - a.version)[0] ??
    null
  );
}

function candidateFolders(): string[] {
  const root = '/usr/lib/postgresql';
  const installed = existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : [];
  return [...(process.env.PATH ?? '').split(delimiter), ...installed];
}

function versionIn(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'initdb'), ['--version'], { encoding: 'utf8' });
  return Number(/\d+/.exec(stdout ?? '')?.[0] ?? 0);
}

/** The user and group to run the server as, because it refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | null {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim()
    );
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}
