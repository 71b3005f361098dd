import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { close } from '../src/lib/pulse/closing.server';
import { connect, openSupabase, type Client, type Supabase } from '../src/lib/server/supabase';
import { fillWave } from './wave';

/** Seconds; megabytes of a process that does nothing else than hold the database and do the work. */
export interface Closed {
  close: number;
  choose: number;
  publish: number;
  cells: number;
  idle: number;
  peak: number;
}

const HOUR = 3600 * 1000;

/** Fills an empty embedded database with one wave; closes and publishes it in a process of its own. */
export async function measureClose(dataDir: string): Promise<Closed> {
  const database = await openSupabase({ kind: 'embedded', dataDir, demo: false });
  const wave = await fillWave(database).finally(() => database.close());
  const command = fileURLToPath(new URL('../src/cli/command.js', import.meta.url));
  const child = spawn(process.execPath, [command, 'bench:closing', dataDir, wave], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The process that closes the wave ended with ${code}.`);
  return JSON.parse(printed) as Closed;
}

/** What that process does: `bench:closing <data directory> <id of the wave>`, the outcome to standard output. */
export async function run([dataDir = '', wave = '']: string[]): Promise<number> {
  const database = await openSupabase({ kind: 'embedded', dataDir, demo: false });
  try {
    const { client, spent } = timed(database);
    const memory = watchMemory();
    const started = performance.now();
    await close(client, wave, new Date(Date.now() + HOUR));
    const whole = performance.now() - started;
    const { idle, peak } = memory();
    const cells = database.service.from('cells').select('*', { count: 'exact', head: true });
    const { count } = await cells.throwOnError();
    const [closing, publishing] = [spent('close_wave'), spent('publish_wave')];
    const outcome: Closed = {
      close: closing / 1000,
      choose: (whole - closing - publishing) / 1000,
      publish: publishing / 1000,
      cells: count ?? 0,
      idle,
      peak
    };
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
    return 0;
  } finally {
    await database.close();
  }
}

/** A client whose calls are timed by the function of the database that they call, in milliseconds. */
function timed({ config, embedded }: Supabase): { client: Client; spent(name: string): number } {
  const times = new Map<string, number>();
  const transport: typeof fetch = async (input, init) => {
    const name = new URL(new Request(input).url).pathname.split('/').at(-1) ?? '';
    const started = performance.now();
    const response = await embedded!.fetch(input, init);
    times.set(name, (times.get(name) ?? 0) + performance.now() - started);
    return response;
  };
  const { publishableKey, secretKey } = embedded!.secrets;
  const { service } = connect(
    config,
    'http://embedded.supabase',
    publishableKey,
    secretKey,
    embedded,
    transport
  );
  return { client: service, spent: (name) => times.get(name) ?? 0 };
}

/** Looks at the memory of this process until it is asked, in megabytes. */
function watchMemory(): () => { idle: number; peak: number } {
  const now = () => process.memoryUsage.rss() / 1e6;
  const idle = now();
  let peak = idle;
  const timer = setInterval(() => (peak = Math.max(peak, now())), 10);
  return () => {
    clearInterval(timer);
    return { idle, peak: Math.max(peak, now()) };
  };
}
