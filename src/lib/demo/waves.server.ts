import { close } from '$lib/pulse/closing.server';
import type { Client, Supabase } from '$lib/server/supabase';
import { ACTIONS } from './actions';
import { answersTo, type DemoAnswers } from './answers';
import { COMMENTS } from './comments';
import { CAST } from './company';
import { staff, type Colleague } from './staff';
import { nextWaveOn, openingOf, PLAN, wavesUntil, type DemoWave } from './waves';

type Library = Parameters<typeof wavesUntil>[1];

const DAY = 24 * 3600 * 1000;

/**
 * Eighteen months of the pulse of Maison Bellerive, answer by answer, launched, closed, audited and published as any
 * other; and the wave that is open today, which none of the cast has answered yet.
 */
export async function loadPulse(supabase: Supabase, teamIds: Map<string, string>, now: Date): Promise<void> {
  const { service } = supabase;
  const { data: library } = await service.from('questions').select('*').throwOnError();
  const { data: people } = await service.from('people').select('id, email').throwOnError();
  const personIds = new Map(people.map(({ id, email }) => [email, id]));
  const plan = await planWaves(service, now);
  for (const [index, wave] of wavesUntil(now, library as Library).entries()) {
    const id = await launch(service, wave, wave.monthly ? plan : null);
    const answers = answersTo(wave, invitedTo(wave, now), now, 100 + index);
    await answer(service, id, wave, answers, personIds, now);
    if (wave.closes <= now) await close(service, id, wave.closes);
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

async function launch(service: Client, wave: DemoWave, plan_id: string | null): Promise<string> {
  const [opens_at, closes_at] = [wave.opens.toISOString(), wave.closes.toISOString()];
  const { data } = await service
    .from('waves')
    .insert({ plan_id, name: wave.name, opens_at, closes_at })
    .select('id')
    .single()
    .throwOnError();
  const asked = wave.questions.map(({ id }, position) => ({ wave_id: data.id, question_id: id, position }));
  await service.from('wave_questions').insert(asked).throwOnError();
  await service.rpc('launch_wave', { wave: data.id, at: opens_at }).throwOnError();
  return data.id;
}

/** Who was there; whom the wave leaves in peace because they had just joined, its roster says. */
function invitedTo(wave: DemoWave, now: Date): Colleague[] {
  const ago = (now.getTime() - wave.opens.getTime()) / DAY;
  const cast = new Set<string>(Object.values(CAST).map(({ email }) => email));
  return staff().filter(
    ({ email, joined, left }) =>
      joined > ago && (left === undefined || left < ago) && !(wave.closes > now && cast.has(email))
  );
}

async function answer(
  service: Client,
  id: string,
  { questions, closes }: DemoWave,
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
