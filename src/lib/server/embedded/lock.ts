import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Another process is using the data directory: two of them would lose each other's writes without an error. */
export class DataDirectoryInUse extends Error {
  constructor(
    readonly directory: string,
    readonly pid: number
  ) {
    super(
      `The data in ${directory} is already in use by process ${pid}. ` +
        'Stop that process first, or give this one a directory of its own with DATA_DIR=/another/place.'
    );
    this.name = 'DataDirectoryInUse';
  }
}

/** Directories this very process holds: its own pid in a lock file is no proof, pids are reused after a crash. */
const held = new Set<string>();

/**
 * Takes the data directory for this process; a lock left by a process that is gone is taken over.
 *
 * @returns a function that gives it back
 * @throws DataDirectoryInUse when a living process has it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = lockFile(directory);
  while (!(await create(file))) {
    const found = await read(file);
    const holder = found === null ? null : livingHolder(directory, found);
    if (holder !== null) throw new DataDirectoryInUse(directory, holder);
    if (found !== null) await discard(file, found);
  }
  held.add(resolve(directory));
  return async () => {
    held.delete(resolve(directory));
    await rm(file, { force: true });
  };
}

/** The living process that has the directory, or null. */
export async function lockHolder(directory: string): Promise<number | null> {
  const found = await read(lockFile(directory));
  return found === null ? null : livingHolder(directory, found);
}

function lockFile(directory: string): string {
  return join(directory, 'lock');
}

async function create(file: string): Promise<boolean> {
  try {
    await writeFile(file, identity(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function read(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}

function livingHolder(directory: string, found: string): number | null {
  const pid = Number.parseInt(found, 10);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (pid === process.pid) return held.has(resolve(directory)) ? pid : null;
  return isAlive(pid) && identity(pid) === found ? pid : null;
}

/** Moves a stale lock aside in one step, and puts it back if somebody replaced it in the meantime. */
async function discard(file: string, stale: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await read(aside)) === stale) await rm(aside, { force: true });
  else await rename(aside, file);
}

/** The pid and, where the system tells, when that process began: a pid alone may by now belong to another one. */
function identity(pid: number): string {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop() ?? '';
    return `${pid} ${afterName.split(' ')[19] ?? ''}`;
  } catch {
    return `${pid}`;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
