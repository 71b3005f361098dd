import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second in which Linux counts the time of a process. */
const TICKS = 100;
const PAGE_KB = 4;

export interface Usage {
  /** Cores that were busy on average, 1 is a whole one. */
  cores: number;
  /** Resident memory in MB. */
  memory: number;
}

/** Watches processes from now on; NaN where there is no /proc. */
export function watchUsage(pids: number[]): () => Usage {
  const from = performance.now();
  const before = sum(pids, ticksOf);
  return () => ({
    cores: (sum(pids, ticksOf) - before) / TICKS / ((performance.now() - from) / 1000),
    memory: memoryOf(pids)
  });
}

/** Resident memory of these processes together, in MB. */
export function memoryOf(pids: number[]): number {
  return sum(pids, (pid) => (Number(read(`/proc/${pid}/statm`).split(' ')[1]) * PAGE_KB) / 1024);
}

/** The processes that this one started. */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number)
    );
  } catch {
    return [];
  }
}

/** Time in user and system mode; the name of the process before it may contain spaces. */
function ticksOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const sum = (pids: number[], value: (pid: number) => number) =>
  pids.reduce((all, pid) => all + value(pid), 0);
