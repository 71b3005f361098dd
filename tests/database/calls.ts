import { SHOPS } from './cast';
import { commentOf, idOf, linkOf, personOf, teamOf, verbatimOf, waveOf } from './names';
import { SCREEN_CALLS } from './screens-cast';

const HELD = verbatimOf('nantes held');
const APPROVED = verbatimOf('nantes approved');
const SOMEWHERE = teamOf('nantes');
const OPEN = waveOf('open');
const COMMENT = commentOf('nantes waiting');

/** A call of each function that somebody may execute, on something that is there. */
export const CALLS: Record<string, string> = {
  'me()': `select * from public.me()`,
  'verbatim_counts(date,date,text,uuid[],uuid,text)': `select * from public.verbatim_counts('2026-03-01', '2026-03-31')`,
  'approve_verbatim(uuid)': `select public.approve_verbatim('${HELD}')`,
  'search_verbatims(text,text,uuid[],uuid,text,text,date,date,date,uuid,date,uuid,integer)': `select * from public.search_verbatims()`,
  'hold_verbatim(uuid)': `select public.hold_verbatim('${APPROVED}')`,
  'hide_verbatim(uuid)': `select public.hide_verbatim('${HELD}')`,
  'correct_sentiment(uuid,text)': `select public.correct_sentiment('${HELD}', 'negative')`,
  'take_back_correction(uuid)': `select public.take_back_correction('${APPROVED}')`,
  'answer_verbatim(uuid,uuid,text)': `select public.answer_verbatim('${HELD}', '${SOMEWHERE}', 'Réparé')`,
  'verbatim_original(uuid)': `select public.verbatim_original('${HELD}')`,
  'store_verbatims(uuid,jsonb)': `select * from public.store_verbatims('${SHOPS}', '[]')`,
  'store_import_batch(uuid,bigint,jsonb,jsonb)': `select public.store_import_batch('${idOf('import')}', 1, '[]', '[]')`,
  'wall_changes(timestamptz,integer)': `select * from public.wall_changes('-infinity')`,
  'begin_sign_in(text,text)': `select public.begin_sign_in('somebody', 'somewhere')`,
  'finish_sign_in(bigint)': `select public.finish_sign_in(1)`,
  'lease_job(text,interval)': `select public.lease_job('tidy', '1 minute')`,
  'finish_job(text,interval,text)': `select public.finish_job('tidy', '1 minute')`,
  'create_company(text,text,text,text,uuid)': `select public.create_company('A', 'B', 'C', 'c@d.example', null)`,
  'private.my_person()': `select private.my_person()`,
  'private.my_role()': `select private.my_role()`,
  'private.i_am(text[])': `select private.i_am('employee', 'manager', 'moderator', 'leadership', 'admin')`,
  'private.my_teams()': `select private.my_teams()`,
  'private.find_verbatims(text,text,uuid[],uuid,text,text,date,date,date,uuid,date,uuid,integer)': `select * from private.find_verbatims(null, null, null, null, null, null, null, null, null, null, null, null, 20)`,
  'private.team_and_below(uuid)': `select private.team_and_below('${SOMEWHERE}')`,
  'launch_wave(uuid,timestamptz)': `select public.launch_wave('${waveOf('due')}')`,
  'cancel_wave(uuid)': `select public.cancel_wave('${OPEN}')`,
  'wave_recipients(uuid,text,uuid,integer,timestamptz)': `select * from public.wave_recipients('${OPEN}', 'everybody')`,
  'store_answer_links(uuid,jsonb)': `select public.store_answer_links('${OPEN}', '[]')`,
  'note_messages(uuid,text,uuid[],timestamptz)': `select public.note_messages('${OPEN}', 'invitation', array['${personOf('ines')}'::uuid])`,
  'note_links_handed_out(uuid)': `select public.note_links_handed_out('${OPEN}')`,
  'answer_wave(uuid,jsonb,text)': `select nullif(public.answer_wave('${OPEN}', '{}'), 'unknown')`,
  'my_waves()': `select * from public.my_waves()`,
  'answer_by_link(text,jsonb,text)': `select nullif(public.answer_by_link('${linkOf('ines')}', '{}'), 'unknown')`,
  'open_link(text)': `select * from public.open_link('${linkOf('ines')}')`,
  'store_answers(uuid,jsonb,timestamptz)': `select * from public.store_answers('${OPEN}', '[{"person_id": "${personOf('ines')}", "answers": {}}]')`,
  'close_wave(uuid,timestamptz)': `select public.close_wave('${OPEN}', now() + interval '1 month')`,
  'closed_wave(uuid)': `select public.closed_wave('${waveOf('closed')}')`,
  'publish_wave(uuid,jsonb,timestamptz)': `select public.publish_wave('${waveOf('closed')}', '{}')`,
  'release_comment(uuid,text)': `select public.release_comment('${COMMENT}')`,
  'withhold_comment(uuid)': `select public.withhold_comment('${COMMENT}')`,
  'private.my_pulse_teams()': `select private.my_pulse_teams()`,
  'symmetry_months(date,date,uuid[],uuid,text)': `
    select nullif(public.symmetry_months('2026-03-01', '2026-03-31')::jsonb, '{"closed": {}, "cx": {}, "ex": {}, "asked": {}}')`,
  'customers_in_quarter(date)': `
    select nullif(positive + neutral + negative, 0) from public.customers_in_quarter('2026-01-01')`,
  'close_month(date,timestamptz)': `select public.close_month('2999-01-01')`,
  'late_verbatims(date,date)': `select count(*) from public.late_verbatims()`,
  'recount_months(date[])': `select public.recount_months('{2026-03-01}')`,
  'close_guesses(timestamptz)': `select public.close_guesses()`,
  'choose_sentiment_model(bigint,boolean)': `select public.choose_sentiment_model(null, true)`,
  'store_sentiment_model(text,jsonb,boolean)': `select public.store_sentiment_model('weights', '{}', false)`,
  'sentiment_material(timestamptz)': `select * from public.sentiment_material()`,
  'sentiment_lessons(date,uuid,integer)': `select public.sentiment_lessons(null, null, 10)`,
  'hasten_job(text)': `select public.hasten_job('tidy')`,
  'request_retagging()': `select public.request_retagging()`,
  'cancel_retagging(bigint)': `select public.cancel_retagging(1)`,
  'texts_to_retag(uuid,integer)': `select public.texts_to_retag(null, 10)`,
  'store_tags(bigint,uuid,integer,jsonb)': `select public.store_tags(1, '${HELD}', 0, '[]')`,
  ...SCREEN_CALLS,
  'private.running_quarters()': `select private.running_quarters()`
};
