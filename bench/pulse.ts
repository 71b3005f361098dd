import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../src/cli/prepare.js';
import { measureAnswers, type Arrivals } from './answers';
import { measureClose, type Closed } from './closing';
import { hundredths, quantile, tenths } from './quantile';
import { PEOPLE, QUESTIONS, TEAMS } from './wave';

/**
 * How long a wave of ten thousand people takes to close and publish, how much memory that needs, and how long a person
 * waits who answers among a thousand others in a minute.
 *
 * npm run bench:pulse [-- --json]
 */
export async function run(args: string[]): Promise<number> {
  ensureBuilt();
  const dataDir = await mkdtemp(join(tmpdir(), 'vis-a-vis-bench-'));
  try {
    const closed = await measureClose(dataDir);
    const arrivals = await measureAnswers();
    report(closed, arrivals, args.includes('--json'));
    return arrivals.errors === 0 ? 0 : 1;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function report(closed: Closed, { submits, errors, seconds, rss }: Arrivals, json: boolean): void {
  const outcome = {
    people: PEOPLE,
    teams: TEAMS,
    questions: QUESTIONS,
    close_s: hundredths(closed.close),
    choose_s: hundredths(closed.choose),
    publish_s: hundredths(closed.publish),
    close_and_publish_s: hundredths(closed.close + closed.choose + closed.publish),
    cells_published: closed.cells,
    idle_rss_mb: Math.round(closed.idle),
    peak_rss_mb: Math.round(closed.peak),
    answers: submits.length,
    answers_s: Math.round(seconds),
    errors,
    submit_p50_ms: tenths(quantile(submits, 0.5)),
    submit_p95_ms: tenths(quantile(submits, 0.95)),
    submit_max_ms: tenths(Math.max(...submits)),
    server_rss_mb: Math.round(rss)
  };
  if (json) return console.log(JSON.stringify(outcome));
  console.log(
    `A wave of ${outcome.questions} questions to ${outcome.people} people in ${outcome.teams} teams; ${outcome.cells_published} cells published.`
  );
  console.table({
    'close (s)': outcome.close_s,
    'read and choose (s)': outcome.choose_s,
    'publish (s)': outcome.publish_s,
    'all of it (s)': outcome.close_and_publish_s,
    'memory before (MB)': outcome.idle_rss_mb,
    'memory at most (MB)': outcome.peak_rss_mb
  });
  console.log(
    `${outcome.answers} answers by personal link in ${outcome.answers_s} s over HTTP, each after its page.`
  );
  console.table({
    'submit p50 (ms)': outcome.submit_p50_ms,
    'submit p95 (ms)': outcome.submit_p95_ms,
    'submit max (ms)': outcome.submit_max_ms,
    'not accepted': outcome.errors,
    'memory of the server (MB)': outcome.server_rss_mb
  });
}
