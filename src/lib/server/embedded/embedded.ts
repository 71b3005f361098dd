import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Secrets } from './engine';
import { lockDirectory } from './lock';
import type { Migration } from './migrations';
import { loadSecrets } from './secrets';
import type { Call, Message, PlainResponse, WorkerOptions } from './worker';

/** Supabase in this process: the same calls, the same migrations, real Postgres with real row-level security. */
export interface Embedded {
  secrets: Secrets;
  /** Migrations applied by this start. */
  applied: string[];
  /** The transport for supabase-js; the host of the address does not matter. */
  fetch: typeof fetch;
  /** One statement as the superuser. For bootstrapping, maintenance and tests; pages never use it. */
  query<Row = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<Row[]>;
  /** A statement that no transaction may surround, such as vacuum. */
  maintain(sql: string): Promise<void>;
  /** Calls `hear` whenever a channel named at opening is notified; returns how to stop listening. */
  listen(channel: string, hear: () => void): () => void;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Where the files live, or `memory://` for a database that is forgotten at close. */
  directory: string;
  migrations: Migration[];
  /** Channels of `pg_notify` that `listen` can hear. */
  channels?: string[];
}

/** Resolved through package.json, because the bundled server and the sources reach it from different places. */
function newWorker(workerData: WorkerOptions): Worker {
  const file = createRequire(import.meta.url).resolve('#database-worker');
  return new Worker(file, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 256 } });
}

async function initialise(workerData: WorkerOptions): Promise<void> {
  const worker = newWorker({ ...workerData, task: 'initialise' });
  await new Promise<void>((resolve, reject) => {
    worker.on(
      'message',
      (message: Message) => message.kind === 'failed' && reject(new Error(message.message))
    );
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

type Call_ = Call extends infer C ? (C extends Call ? Omit<C, 'id'> : never) : never;
interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Opens the embedded Supabase in a worker thread, so that a heavy query never stalls the pages, and brings its schema
 * up to date.
 *
 * @throws DataDirectoryInUse when another process has the directory; an error naming the migration that failed
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const inMemory = options.directory === 'memory://';
  const unlock = inMemory ? async () => undefined : await lockDirectory(options.directory);
  try {
    if (!inMemory) await mkdir(join(options.directory, 'database'), { recursive: true, mode: 0o700 });
    const secrets = inMemory ? TEST_SECRETS : await loadSecrets(options.directory);
    return await startWorker(options, inMemory, secrets, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** A database in memory is gone with its process and reachable by nobody else, so its secrets need not be random. */
const TEST_SECRETS: Secrets = {
  jwtSecret: 'in-memory-databases-need-no-real-secret',
  publishableKey: 'sb_publishable_memory',
  secretKey: 'sb_secret_memory'
};

async function startWorker(
  options: EmbeddedOptions,
  inMemory: boolean,
  secrets: Secrets,
  unlock: () => Promise<void>
): Promise<Embedded> {
  const workerData: WorkerOptions = {
    task: 'serve',
    directory: inMemory ? 'memory://' : join(options.directory, 'database'),
    secrets,
    migrations: options.migrations,
    channels: options.channels ?? []
  };
  if (!inMemory && !existsSync(join(workerData.directory, 'PG_VERSION'))) await initialise(workerData);
  const worker = newWorker(workerData);

  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<() => void>>();
  let lastId = 0;
  let gone: Error | null = null;

  const applied = await new Promise<string[]>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.kind === 'ready') return resolve(message.applied);
      if (message.kind === 'failed') return reject(new Error(message.message));
      if (message.kind === 'notified') return listeners.get(message.channel)?.forEach((hear) => hear());
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'result') call?.resolve(message.value);
      else call?.reject(Object.assign(new Error(message.message), { code: message.code }));
    });
    const fail = (error: Error) => {
      gone = error;
      reject(error);
      for (const call of waiting.values()) call.reject(error);
      waiting.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('The embedded database has been closed')));
  });

  function ask<T>(call: Call_): Promise<T> {
    if (gone) return Promise.reject(gone);
    const id = ++lastId;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ ...call, id });
    });
  }

  async function fetchFromWorker(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const plain = await ask<PlainResponse>({
      kind: 'fetch',
      request: {
        url: request.url,
        method: request.method,
        headers: [...request.headers],
        body: request.body ? await request.arrayBuffer() : null
      }
    });
    return new Response(plain.body, plain);
  }

  let closing: Promise<void> | null = null;
  return {
    secrets,
    applied,
    fetch: fetchFromWorker,
    query: (sql, params = []) => ask({ kind: 'query', sql, params }),
    maintain: (sql) => ask({ kind: 'maintain', sql }),
    listen(channel, hear) {
      const hearers = listeners.get(channel) ?? new Set();
      listeners.set(channel, hearers.add(hear));
      return () => hearers.delete(hear);
    },
    close: () =>
      (closing ??= ask<void>({ kind: 'close' }).then(async () => {
        await worker.terminate();
        await unlock();
      }))
  };
}
