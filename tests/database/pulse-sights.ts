import type { Actor } from './cast';
import { COMMENT_STATUSES, COMMENTED, PUBLISHED, WAVE_NAMES } from './pulse-cast';
import type { Sight } from './sights';

/** One word per row of each table of the pulse that somebody may read. */
export const PULSE_LABELS: Record<string, string> = {
  questions: 'slug',
  wave_plans: 'name',
  waves: 'name',
  wave_questions: '(select name from public.waves where id = wave_id)',
  wave_teams: '(select name from public.waves where id = wave_id)',
  cells: 'team_id::text',
  participation: 'team_id::text',
  pulse_rollups: 'team_id::text',
  comment_moods: 'team_id::text',
  comments: 'text',
  team_actions: `replace(title, ' repairs its tills', '')`
};

export const PEOPLE = ['paul', 'stranger', 'ines', 'youssef', 'lea', 'helene', 'claire', 'thomas'] as const;
export type Person = (typeof PEOPLE)[number];

/** Whose figures each of them sees: their own team and the company, a manager those below, leadership all. */
export const FIGURES: Record<Person, string[]> = {
  paul: [],
  stranger: [],
  ines: ['bellerive', 'nantes'],
  youssef: ['bellerive', 'ouest', 'nantes'],
  lea: ['bellerive', 'strasbourg'],
  helene: ['bellerive', 'relation-client'],
  claire: PUBLISHED,
  thomas: ['bellerive', 'siege']
};

/** How comments feel is for who manages a team, as the comments are; not even the company's is for everybody. */
const MOODS: Partial<Record<Person, string[]>> = {
  youssef: ['ouest', 'nantes'],
  lea: ['strasbourg'],
  claire: PUBLISHED
};

const released = (teams: readonly string[]) => teams.map((team) => `${team} released`);
const COMMENTS: Partial<Record<Person, string[]>> = {
  youssef: released(['nantes']),
  lea: released(['strasbourg']),
  claire: released(COMMENTED),
  helene: COMMENTED.filter((team) => team !== 'relation-client').flatMap((team) =>
    COMMENT_STATUSES.map((status) => `${team} ${status}`)
  )
};

const LAUNCHED = WAVE_NAMES.filter((name) => name !== 'planned' && name !== 'due');

export const PULSE_SIGHTS: Sight[] = PEOPLE.flatMap((who) => {
  const outside = who === 'paul' || who === 'stranger';
  const company = (sees: string[]) => (outside ? [] : sees);
  return [
    sight(who, 'cells', FIGURES[who]),
    sight(who, 'pulse_rollups', FIGURES[who]),
    sight(who, 'participation', who === 'thomas' ? PUBLISHED : FIGURES[who]),
    sight(who, 'comment_moods', MOODS[who] ?? []),
    sight(who, 'comments', COMMENTS[who] ?? []),
    sight(who, 'team_actions', FIGURES[who]),
    sight(who, 'waves', company(WAVE_NAMES)),
    sight(who, 'wave_questions', company(WAVE_NAMES)),
    sight(who, 'wave_teams', company(LAUNCHED)),
    sight(who, 'wave_plans', who === 'claire' || who === 'thomas' ? ['Le pouls du mois'] : [])
  ];
});

export function sight(who: Actor, of: string, sees: string[]): Sight {
  const what = sees.length === 0 ? 'nothing' : [...sees].sort().join(', ');
  return { title: `${who} sees of ${of} ${what}`, who, of, sees: [...sees].sort() };
}
