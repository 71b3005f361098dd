import { test as base, expect, type Page } from '@playwright/test';
import { createClient } from '@supabase/supabase-js';
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import type { Database } from '../../src/lib/server/database.types';
import { throughDoor } from '../../src/lib/server/embedded/door';
import type { Secrets } from '../../src/lib/server/embedded/engine';
import type { Client } from '../../src/lib/server/supabase';
import { signIn, withScripts } from './pages';
import type { Who } from './sessions';

/** The application as npm start runs it, in a process and a data directory of its own. */
export interface RunningApp {
  url: string;
  dataDir: string;
  /** Acts as the service on the database of the running application. */
  service: Client;
  /** Stops the server and starts it again on the same address and data. */
  restart(): Promise<void>;
  /** Stops the server; resolves with its exit code and the milliseconds it took. */
  stop(): Promise<{ code: number | null; took: number }>;
  start(): Promise<void>;
  /** Everything the server printed so far. */
  output(): string;
}

export interface AppOptions {
  empty?: boolean;
  env?: Record<string, string>;
}

/** Starts the built application; the caller disposes of it. */
export async function startApp({ empty = false, env = {} }: AppOptions = {}): Promise<
  RunningApp & { dispose(): Promise<void> }
> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vis-a-vis-'));
  const begunWith = empty ? process.env.EMPTY_DATA : process.env.DEMO_DATA;
  if (!env.SUPABASE_URL && begunWith) await cp(begunWith, dataDir, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let printed = '';

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const args = ['src/cli/start.js', ...(empty ? ['--empty'] : [])];
      const started = spawn(process.execPath, args, {
        env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...env },
        stdio: ['ignore', 'pipe', 'pipe']
      });
      child = started;
      const hear = (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes('Ctrl-C')) resolve();
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.once('exit', (code) => reject(new Error(`The application ended with ${code}:\n${printed}`)));
    });

  const stop = () =>
    new Promise<{ code: number | null; took: number }>((resolve) => {
      const running = child;
      if (!running || running.exitCode !== null) return resolve({ code: running?.exitCode ?? null, took: 0 });
      const from = performance.now();
      running.once('exit', (code) => resolve({ code, took: performance.now() - from }));
      running.kill('SIGINT');
    });

  await start();
  const secrets = JSON.parse(
    await readFile(join(dataDir, 'secrets.json'), 'utf8').catch(() => '{}')
  ) as Partial<Secrets>;
  const service = createClient<Database>('http://embedded.supabase', secrets.secretKey ?? 'none', {
    auth: { persistSession: false },
    global: { fetch: throughDoor(dataDir) },
    realtime: { transport: WebSocket as never }
  });

  return {
    url,
    dataDir,
    service,
    start: () => {
      printed = '';
      return start();
    },
    stop,
    restart: async () => {
      await stop();
      printed = '';
      await start();
    },
    output: () => printed,
    dispose: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  };
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))
      );
    });
  });
}

/** Journeys get the running demo company as `app`, one for all of them. */
export const test = base.extend<
  { signedIn: (who: Who, at?: string | null) => Promise<Page> },
  { app: RunningApp }
>({
  app: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.dispose();
    },
    { scope: 'worker', timeout: 120_000 }
  ],
  baseURL: async ({ app }, use) => use(app.url),
  page: async ({ page }, use) => use(withScripts(page)),
  signedIn: async ({ page, app }, use) =>
    use(async (who, at) => {
      await signIn(page, who, app.url, at);
      return page;
    })
});

/**
 * For journeys whose waves would be the latest ones of every other journey: an application for each file that uses it.
 */
export function alone() {
  return test.extend<object, { app: RunningApp }>({
    app: [
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const app = await startApp();
        await use(app);
        await app.dispose();
      },
      { scope: 'worker', timeout: 180_000 }
    ]
  });
}

export { expect };
export { elsewhere, openPage, signIn, signInByHand, withScripts } from './pages';
