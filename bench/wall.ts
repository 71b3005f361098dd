import { cpus, loadavg, totalmem } from 'node:os';
import { startApp, type RunningApp } from '../tests/support/app';
import { measureFanout, type Fanout } from './fanout';
import { hundredths } from './quantile';
import { measureColdBoot } from './wall-cold';
import { measureLatency } from './wall-latency';
import { measureLoad } from './wall-load';
import { measureMemory } from './wall-memory';
import { measureRecovery } from './wall-recovery';

type Figures = Record<string, number | string | null | object>;

/** What is measured, by name; each with an application of its own, so that none begins with what another left. */
const MEASURES: Record<string, () => Promise<Figures>> = {
  load: () => onDemo(measureLoad),
  latency: () => onDemo(measureLatency),
  memory: () => onDemo(measureMemory),
  cold: () => onDemo(measureColdBoot),
  recovery: () => onDemo(measureRecovery),
  fanout: measureBoth
};

/** The targets of the wall, each with the key of its figure, its unit, and how it is measured. */
const TARGETS: [target: string, key: string, most: number, how: string][] = [
  [
    'insert -> pixels, 100 screens, p95, ms',
    'insert_to_pixels_p95_ms',
    250,
    '1 real Chromium with its CPU 6 times slower, 99 raw event streams; 100 inserts'
  ],
  [
    'withdraw -> gone from every screen, p99, ms',
    'withdraw_p99_ms',
    1000,
    'the last of the same 100 screens; 100 withdrawals'
  ],
  ["wall's script, kB of brotli", 'script_kb_brotli', 25, 'what a first visit loads as script'],
  [
    'first load, kB',
    'first_load_kb',
    120,
    'all that crosses the line until the first verbatim is on the screen, content and fonts included'
  ],
  [
    'first minute, kB',
    'first_minute_kb',
    Infinity,
    'the same within a minute, with all content, the fonts of other scripts and the service worker; 1 visit'
  ],
  [
    'first verbatim, ms',
    'first_verbatim_ms',
    1500,
    'CPU 6 times slower, 1.6 Mbit/s, 40 ms; median of 5 first visits'
  ],
  ['layout shift', 'layout_shift', 0, 'the worst of the same visits, sum over 3 s'],
  [
    'heap, bytes a rotation',
    'heap_bytes_per_rotation',
    10,
    '10,000 rotations in virtual time, slope over 11 samples after collection'
  ],
  ['elements added', 'nodes_added', 0, 'after the same rotations'],
  ['listeners added', 'listeners_added', 0, 'after the same rotations'],
  [
    'recovery, 500 screens, p95, s',
    'recovery_p95_s',
    5,
    "the player's own line and store of cards in Node, the worst of 5 outages"
  ],
  ['recovery, 500 screens, max, s', 'recovery_max_s', 15, 'the same'],
  [
    'lost by a screen',
    'recovery_lost',
    0,
    'the same, screens that lack one of the verbatims approved meanwhile'
  ],
  ['shown twice', 'recovery_twice', 0, 'the same'],
  [
    'cold boot offline, s',
    'cold_boot_offline_s',
    5,
    'browser started anew, CPU 6 times slower, server refused; median of 3'
  ],
  [
    'fan-out to 1,000, p95, ms',
    'fanout_p95_ms_1000',
    Infinity,
    'from the insert on; raw sockets on the same cores, 20 messages'
  ],
  ['fan-out to 10,000, p95, ms', 'fanout_p95_ms_10000', Infinity, 'the same'],
  ['fan-out to 10,000, cores', 'fanout_cores_10000', 0.25, 'a message every 2 s, heartbeats included'],
  [
    'fan-out to 10,000, MB',
    'fanout_added_mb_10000',
    200,
    'what the screens add to the resident memory of the server'
  ],
  [
    'fan-out to 1,000, p95 against nchan',
    'fanout_vs_nchan_p95',
    Infinity,
    'ours / nchan; nchan from its POST on, without a database'
  ]
];

/** npm run bench:wall [-- --json] [load|latency|memory|cold|recovery|fanout]... */
export async function run(args: string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.find((name) => !MEASURES[name]);
  if (unknown) {
    console.error(`There is no measure ${unknown}; there are ${Object.keys(MEASURES).join(', ')}.`);
    return 2;
  }
  const figures: Figures = { machine: machine(), load_before: hundredths(loadavg()[0] ?? NaN) };
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.error(`Measuring: ${name}…`);
    Object.assign(figures, await measure());
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else show(figures);
  return 0;
}

async function onDemo<Found extends Figures>(measure: (app: RunningApp) => Promise<Found>): Promise<Found> {
  const app = await startApp();
  try {
    return await measure(app);
  } finally {
    await app.dispose();
  }
}

async function measureBoth(): Promise<Figures> {
  const thousand = await measureFanout(1_000);
  const ten = await measureFanout(10_000);
  const ratio = ({ ours, nchan }: { ours: Fanout; nchan: Fanout | string }) =>
    typeof nchan === 'string' ? nchan : hundredths(ours.p95 / nchan.p95);
  return {
    fanout_p50_ms_1000: thousand.ours.p50,
    fanout_p95_ms_1000: thousand.ours.p95,
    fanout_p99_ms_1000: thousand.ours.p99,
    fanout_p50_ms_10000: ten.ours.p50,
    fanout_p95_ms_10000: ten.ours.p95,
    fanout_p99_ms_10000: ten.ours.p99,
    fanout_cores_10000: ten.ours.cores,
    fanout_added_mb_10000: ten.ours.added,
    fanout_vs_nchan_p95: ratio(thousand),
    fanout_vs_nchan_p95_10000: ratio(ten),
    fanout: { ours: [thousand.ours, ten.ours], nchan: [thousand.nchan, ten.nchan] }
  };
}

function show(figures: Figures): void {
  console.log(
    `${String(figures.machine)}; browser, server, database and load share them. ` +
      `Processes that wanted a core before it began: ${String(figures.load_before)}.`
  );
  for (const [target, key, most, how] of TARGETS) {
    if (!(key in figures)) continue;
    const value = figures[key];
    const verdict =
      most === Infinity ? '' : typeof value === 'number' && value <= most ? '  reached' : '  MISSED';
    console.log(
      `${target}: ${String(value ?? 'never')}${most === Infinity ? '' : ` (target ${most})`}${verdict}\n    ${how}`
    );
  }
  if (Array.isArray(figures.recoveries)) console.table(figures.recoveries);
  const { fanout } = figures;
  if (fanout && typeof fanout === 'object' && 'ours' in fanout && 'nchan' in fanout) {
    const { ours, nchan } = fanout as Record<'ours' | 'nchan', (Fanout | string)[]>;
    const row = (name: string) => (each: Fanout | string) =>
      typeof each === 'string' ? { name, missing: each } : { name, ...each };
    console.table([...ours.map(row('the wall')), ...nchan.map(row('nchan'))]);
  }
}

function machine(): string {
  return `${cpus().length} cores of ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}
