import { TEAMS } from '../../src/lib/demo/company';
import type { Database } from '../support/engines';
import { commentOf, linkOf, personOf, teamOf, waveOf } from './names';

/** A wave in every state it can be in; `due` is planned for a time that has come. */
const WAVES = {
  planned: { status: 'planned', opens: '+30 days' },
  due: { status: 'planned', opens: '-1 hour' },
  open: { status: 'open', opens: '-2 days' },
  closed: { status: 'closed', opens: '-20 days' },
  published: { status: 'published', opens: '-40 days' },
  cancelled: { status: 'cancelled', opens: '-60 days' }
};
export const WAVE_NAMES = Object.keys(WAVES);

/** The teams whose figures are published: somebody of the cast in each, or above it. */
export const PUBLISHED = ['bellerive', 'ouest', 'nantes', 'strasbourg', 'relation-client', 'siege'];

/** A comment of each of these teams in each state; `relation-client` is Hélène's own. */
export const COMMENTED = ['bellerive', 'nantes', 'strasbourg', 'relation-client', 'siege'];
export const COMMENT_STATUSES = ['waiting', 'released', 'withheld'] as const;

/** Who is invited to the open wave, and where they stand. */
const INVITED = {
  ines: 'invited',
  youssef: 'answered',
  lea: 'declined',
  helene: 'invited',
  claire: 'invited',
  thomas: 'invited'
} as const;

/** The pulse of Maison Bellerive on an ordinary day. */
export async function seedPulse(db: Database): Promise<void> {
  await seedWaves(db);
  await seedAnswering(db);
  await seedFigures(db);
  await db.sql(
    `insert into public.team_actions (team_id, lever, title, person_id)
     select (given ->> 'team')::uuid, 'tools', given ->> 'title', $2 from jsonb_array_elements($1) as given`,
    [
      PUBLISHED.map((slug) => ({ team: teamOf(slug), title: `${slug} repairs its tills` })),
      personOf('youssef')
    ]
  );
}

async function seedWaves(db: Database): Promise<void> {
  await db.run(`
    insert into public.wave_plans (name, cadence, next_on) values ('Le pouls du mois', 'monthly', current_date + 30)`);
  await db.sql(
    `insert into public.waves (id, name, status, opens_at, closes_at, published_at)
     select id, name, status, now() + opens::interval, now() + opens::interval + interval '7 days',
       case status when 'published' then now() end
     from jsonb_to_recordset($1) as wave (id uuid, name text, status text, opens text)`,
    [Object.entries(WAVES).map(([name, wave]) => ({ id: waveOf(name), name, ...wave }))]
  );
  await db.run(`
    insert into public.wave_questions (wave_id, question_id, position)
    select waves.id, questions.id, questions.position from public.waves, public.questions
    where questions.slug in ('rhythm', 'recommend')`);
  await db.sql(
    `insert into public.wave_teams (wave_id, team_id, parent_id, name)
     select waves.id, team.id, team.parent, team.name
     from public.waves, jsonb_to_recordset($1) as team (id uuid, parent uuid, name text)
     where waves.status <> 'planned'`,
    [TEAMS.map(({ slug, name, parent }) => ({ id: teamOf(slug), parent: parent && teamOf(parent), name }))]
  );
}

async function seedAnswering(db: Database): Promise<void> {
  await db.sql(
    `insert into public.roster (wave_id, person_id, team_id, state, invited_on)
     select waves.id, people.id, people.team_id, case waves.status when 'open' then $1::jsonb ->> people.id::text end,
       waves.opens_at::date
     from public.waves, public.people
     where waves.status <> 'planned' and $1::jsonb ? people.id::text`,
    [
      Object.fromEntries(
        Object.entries(INVITED).map(([name, state]) => [personOf(name as keyof typeof INVITED), state])
      )
    ]
  );
  await db.sql(`insert into public.answer_links (hash, wave_id, person_id) values ($1, $2, $3)`, [
    linkOf('ines'),
    waveOf('open'),
    personOf('ines')
  ]);
  await db.run(`
    insert into public.answer_inbox (wave_id, team_id, question_id, value)
    select '${waveOf('open')}', '${teamOf('ouest')}', id, 4 from public.questions where slug = 'rhythm';
    insert into public.comment_inbox (wave_id, team_id, text)
    values ('${waveOf('open')}', '${teamOf('ouest')}', 'Un mot');
    insert into public.answers (wave_id, team_id, question_id, value)
    select '${waveOf('closed')}', '${teamOf('nantes')}', id, 3 from public.questions where slug = 'rhythm';
    insert into private.closed_comments (wave_id, team_id, text)
    values ('${waveOf('closed')}', '${teamOf('nantes')}', 'Un autre mot');
    insert into private.turnout (wave_id, team_id, eligible, answered)
    values ('${waveOf('closed')}', '${teamOf('nantes')}', 2, 1);
  `);
}

async function seedFigures(db: Database): Promise<void> {
  const published = waveOf('published');
  const teams = PUBLISHED.map(teamOf);
  await db.sql(
    `insert into public.cells (wave_id, team_id, question_id, n, total, distribution)
     select $1, team, questions.id, 12, 40, '{1,2,2,3,4}'
     from public.questions, jsonb_array_elements_text($2) as given, uuid(given) as team where slug = 'rhythm'`,
    [published, teams]
  );
  await db.sql(
    `insert into public.participation (wave_id, team_id, percent)
     select $1, uuid(team), 75 from jsonb_array_elements_text($2) as team`,
    [published, teams]
  );
  await db.sql(
    `insert into public.comment_moods (wave_id, team_id, positive, neutral, negative)
     select $1, uuid(team), 4, 3, 3 from jsonb_array_elements_text($2) as team`,
    [published, teams]
  );
  // A wave has no comments before it is published; this one shows that nobody would read them.
  const early = { label: 'nantes early', team: 'nantes', wave: waveOf('closed'), status: 'waiting' };
  const comments = COMMENTED.flatMap((team) =>
    COMMENT_STATUSES.map((status) => ({ label: `${team} ${status}`, team, wave: published, status }))
  );
  await db.sql(
    `insert into public.comments (id, wave_id, team_id, text, status)
     select id, wave, team_id, label, status
     from jsonb_to_recordset($1) as comment (id uuid, wave uuid, team_id uuid, label text, status text)`,
    [[...comments, early].map((each) => ({ ...each, id: commentOf(each.label), team_id: teamOf(each.team) }))]
  );
}
