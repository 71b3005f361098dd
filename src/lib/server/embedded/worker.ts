import { parentPort, workerData } from 'node:worker_threads';
import { openEngine, type Engine } from './engine';
import { migrate, type Migration } from './migrations';
import { initialise, openPglite } from './pglite';
import type { Secrets } from './engine';

/** What the main thread hands over at the start. */
export interface WorkerOptions {
  /** `initialise` makes a new database and ends; `serve` opens one that is there. */
  task: 'initialise' | 'serve';
  directory: string;
  secrets: Secrets;
  migrations: Migration[];
  channels: string[];
}

/** A request as it crosses the thread boundary. */
export interface PlainRequest {
  url: string;
  method: string;
  headers: [string, string][];
  body: ArrayBuffer | null;
}

export interface PlainResponse {
  status: number;
  headers: [string, string][];
  body: ArrayBuffer | null;
}

export type Call =
  | { id: number; kind: 'fetch'; request: PlainRequest }
  | { id: number; kind: 'query'; sql: string; params: unknown[] }
  | { id: number; kind: 'maintain'; sql: string }
  | { id: number; kind: 'close' };

export type Message =
  | { kind: 'ready'; applied: string[] }
  | { kind: 'failed'; message: string }
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'error'; id: number; message: string; code?: string }
  | { kind: 'notified'; channel: string };

const port = parentPort;
const send = (message: Message) => port?.postMessage(message);

// The engine prints every refused statement; refusals are answers, and reach the caller as such.
if (!process.env.DEBUG) console.error = () => undefined;

const options = workerData as WorkerOptions;
try {
  if (options.task === 'initialise') await initialise(options.directory);
  else await serve(options);
} catch (error) {
  send({ kind: 'failed', message: (error as Error).message });
}

async function serve(options: WorkerOptions): Promise<void> {
  const { connection, driver, listen } = openPglite(options.directory);
  const engine = await openEngine(connection, driver, options.secrets);
  const applied = await migrate(engine, options.migrations);
  for (const channel of options.channels) {
    await listen(channel, () => send({ kind: 'notified', channel }));
  }
  port?.on('message', (call: Call) => void answer(engine, call));
  send({ kind: 'ready', applied });
}

async function answer(engine: Engine, call: Call): Promise<void> {
  try {
    send({ kind: 'result', id: call.id, value: await perform(engine, call) });
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    send({ kind: 'error', id: call.id, message, ...(code ? { code } : {}) });
  }
}

async function perform(engine: Engine, call: Call): Promise<unknown> {
  switch (call.kind) {
    case 'fetch': {
      const { url, ...init } = call.request;
      const response = await engine.fetch(new Request(url, init));
      const plain: PlainResponse = {
        status: response.status,
        headers: [...response.headers],
        body: response.body ? await response.arrayBuffer() : null
      };
      return plain;
    }
    case 'query':
      return engine.query(call.sql, call.params);
    case 'maintain':
      return engine.maintain(call.sql);
    case 'close':
      return engine.close();
  }
}
