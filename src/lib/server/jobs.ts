import { SILENCE } from '$lib/intake/import.server';
import { forgetOldUploads } from '$lib/intake/uploads.server';
import { sendMessages } from '$lib/pulse/waves/invitations.server';
import { keepWaves } from '$lib/pulse/waves/waves.server';
import { closeWhatIsOver } from '$lib/symmetry/closing.server';
import { learn } from '$lib/tagging/learning.server';
import { retag } from '$lib/tagging/retagging.server';
import { today } from '$lib/verbatims/filters';
import { readOutside } from './config';
import { openMail } from './mail';
import type { Supabase } from './supabase';

interface Job {
  name: string;
  /** Seconds between the end of one run and the start of the next. */
  every: number;
  /** Seconds after which a run that gave no sign is taken for dead and another server may start. */
  lease: number;
  run(supabase: Supabase): Promise<void>;
}

const DAY = 24 * 3600;

/** How long one run goes on beginning to send messages, in seconds. */
const MAILING = 300;

/** How long one run goes on beginning to read pages of the past again; the next look goes on. */
const RETAGGING = 240;

const JOBS: Job[] = [
  {
    // Nothing vacuums the embedded database by itself; a hosted one does.
    name: 'vacuum',
    every: DAY,
    lease: 1800,
    run: async ({ embedded }) => embedded?.maintain('vacuum analyze')
  },
  {
    // Texts as customers wrote them, in files that nobody came back for.
    name: 'forget-uploads',
    every: 3600,
    lease: 60,
    run: async ({ service, config }) => {
      await service
        .from('imports')
        .delete()
        .eq('status', 'uploaded')
        .lt('created_at', ago(DAY))
        .throwOnError();
      await forgetOldUploads(config.dataDir, DAY * 1000);
    }
  },
  {
    name: 'end-interrupted-imports',
    every: 60,
    lease: 60,
    run: async ({ service }) => {
      const interrupted = {
        status: 'failed' as const,
        failure: 'interrupted',
        finished_at: new Date().toISOString()
      };
      await service
        .from('imports')
        .update(interrupted)
        .eq('status', 'running')
        .lt('heard_of_at', ago(SILENCE))
        .throwOnError();
    }
  },
  {
    name: 'waves',
    every: 30,
    lease: 900,
    run: ({ service }) => keepWaves(service, readOutside().timeZone)
  },
  {
    name: 'symmetry',
    every: 3600,
    lease: 300,
    run: ({ service }) => closeWhatIsOver(service, today())
  },
  {
    // Due whenever it is asked for: opening a wave does not wait for the minute to be over.
    name: 'pulse-mail',
    every: 0,
    lease: 2 * MAILING,
    run: mailPulse
  },
  {
    name: 'sentiment-learn',
    every: 6 * 3600,
    lease: 900,
    run: async ({ service }) => void (await learn(service))
  },
  {
    // Due whenever it is asked for. It lives within its lease, so that no other server begins while it goes on.
    name: 'sentiment-retag',
    every: 0,
    lease: RETAGGING + 60,
    run: ({ service }) => retag(service, new Date(Date.now() + RETAGGING * 1000))
  }
];

async function mailPulse({ service }: Supabase): Promise<void> {
  const { mail: settings, missing, timeZone } = readOutside();
  if (!settings) {
    if (!saidMissing) console.warn(`The pulse sends no mail: ${missing.join(', ')} not set.`);
    saidMissing = true;
    return;
  }
  const mail = openMail(settings);
  try {
    const until = new Date(Date.now() + MAILING * 1000);
    const sending = { mail, origin: settings.origin, zone: timeZone, until };
    const { refused } = await sendMessages(service, sending);
    if (refused > 0)
      console.error(`Pulse: ${refused} messages were refused; they are tried again in an hour.`);
  } finally {
    mail.close();
  }
}
let saidMissing = false;

/** That many seconds ago, as the database reads it. */
function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1000).toISOString();
}

/** How often each server looks whether a job is due, in seconds. */
const LOOK_EVERY = 60;

/**
 * Runs the background jobs: any number of servers share them, and a lease in the database lets one run each.
 *
 * @returns how to stop looking; a run under way is not awaited, its lease ends by itself
 */
export function startJobs(supabase: Supabase): () => void {
  // A setting that cannot be right stops the server, rather than every run of a job.
  readOutside();
  const look = async () => {
    for (const job of JOBS) await runAndLog(supabase, job);
  };
  const timer = setInterval(() => void look(), LOOK_EVERY * 1000);
  return () => clearInterval(timer);
}

/** Runs a job without waiting for its hour, unless another server is at it; how it went is in the log alone. */
export function runSoon(supabase: Supabase, name: string): void {
  for (const job of JOBS.filter((each) => each.name === name)) void hastenAndRun(supabase, job);
}

async function hastenAndRun(supabase: Supabase, job: Job): Promise<void> {
  const { error } = await supabase.service.rpc('hasten_job', { job: job.name });
  if (error) console.error(`Job ${job.name}: ${error.message}`);
  await runAndLog(supabase, job);
}

async function runAndLog(supabase: Supabase, job: Job): Promise<void> {
  await runIfDue(supabase, job).catch((error: Error) => console.error(`Job ${job.name}: ${error.message}`));
}

async function runIfDue(supabase: Supabase, job: Job): Promise<void> {
  const { data: mine } = await supabase.service
    .rpc('lease_job', { job: job.name, lease: `${job.lease} seconds` })
    .throwOnError();
  if (!mine) return;
  let failure: string | undefined;
  try {
    await job.run(supabase);
  } catch (error) {
    failure = (error as Error).message;
  }
  const ended = { job: job.name, next_in: `${job.every} seconds`, ...(failure ? { error: failure } : {}) };
  await supabase.service.rpc('finish_job', ended).throwOnError();
  if (failure) throw new Error(failure);
}
