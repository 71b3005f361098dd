import { idOf, teamOf, verbatimOf, type Actor } from './cast';
import type { Client } from './client';

export interface Answer {
  status: number;
  error: { code: string; message: string } | null;
}

const HELD = verbatimOf('nantes held');

/** What is refused, with which code and status, to whom, who asks what. */
export const REFUSALS: [string, string, number, Actor, (to: Client) => PromiseLike<Answer>][] = [
  [
    'a failed check',
    '23514',
    400,
    'service',
    (to) => to.from('verbatims').update({ rating: 11 }).eq('id', HELD)
  ],
  [
    'a raised exception',
    'P0001',
    400,
    'service',
    (to) =>
      to
        .from('teams')
        .update({ parent_id: teamOf('nantes') })
        .eq('slug', 'ouest')
  ],
  [
    'a duplicate',
    '23505',
    409,
    'service',
    (to) => to.from('sources').insert({ name: 'Site web', kind: 'api' })
  ],
  [
    'a reference to nothing',
    '23503',
    409,
    'service',
    (to) =>
      to
        .from('people')
        .update({ team_id: idOf('nothing') })
        .neq('full_name', '')
  ],
  [
    'a missing value',
    '23502',
    400,
    'service',
    (to) => to.from('sources').insert({ name: 'Avis', kind: null as never })
  ],
  [
    'a missing grant',
    '42501',
    403,
    'ines',
    (to) => to.from('verbatims').update({ status: 'approved' }).eq('id', HELD)
  ],
  [
    'a refusing policy',
    '42501',
    403,
    'ines',
    (to) => to.from('sources').insert({ name: 'Avis', kind: 'api' })
  ],
  ['a missing grant of nobody', '42501', 401, 'anon', (to) => to.from('verbatims').select('id')],
  [
    'a function that asks for something else',
    'PT400',
    400,
    'claire',
    (to) => to.rpc('verbatim_counts', { since: '2026-03-01', until: '2026-03-31', slice: 'hour' })
  ],
  ['a function that refuses', 'PT403', 403, 'ines', (to) => to.rpc('approve_verbatim', { verbatim: HELD })],
  [
    'a function that finds nothing',
    'PT404',
    404,
    'helene',
    (to) => to.rpc('approve_verbatim', { verbatim: idOf('nothing') })
  ],
  [
    'a function that is too late',
    'PT409',
    409,
    'service',
    (to) =>
      to.rpc('create_company', {
        company: 'A',
        first_team: 'B',
        administrator: 'C',
        administrator_email: 'c@d.example',
        administrator_user: idOf('c')
      })
  ]
];
