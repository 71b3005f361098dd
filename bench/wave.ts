import { COMMENTS } from '../src/lib/demo/comments';
import { normal, seeded } from '../src/lib/demo/random';
import type { Client, Supabase } from '../src/lib/server/supabase';
import { progress } from './million';

export const PEOPLE = 10_000;
export const TEAMS = 500;
export const QUESTIONS = 10;
/** Teams right below the company, which the others are spread over. */
const REGIONS = 20;
const TAKES_PART = 0.8;
const SKIPS = 0.04;
const WRITES = 0.15;
const BATCH = 500;

/** A wave that ends within the hour, with everybody's answers in the inbox. */
export async function fillWave({ service, embedded }: Supabase): Promise<string> {
  const { query, maintain } = embedded!;
  await query(`insert into public.teams (kind, slug, name) values ('company', 'bench', 'Bench')`);
  await query(REGIONS_SQL, [REGIONS]);
  await query(TEAMS_SQL, [TEAMS - REGIONS - 1]);
  await query(PEOPLE_SQL, [PEOPLE]);
  const [{ id: wave }] = (await query<{ id: string }>(
    `insert into public.waves (name, opens_at, closes_at)
     values ('Bench', now() - interval '1 hour', now() + interval '1 hour') returning id`
  )) as [{ id: string }];
  const questions = await query<{ question_id: string }>(
    `insert into public.wave_questions (wave_id, question_id, position)
     select $1, id, position from public.questions where battery = 'levers' order by position limit $2
     returning question_id`,
    [wave, QUESTIONS]
  );
  await service.rpc('launch_wave', { wave }).throwOnError();
  const people = await query<{ id: string }>(`select id from public.people order by email`);
  await answer(
    service,
    wave,
    people.map(({ id }) => id),
    questions.map(({ question_id }) => question_id)
  );
  await maintain('vacuum analyze');
  return wave;
}

const REGIONS_SQL = `
  insert into public.teams (kind, parent_id, slug, name)
  select 'region', (select id from public.teams where kind = 'company'), 'region-' || i, 'Region ' || i
  from generate_series(1, $1::integer) as i`;

const TEAMS_SQL = `
  insert into public.teams (kind, parent_id, slug, name)
  select 'team', regions.ids[1 + i % array_length(regions.ids, 1)], 'team-' || i, 'Team ' || i
  from generate_series(1, $1::integer) as i,
    (select array_agg(id order by slug) as ids from public.teams where kind = 'region') as regions`;

/** Teams of very different sizes, as in life: the power leaves some of them too few to show. */
const PEOPLE_SQL = `
  insert into public.people (team_id, role, full_name, email, joined_on)
  select teams.ids[1 + floor(power((i * 7919 % 10007) / 10007.0, 3) * array_length(teams.ids, 1))::integer],
    'employee', 'Person ' || i, 'person-' || i || '@bench.example', current_date - 400
  from generate_series(1, $1::integer) as i,
    (select array_agg(id order by slug) as ids from public.teams where kind = 'team') as teams`;

async function answer(service: Client, wave: string, people: string[], questions: string[]): Promise<void> {
  const random = seeded(1);
  for (let from = 0; from < people.length; from += BATCH) {
    const batch = people
      .slice(from, from + BATCH)
      .filter(() => random() < TAKES_PART)
      .map((person_id) => {
        const mood = 3.5 + 0.5 * normal(random);
        const given = questions
          .filter(() => random() >= SKIPS)
          .map((id) => [id, Math.min(5, Math.max(1, Math.round(mood + 0.8 * normal(random))))]);
        const comment = COMMENTS[Math.floor((random() / WRITES) * COMMENTS.length)]?.text ?? null;
        return { person_id, answers: Object.fromEntries(given) as Record<string, number>, comment };
      });
    await service.rpc('store_answers', { wave, batch }).throwOnError();
    progress(`${Math.min(from + BATCH, people.length)} of ${people.length} people asked`);
  }
}
