import { CAST, TEAMS } from '../../src/lib/demo/company';
import type { Database } from '../support/engines';
import { ACTORS, caller, STATUSES, teamOf, type Actor } from './cast';
import { PULSE_LABELS, PULSE_SIGHTS } from './pulse-sights';
import { SCREEN_LABELS, SCREEN_SIGHTS } from './screens-sights';
import { SYMMETRY_LABELS, SYMMETRY_SIGHTS } from './symmetry-sights';

/**
 * What somebody sees of a table, and by that what they do not: the answer must be exactly this.
 * Kept as data, so that the same sentences can be asked again of a database whose policies were tampered with.
 */
export interface Sight {
  title: string;
  who: Actor;
  of: string;
  sees: string[];
}

/** One word per row, from columns that everybody who may read the table may read. */
const LABELS: Record<string, string> = {
  verbatims: 'external_id',
  people: 'full_name',
  teams: 'slug',
  daily_rollups: `coalesce(team_id::text, 'no team')`,
  team_rollups: `coalesce(team_id::text, 'no team')`,
  closed_month_rollups: `coalesce(team_id::text, 'no team')`,
  journey_steps: 'slug',
  sources: 'name',
  audit_log: 'action',
  corrections: 'sentiment',
  imports: 'file_name',
  import_refusals: 'reason',
  sentiment_models: 'report::text',
  sentiment_choices: 'pinned::text',
  retaggings: 'status',
  ...PULSE_LABELS,
  ...SYMMETRY_LABELS,
  ...SCREEN_LABELS
};

const every = (team: string) => STATUSES.map((status) => `${team} ${status}`);
const ALL_VERBATIMS = [...every('nantes'), ...every('strasbourg'), ...every('no team'), 'rennes approved'];
const ALL_TEAMS = TEAMS.map(({ slug }) => slug);
const ALL_PEOPLE = [...Object.values(CAST).map(({ name }) => name), 'Nora Petit'];
const ALL_COUNTED = ['nantes', 'no team', 'rennes', 'strasbourg'];
const JOURNEY = ['discovery', 'advice', 'payment', 'delivery', 'use', 'service', 'refund'];
const SOURCES = ['Questionnaire en boutique', 'Site web'];

const VERBATIMS: Sight[] = [
  sight(
    'Youssef sees what is approved in his region, not what is held there, nor Strasbourg, nor what has no team',
    'youssef',
    'verbatims',
    ['nantes approved', 'rennes approved']
  ),
  sight('Léa sees what is approved in Strasbourg, and nothing of Nantes', 'lea', 'verbatims', [
    'strasbourg approved'
  ]),
  sight(
    'Inès sees what is approved for her own shop, not for the other shops of the region',
    'ines',
    'verbatims',
    ['nantes approved']
  ),
  sight(
    'Claire sees what is approved everywhere, with or without a team, and nothing held or hidden',
    'claire',
    'verbatims',
    ['nantes approved', 'strasbourg approved', 'no team approved', 'rennes approved']
  ),
  sight('Hélène sees every verbatim in every status', 'helene', 'verbatims', ALL_VERBATIMS),
  sight('Thomas sees every verbatim in every status', 'thomas', 'verbatims', ALL_VERBATIMS),
  sight('Paul, who has left, sees no verbatim', 'paul', 'verbatims', []),
  sight('a stranger with an account sees no verbatim', 'stranger', 'verbatims', [])
];

const PEOPLE: Sight[] = [
  sight('Youssef sees the people of his region, those who have left included', 'youssef', 'people', [
    'Youssef Karam',
    'Inès Morel',
    'Paul Garnier'
  ]),
  sight('Léa sees the people of Strasbourg alone', 'lea', 'people', ['Léa Fontaine']),
  sight('Inès sees herself alone', 'ines', 'people', ['Inès Morel']),
  sight('Hélène sees herself alone', 'helene', 'people', ['Hélène Dubreuil']),
  sight('Claire sees herself alone', 'claire', 'people', ['Claire Bellerive']),
  sight('Thomas sees everybody', 'thomas', 'people', ALL_PEOPLE),
  sight('Paul sees nobody, not even himself', 'paul', 'people', []),
  sight('a stranger sees nobody', 'stranger', 'people', [])
];

