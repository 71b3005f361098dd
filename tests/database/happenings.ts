import fc from 'fast-check';
import type { Database } from '../support/engines';
import { SHOPS, teamOf, WEBSITE } from './cast';

export const MARCH = ['2026-03-01', '2026-03-02', '2026-03-31', '2026-04-01'];
const TEAM_IDS = [teamOf('nantes'), teamOf('strasbourg'), null];
const CHANNELS = ['shop', 'web', null];
const SENTIMENTS = ['positive', 'neutral', 'negative', null];
const SCALES = [
  ['0-10', 9],
  ['0-10', 6],
  ['0-10', 8],
  ['1-5', 4],
  ['1-10', 2],
  [null, null]
] as const;

/** Row `n` of a small world, whose every value is chosen by the digits of `seed`. */
export function row(n: number, day: string | null, seed: number) {
  const [rating_scale, rating] = SCALES[seed % SCALES.length]!;
  const sentiment = SENTIMENTS[seed % SENTIMENTS.length]!;
  return {
    external_id: `random ${n}`,
    raw_text: `texte ${n}`,
    language: 'fr',
    said_on: day,
    rating_scale,
    rating,
    channel: CHANNELS[(seed >> 1) % CHANNELS.length],
    team_id: TEAM_IDS[(seed >> 2) % TEAM_IDS.length],
    step_slug: ['payment', 'refund', null][(seed >> 3) % 3],
    status: sentiment === null ? 'received' : ['held', 'approved', 'hidden'][seed % 3],
    ...(sentiment === null ? {} : { text: `texte ${n}`, sentiment, score: 0, confidence: 0.5 })
  };
}

/** Stores rows of `row` in a source. */
export const STORE = `
  select * from public.store_verbatims($1, (
    select jsonb_agg(given || jsonb_build_object('step_id', (select id from public.journey_steps where slug = given ->> 'step_slug')))
    from jsonb_array_elements($2) as given))`;

/** What a step does: `of` tells the rows by the last digit of their number, so that one statement changes several. */
export type Step =
  | { kind: 'store'; source: string; rows: ReturnType<typeof row>[] }
  | { kind: 'upsert'; rows: ReturnType<typeof row>[] }
  | { kind: 'change'; of: number[]; set: string }
  | { kind: 'delete'; of: number[] };

/** Whatever a change may touch that counts, or stop counting. */
export const CHANGES = [
  `sentiment = 'negative', text = 'x', score = 0, confidence = 1`,
  `status = 'erased', raw_text = null, text = null`,
  `status = case when sentiment is null then 'received' else 'hidden' end, text = coalesce(text, 'x')`,
  `status = case when sentiment is null then 'received' else 'approved' end, text = coalesce(text, 'x')`,
  `team_id = null`,
  `team_id = '${teamOf('nantes')}'`,
  `step_id = null`,
  `channel = null`,
  `said_on = '2026-03-31'`,
  `said_on = null`,
  `rating = 10, rating_scale = '0-10'`,
  `rating = null, rating_scale = null`,
  `sentiment = null, status = 'received'`
];

const OF = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
const ROWS = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 19 }), fc.constantFrom(...MARCH, null), fc.nat(200))
    .map(([n, day, seed]) => row(n, day, seed)),
  { minLength: 1, maxLength: 8 }
);
export const STEP: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('store' as const), source: fc.constantFrom(SHOPS, WEBSITE), rows: ROWS }),
  fc.record({ kind: fc.constant('upsert' as const), rows: ROWS }),
  fc.record({
    kind: fc.constant('change' as const),
    of: OF,
    set: fc.constantFrom(...CHANGES)
  }),
  fc.record({ kind: fc.constant('delete' as const), of: OF })
);

export async function perform(db: Database, step: Step): Promise<void> {
  const some = (of: number[]) => `external_id ~ 'random .*[${of.join('')}]( upserted)?$'`;
  switch (step.kind) {
    case 'store':
      await db.sql(STORE, [step.source, step.rows]);
      return;
    case 'upsert':
      // A statement that inserts and updates at once fires the triggers of both.
      await db.sql(
        `insert into public.verbatims (id, source_id, external_id, raw_text, text, said_on, rating, rating_scale, channel,
           team_id, status, sentiment, score, confidence)
         select distinct on (external_id) md5(external_id)::uuid, $1, external_id || ' upserted', raw_text, text, said_on,
           rating, rating_scale, channel, team_id, status, sentiment, score, confidence
         from jsonb_to_recordset($2) as given (external_id text, raw_text text, text text, said_on date, rating numeric,
           rating_scale text, channel text, team_id uuid, status text, sentiment text, score real, confidence real)
         on conflict (id) do update set team_id = excluded.team_id, sentiment = excluded.sentiment, text = excluded.text,
           status = excluded.status, score = excluded.score, confidence = excluded.confidence`,
        [SHOPS, step.rows]
      );
      return;
    case 'change':
      await db.sql(`update public.verbatims set ${step.set} where ${some(step.of)}`);
      return;
    case 'delete':
      await db.sql(`delete from public.verbatims where ${some(step.of)}`);
  }
}
