import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the crowd is asked to do; `ready` is the piece of the stream that says it is open. */
export type Order =
  | { kind: 'open'; url: string; count: number; ready: string }
  | { kind: 'watch'; marker: string }
  | { kind: 'tell' }
  | { kind: 'close' };

export type Report =
  | { kind: 'opened' }
  | { kind: 'failed'; reason: string }
  | { kind: 'watching' }
  | { kind: 'complete' }
  | { kind: 'arrivals'; times: number[]; missing: number };

/** What has not arrived after this many milliseconds is lost. */
const PATIENCE = 15_000;
const LONGEST_OPENING = 600_000;

/** Screens in a process of their own, so that they do not hear later because whoever measures is busy. */
export class Crowd {
  #child: ChildProcess;

  constructor() {
    const load = fileURLToPath(new URL('./fanout-load.ts', import.meta.url));
    this.#child = fork(load, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 2, 2, 'ipc'] });
  }

  /**
   * Opens that many streams; settles when all of them are open.
   *
   * @throws when one of them cannot be opened
   */
  async open(url: string, count: number, ready: string): Promise<void> {
    const opened = this.#next(['opened', 'failed'], LONGEST_OPENING);
    this.#order({ kind: 'open', url, count, ready });
    const report = await opened;
    if (report?.kind !== 'opened') throw new Error(report?.kind === 'failed' ? report.reason : 'no answer');
  }

  /**
   * Notes when each screen hears of something that `publish` sends.
   *
   * @param marker a piece of the stream that nothing else contains, up to 48 characters of ASCII
   * @returns when each heard of it, in milliseconds since 1970, and how many never did
   */
  async hear(marker: string, publish: () => Promise<void>): Promise<{ times: number[]; missing: number }> {
    const watching = this.#next(['watching'], PATIENCE);
    this.#order({ kind: 'watch', marker });
    await watching;
    const complete = this.#next(['complete'], PATIENCE);
    await publish();
    await complete;
    const arrivals = this.#next(['arrivals'], PATIENCE);
    this.#order({ kind: 'tell' });
    const report = await arrivals;
    if (report?.kind !== 'arrivals') throw new Error('the crowd does not answer');
    return report;
  }

  dispose(): Promise<void> {
    this.#order({ kind: 'close' });
    return new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.disconnect();
    });
  }

  #order(order: Order): void {
    this.#child.send(order);
  }

  /** The next report of one of these kinds; null when none comes in time. */
  #next(kinds: Report['kind'][], patience: number): Promise<Report | null> {
    return new Promise((resolve) => {
      const settle = (report: Report | null) => {
        clearTimeout(timer);
        this.#child.off('message', hear);
        resolve(report);
      };
      const hear = (report: Report) => kinds.includes(report.kind) && settle(report);
      const timer = setTimeout(() => settle(null), patience);
      this.#child.on('message', hear);
    });
  }
}
