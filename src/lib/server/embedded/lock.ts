import { mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Another process is using the data directory: two of them would lose each other's writes without an error. */
class DataDirectoryInUse extends Error {
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
  await inTurn(`${file}.turn`, async () => {
    const holder = await lockHolder(directory);
    if (holder !== null) throw new DataDirectoryInUse(directory, holder);
    // In one step, so that nobody ever reads a lock that is not written yet and takes it for a stale one.
    await writeFile(`${file}.new`, identity(process.pid), { mode: 0o600 });
    await rename(`${file}.new`, file);
    held.add(resolve(directory));
  });
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

/** Only one process at a time looks and writes: between the two, another could take the lock as well. */
async function inTurn(folder: string, work: () => Promise<void>): Promise<void> {
  while (!(await create(folder))) {
    if (await isAbandoned(folder)) await rmdir(folder).catch(() => undefined);
    else await new Promise((resolve) => setTimeout(resolve, 20));
  }
  try {
    await work();
  } finally {
    await rmdir(folder);
  }
}

/** Makes a folder, which unlike a file is there at once or not at all; false when somebody has made it already. */
async function create(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A turn takes milliseconds; one that is seconds old was left by a process that was killed in the middle of it. */
async function isAbandoned(folder: string): Promise<boolean> {
  const made = await stat(folder).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > 5000;
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
