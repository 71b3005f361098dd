import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const children: ChildProcess[] = [];

/** Ends every process that a test started and left running. */
export async function endChildren(): Promise<void> {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

/** A process that is ready to take the directory, and answers `mine` or why not. */
export async function lockChild(directory: string) {
  const { process: started, lines } = child('lock', directory);
  const next = async () => String((await once(lines, 'line'))[0]);
  expect(await next()).toBe('ready');
  return {
    pid: started.pid,
    take: () => {
      const answer = next();
      started.stdin!.write('go\n');
      return answer;
    },
    kill: async () => {
      started.kill('SIGKILL');
      await once(started, 'exit');
    }
  };
}

/** Runs `child.ts` with these arguments; its lines of output come as they are printed. */
export function child(...args: string[]): { process: ChildProcess; lines: Interface } {
  const file = fileURLToPath(new URL('./child.ts', import.meta.url));
  const started = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  children.push(started);
  return { process: started, lines: createInterface({ input: started.stdout! }) };
}
