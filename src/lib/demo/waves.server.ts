import { randomUUID } from 'node:crypto';
import { close } from '$lib/pulse/closing.server';
import type { Client, Supabase } from '$lib/server/supabase';
import { ACTIONS } from './actions';
import { answersTo, type DemoAnswers } from './answers';
import { COMMENTS } from './comments';
import { CAST } from './company';
import { staff, type Colleague } from './staff';
import { nextWaveOn, openingOf, PLAN, wavesUntil, type DemoWave } from './waves';

type Library = Parameters<typeof wavesUntil>[1];

interface ProposedWave extends DemoWave {
  id: string;
}

const DAY = 24 * 3600 * 1000;

/**
 * Two years and more of the pulse of Maison Bellerive, answer by answer, launched, closed, audited and published as any
 * other; and the wave that is open today, which none of the cast has answered yet.
 */
export async function loadPulse(supabase: Supabase, teamIds: Map<string, string>, now: Date): Promise<void> {
  const { service } = supabase;
  const { data: library } = await service.from('questions').select('*').throwOnError();
  const { data: people } = await service.from('people').select('id, email').throwOnError();
  const personIds = new Map(people.map(({ id, email }) => [email, id]));
  const everybody = staff();
  const waves = await propose(service, wavesUntil(now, library as Library), await planWaves(service, now));
  for (const [index, wave] of waves.entries()) {
    await service.rpc('launch_wave', { wave: wave.id, at: wave.opens.toISOString() }).throwOnError();
    const answers = answersTo(wave, invitedTo(wave, everybody, now), now, 100 + index);
    await answer(service, wave, answers, personIds, now);
    if (wave.closes <= now) await close(service, wave.id, wave.closes);
  }
  await readComments(supabase);
  await decide(service, teamIds, personIds, now);
}

async function planWaves(service: Client, now: Date): Promise<string> {
  const { data } = await service
    .from('wave_plans')
    .insert({ ...PLAN, starts_on: openingOf(now), next_on: nextWaveOn(now) })
    .select('id')
    .single()
    .throwOnError();
  return data.id;
}

/** All waves in two requests, planned and not yet launched. */
async function propose(service: Client, waves: DemoWave[], plan: string): Promise<ProposedWave[]> {
  const proposed = waves.map((wave) => ({ ...wave, id: randomUUID() }));
  const rows = proposed.map(({ id, name, opens, closes, monthly }) => ({
    id,
    plan_id: monthly ? plan : null,
    name,
    opens_at: opens.toISOString(),
    closes_at: closes.toISOString()
  }));
  await service.from('waves').insert(rows).throwOnError();
  const asked = proposed.flatMap(({ id: wave_id, questions }) =>
    questions.map(({ id: question_id }, position) => ({ wave_id, question_id, position }))
  );
  await service.from('wave_questions').insert(asked).throwOnError();
  return proposed;
}

/** Who was there; whom the wave leaves in peace because they had just joined, its roster says. */
function invitedTo(wave: DemoWave, everybody: Colleague[], now: Date): Colleague[] {
  const ago = (now.getTime() - wave.opens.getTime()) / DAY;
  const cast = new Set<string>(Object.values(CAST).map(({ email }) => email));
  return everybody.filter(
    ({ email, joined, left }) =>
      joined > ago && (left === undefined || left < ago) && !(wave.closes > now && cast.has(email))
  );
}

async function answer(
  service: Client,
  { id, questions, closes }: ProposedWave,
  answers: DemoAnswers[],
  personIds: Map<string, string>,
  now: Date
): Promise<void> {
  const questionIds = new Map(questions.map((question) => [question.slug, question.id]));
  const batch = answers.map((given) => ({
    person_id: personIds.get(given.email) as string,
    answers: Object.fromEntries(
      Object.entries(given.answers).map(([slug, value]) => [questionIds.get(slug) as string, value])
    ),
    comment: given.comment
  }));
  const at = new Date(Math.min(now.getTime(), closes.getTime() - DAY)).toISOString();
  await service.rpc('store_answers', { wave: id, batch, at }).throwOnError();
}

/**
 * As Hélène would, and another moderator those of her own team: all comments of the waves before the last are released
 * or withheld. Past the functions they would use, which would note six hundred acts of today.
 */
async function readComments({ embedded }: Supabase): Promise<void> {
  const withheld = COMMENTS.filter((comment) => comment.withheld).map(({ text }) => text);
  await embedded?.query(
    `update public.comments
     set status = case when text = any ($1) then 'withheld' else 'released' end
     from public.waves
     where waves.id = comments.wave_id and waves.published_at < (select max(published_at) from public.waves)`,
    [withheld]
  );
}

async function decide(
  service: Client,
  teamIds: Map<string, string>,
  personIds: Map<string, string>,
  now: Date
): Promise<void> {
  const day = (ago: number) => new Date(now.getTime() - ago * DAY).toISOString().slice(0, 10);
  const people = staff();
  const rows = ACTIONS.map(({ team, lever, title, decided, done }) => {
    const manager = people.find(
      ({ team: theirs, role, left = 0 }) => theirs === team && role === 'manager' && left < decided
    );
    return {
      team_id: teamIds.get(team) as string,
      lever,
      title,
      decided_on: day(decided),
      done_on: done === undefined ? null : day(done),
      person_id: personIds.get((manager ?? CAST.claire).email) ?? null
    };
  });
  await service.from('team_actions').insert(rows).throwOnError();
}