const COUNTS: Sight[] = ['daily_rollups', 'team_rollups', 'closed_month_rollups'].flatMap((of) => [
  sight(`Youssef sees in ${of} the counts of his region`, 'youssef', of, ['nantes', 'rennes']),
  sight(`Léa sees in ${of} the counts of Strasbourg`, 'lea', of, ['strasbourg']),
  sight(`Inès sees in ${of} the counts of her shop`, 'ines', of, ['nantes']),
  ...(['claire', 'helene', 'thomas'] as const).map((who) =>
    sight(`${who} sees in ${of} every count, without a team included`, who, of, ALL_COUNTED)
  ),
  sight(`Paul sees in ${of} no count`, 'paul', of, []),
  sight(`a stranger sees in ${of} no count`, 'stranger', of, [])
]);

/** What everybody of the company sees whole, and who has left or never was of it does not see at all. */
const COMPANY: Sight[] = ACTORS.filter((who) => who !== 'anon' && who !== 'service').flatMap((who) => {
  const outside = who === 'paul' || who === 'stranger';
  return [
    sight(`${who} sees ${outside ? 'no' : 'every'} team`, who, 'teams', outside ? [] : ALL_TEAMS),
    sight(
      `${who} sees ${outside ? 'no' : 'every'} step of the journey`,
      who,
      'journey_steps',
      outside ? [] : JOURNEY
    ),
    sight(`${who} sees ${outside ? 'no' : 'every'} source`, who, 'sources', outside ? [] : SOURCES)
  ];
});

/** What moderators or administrators alone see. */
const BACKSTAGE: Sight[] = ACTORS.filter((who) => who !== 'anon' && who !== 'service').flatMap((who) => {
  const moderates = who === 'helene' || who === 'thomas';
  const can = (may: boolean) => (may ? 'follows' : 'can not see');
  return [
    sight(
      `${who} ${can(who === 'thomas')} the audit log`,
      who,
      'audit_log',
      who === 'thomas' ? ['import', 'sign_in'] : []
    ),
    sight(`${who} ${can(moderates)} the corrections`, who, 'corrections', moderates ? ['positive'] : []),
    sight(`${who} ${can(moderates)} the imports`, who, 'imports', moderates ? ['mars.csv'] : []),
    sight(`${who} ${can(moderates)} refused lines`, who, 'import_refusals', moderates ? ['no text'] : []),
    sight(
      `${who} ${can(who === 'thomas')} what was taught`,
      who,
      'sentiment_models',
      who === 'thomas' ? ['{}'] : []
    ),
    sight(
      `${who} ${can(who === 'thomas')} which model tags`,
      who,
      'sentiment_choices',
      who === 'thomas' ? ['false'] : []
    ),
    sight(
      `${who} ${can(who === 'thomas')} the reading of the past`,
      who,
      'retaggings',
      who === 'thomas' ? ['done'] : []
    )
  ];
});

export const SIGHTS: Sight[] = [
  ...VERBATIMS,
  ...PEOPLE,
  ...COUNTS,
  ...COMPANY,
  ...BACKSTAGE,
  ...PULSE_SIGHTS,
  ...SYMMETRY_SIGHTS,
  ...SCREEN_SIGHTS
];

/** What the person of a sight sees now, in alphabetical order. Needs an open transaction. */
export async function look(db: Database, { who, of }: Sight): Promise<string[]> {
  const label = LABELS[of];
  if (!label) throw new Error(`Say in LABELS what names a row of ${of}`);
  const rows = await db.as(caller(who), (sql) =>
    sql<{ label: string }>(`select distinct ${label} as label from public.${of}`)
  );
  return rows.map((row) => SLUGS.get(row.label) ?? row.label).sort();
}

/** The verbatims that somebody sees now. */
export function seenBy(db: Database, who: Actor): Promise<string[]> {
  return look(db, sight('', who, 'verbatims', []));
}

const SLUGS = new Map(ALL_TEAMS.map((slug) => [teamOf(slug), slug]));

function sight(title: string, who: Actor, of: string, sees: string[]): Sight {
  return { title, who, of, sees: [...sees].sort() };
}
