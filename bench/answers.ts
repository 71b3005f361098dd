import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { lockHolder } from '../src/lib/server/embedded/lock';
import type { Client } from '../src/lib/server/supabase';
import { startApp } from '../tests/support/app';
import { progress } from './million';

const ANSWERS = 1_000;
const MINUTE = 60_000;
const QUESTIONS = 6;

export interface Arrivals {
  /** Milliseconds from the submit of each form to the last byte of the thanks. */
  submits: number[];
  /** Answers that were not accepted. */
  errors: number;
  seconds: number;
  /** Megabytes of the server, at most. */
  rss: number;
}

/** People come at random moments of one minute, open their link and send the form, whatever the others do. */
export async function measureAnswers(): Promise<Arrivals> {
  const app = await startApp();
  try {
    const { links, questions } = await invite(app.service);
    const moments = links.map(() => Math.random() * MINUTE).sort((a, b) => a - b);
    const started = performance.now();
    let done = 0;
    const outcomes = await Promise.all(
      links.map(async (link, i) => {
        await new Promise((resolve) => setTimeout(resolve, moments[i]));
        const outcome = await visit(`${app.url}/answer/${link}`, app.url, questions, i);
        progress(`${++done} answers`);
        return outcome;
      })
    );
    return {
      submits: outcomes.map(({ took }) => took),
      errors: outcomes.filter(({ accepted }) => !accepted).length,
      seconds: (performance.now() - started) / 1000,
      rss: await memoryOf(await lockHolder(app.dataDir))
    };
  } finally {
    await app.dispose();
  }
}

/** A wave of the demo company to a thousand people more, and their links. */
async function invite(service: Client): Promise<{ links: string[]; questions: string[] }> {
  const { data: teams } = await service.from('teams').select('id').eq('kind', 'site').throwOnError();
  const { data: library } = await service
    .from('questions')
    .select('id')
    .eq('battery', 'levers')
    .order('position')
    .limit(QUESTIONS)
    .throwOnError();
  const people = Array.from({ length: ANSWERS }, (_, i) => ({
    team_id: teams[i % teams.length]!.id,
    role: 'employee' as const,
    full_name: `Person ${i}`,
    email: `person-${i}@bench.example`,
    joined_on: '2020-01-01'
  }));
  const { data: invited } = await service.from('people').insert(people).select('id').throwOnError();
  const day = 24 * 3600 * 1000;
  const { data: wave } = await service
    .from('waves')
    .insert({
      name: 'Bench',
      opens_at: new Date(Date.now() - 60_000).toISOString(),
      closes_at: new Date(Date.now() + day).toISOString()
    })
    .select('id')
    .single()
    .throwOnError();
  await service
    .from('wave_questions')
    .insert(library.map(({ id }, position) => ({ wave_id: wave.id, question_id: id, position })))
    .throwOnError();
  await service.rpc('launch_wave', { wave: wave.id }).throwOnError();
  const links = invited.map(() => randomBytes(32).toString('base64url'));
  const batch = invited.map(({ id }, i) => ({
    hash: createHash('sha256')
      .update(links[i] as string)
      .digest('hex'),
    person_id: id
  }));
  await service.rpc('store_answer_links', { wave: wave.id, batch }).throwOnError();
  return { links, questions: library.map(({ id }) => id) };
}

async function visit(address: string, origin: string, questions: string[], i: number) {
  const page = await fetch(address);
  await page.text();
  const form = new URLSearchParams({ intent: 'send', comment: i % 7 === 0 ? 'Bonne ambiance.' : '' });
  questions.forEach((id, at) => form.set(`answer-${id}`, String(1 + ((i + at) % 5))));
  const started = performance.now();
  const reply = await fetch(address, {
    method: 'POST',
    headers: { origin, accept: 'text/html' },
    body: form
  });
  await reply.text();
  return { took: performance.now() - started, accepted: page.status === 200 && reply.status === 200 };
}

/** From the kernel; not a number where there is no /proc. */
async function memoryOf(pid: number | null): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1000;
}
