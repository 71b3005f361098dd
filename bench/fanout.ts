import { cpus } from 'node:os';
import { lockHolder } from '../src/lib/server/embedded/lock';
import { freePort, startApp, type RunningApp } from '../tests/support/app';
import { Crowd } from './fanout-crowd';
import { memoryOf, watchUsage } from './fanout-usage';
import { startNchan } from './nchan';
import { hundredths, quantile, tenths } from './quantile';

/** Every message reaches every screen, so that 20 of them are 20,000 or 200,000 samples. */
const MESSAGES = 20;
/** Milliseconds between two messages: an office approves a few a minute. */
const GAP = 2_000;

/** One server with that many screens on it. */
export interface Fanout {
  screens: number;
  /** From the moment the message was sent to the server to its arrival at a screen, in milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** From the first screen that heard of a message to the last, in milliseconds; 95th percentile over messages. */
  spread: number;
  lost: number;
  /** Cores and MB, with a message every two seconds; `added` is what the screens added to the memory. */
  cores: number;
  memory: number;
  added: number;
  /** How long it took until all were connected and told what there is, in seconds. */
  opening: number;
}

interface Subject {
  url: string;
  /** A piece of the stream that says it is open. */
  ready: string;
  pids: number[];
  publish(marker: string): Promise<void>;
}

/** npm run bench:fanout [-- --json] [number of screens]... */
export async function run(args: string[]): Promise<number> {
  const counts = args.map(Number).filter((count) => count > 0);
  const rows: Record<string, Fanout | string> = {};
  for (const count of counts.length > 0 ? counts : [1_000, 10_000]) {
    const { ours, nchan } = await measureFanout(count);
    rows[`ours, ${count} screens`] = ours;
    rows[`nchan, ${count} screens`] = nchan;
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else {
    console.log(`${cpus().length} cores, ${cpus()[0]?.model}; the screens run on the same cores.`);
    console.table(rows);
  }
  return 0;
}

/** The same messages to as many screens: first through the wall, from the insert on, then through nchan, from its POST on. */
export async function measureFanout(screens: number): Promise<{ ours: Fanout; nchan: Fanout | string }> {
  const app = await startApp();
  let sample = '';
  let ours: Fanout;
  try {
    ours = await measure(await wallOf(app, (message) => (sample = message)), screens);
  } finally {
    await app.dispose();
  }
  const nchan = await startNchan(await freePort());
  if (typeof nchan === 'string') return { ours, nchan };
  try {
    const publish = (marker: string) => nchan.publish(sample.replace(/Fan-out [\w-]+/, marker));
    return {
      ours,
      nchan: await measure({ url: nchan.url, ready: ': hi', pids: nchan.pids(), publish }, screens)
    };
  } finally {
    await nchan.dispose();
  }
}

async function measure({ url, ready, pids, publish }: Subject, screens: number): Promise<Fanout> {
  const crowd = new Crowd();
  const empty = memoryOf(pids);
  const from = performance.now();
  try {
    await crowd.open(url, screens, ready);
    const opening = (performance.now() - from) / 1000;
    await crowd.hear('Fan-out first', () => publish('Fan-out first'));
    const delays: number[] = [];
    const spreads: number[] = [];
    let lost = 0;
    const usage = watchUsage(pids);
    for (let i = 0; i < MESSAGES; i += 1) {
      const rest = new Promise((resolve) => setTimeout(resolve, GAP));
      const marker = `Fan-out ${crypto.randomUUID()}`;
      let sent = 0;
      const { times, missing } = await crowd.hear(marker, () => {
        sent = performance.timeOrigin + performance.now();
        return publish(marker);
      });
      for (const time of times) delays.push(time - sent);
      spreads.push((times.at(-1) ?? NaN) - (times[0] ?? NaN));
      lost += missing;
      await rest;
    }
    const { cores, memory } = usage();
    return {
      screens,
      p50: tenths(quantile(delays, 0.5)),
      p95: tenths(quantile(delays, 0.95)),
      p99: tenths(quantile(delays, 0.99)),
      spread: tenths(quantile(spreads, 0.95)),
      lost,
      cores: hundredths(cores),
      memory: Math.round(memory),
      added: Math.round(memory - empty),
      opening: tenths(opening)
    };
  } finally {
    await crowd.dispose();
  }
}

/** The wall as a subject: a message is a verbatim that is approved. */
async function wallOf(app: RunningApp, keep: (message: string) => void): Promise<Subject> {
  const { data: source } = await app.service.from('sources').select('id').limit(1).single().throwOnError();
  const cursor = await cursorOf(`${app.url}/wall/stream`);
  let isKept = false;
  return {
    // As a screen that was away for a moment comes back, because ten thousand first visits on one machine at once are nobody's life.
    url: `${app.url}/wall/stream?after=${encodeURIComponent(cursor)}`,
    ready: 'event: live',
    pids: [(await lockHolder(app.dataDir)) ?? 0],
    async publish(marker) {
      const text = `${marker} est arrivé à l’heure, la livraison était soignée et le montage sans un mot de travers.`;
      const { data } = await app.service
        .from('verbatims')
        .insert({
          source_id: source.id,
          external_id: marker,
          raw_text: text,
          text,
          language: 'fr',
          status: 'approved',
          sentiment: 'positive',
          score: 0.6,
          confidence: 1
        })
        .select('id, changed_at')
        .single()
        .throwOnError();
      if (isKept) return;
      isKept = true;
      const { data: card } = await app.service
        .from('wall_cards')
        .select('*')
        .eq('id', data.id)
        .single()
        .throwOnError();
      keep(JSON.stringify({ card }));
    }
  };
}

/** Where a screen that opened now would come back. */
async function cursorOf(url: string): Promise<string> {
  const leave = new AbortController();
  const response = await fetch(url, { signal: leave.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let cursor: string | undefined;
  while (!cursor && reader) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
    cursor = /event: live\ndata: \{"cursor":"([^"]+)"/.exec(text)?.[1];
  }
  leave.abort();
  if (!cursor) throw new Error('the wall does not say where it is');
  return cursor;
}
