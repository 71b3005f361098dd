import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RunningApp } from '../tests/support/app';
import { layCable, type Mode } from '../tests/support/proxy';
import { hundredths, quantile } from './quantile';
import { Approving, now } from './wall-verbatims';
import type { Order, Report } from './wall-recovery-screens';

const SCREENS = 500;
/** Verbatims that are approved while nobody hears them. */
const MISSED = 3;
/** What has not come back after this many milliseconds is lost. */
const PATIENCE = 120_000;

/** How long each lasts, in seconds: shorter and longer than a screen needs to notice a line that died without a word. */
const OUTAGES: { name: string; mode: Mode | 'restart'; seconds: number }[] = [
  { name: 'refused for 20 s', mode: 'refuse', seconds: 20 },
  { name: '503 for 5 s', mode: '503', seconds: 5 },
  { name: 'black hole for 5 s', mode: 'blackhole', seconds: 5 },
  { name: 'black hole for 45 s', mode: 'blackhole', seconds: 45 },
  { name: 'server stopped for 10 s', mode: 'restart', seconds: 10 }
];

export interface Recovery {
  outage: string;
  p50: number;
  p95: number;
  max: number;
  lost: number;
  twice: number;
}

/**
 * Seconds from the end of an outage until a screen has what it missed, for 500 screens that wait and ask as the
 * player does. What was missed by any, or put in twice, is counted.
 */
export async function measureRecovery(app: RunningApp) {
  const approving = await Approving.on(app.service);
  const cable = await layCable(app.url);
  const screens = new Screens();
  const recoveries: Recovery[] = [];
  try {
    await screens.ask({ kind: 'open', url: cable.url, count: SCREENS }, 'opened');
    for (const { name, mode, seconds } of OUTAGES) {
      const ids = Array.from({ length: MISSED }, () => crypto.randomUUID());
      if (mode === 'restart') await app.stop();
      else await cable.set(mode);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      // The database is in the server, so that nothing can be approved while that is down.
      if (mode !== 'restart') for (const id of ids) await approving.approve(id);
      else await app.start();
      const over = now();
      if (mode !== 'restart') await cable.plug();
      else for (const id of ids) await approving.approve(id);
      const { times, missing, twice } = await screens.ask(
        { kind: 'await', ids, patience: PATIENCE },
        'recovered'
      );
      const took = times.map((time) => Math.max(0, time - over) / 1000);
      recoveries.push({
        outage: name,
        p50: hundredths(quantile(took, 0.5)),
        p95: hundredths(quantile(took, 0.95)),
        max: hundredths(Math.max(...took)),
        lost: missing,
        twice: twice - recoveries.reduce((sum, before) => sum + before.twice, 0)
      });
    }
  } finally {
    screens.dispose();
    await cable.dispose();
  }
  return {
    recovery_p95_s: Math.max(...recoveries.map(({ p95 }) => p95)),
    recovery_max_s: Math.max(...recoveries.map(({ max }) => max)),
    recovery_lost: recoveries.reduce((sum, { lost }) => sum + lost, 0),
    recovery_twice: recoveries.reduce((sum, { twice }) => sum + twice, 0),
    recoveries
  };
}

class Screens {
  #child = fork(fileURLToPath(new URL('./wall-recovery-screens.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 2, 2, 'ipc']
  });

  ask<Kind extends Report['kind']>(order: Order, answer: Kind): Promise<Extract<Report, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      this.#child.once('exit', (code) => reject(new Error(`The screens ended with ${code}.`)));
      this.#child.on('message', (report: Report) => {
        if (report.kind === answer) resolve(report as Extract<Report, { kind: Kind }>);
      });
      this.#child.send(order);
    });
  }

  dispose(): void {
    this.#child.removeAllListeners();
    this.#child.disconnect();
  }
}
