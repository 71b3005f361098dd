import { ACTORS, SHOPS, type Actor } from './cast';
import { commentOf, idOf, linkOf, personOf, teamOf, verbatimOf, waveOf } from './names';

export type Expectation = Record<Actor, string>;

/**
 * Who reaches which rows. Letters: Select, Insert, Update, Delete.
 * Capital: every row. Small: some rows. `-`: the verb is granted, but no row answers to it. `.`: not granted.
 * (Thomas can insert every person but himself: without his own row he is nobody.)
 */
export const RELATIONS = readMatrix(`
                    anon  stranger  paul  ines  youssef  lea   helene  claire  thomas  service
  teams             ....  ----      ----  S---  S---     S---  S---    S---    SIUD    SIUD
  people            ....  ----      ----  s---  s---     s---  s---    s---    SiUD    SIUD
  audit_log         ....  -...      -...  -...  -...     -...  -...    -...    S...    S...
  journey_steps     ....  ----      ----  S---  S---     S---  S---    S---    SIUD    SIUD
  sources           ....  ----      ----  S---  S---     S---  SI--    S---    SIUD    SIUD
  verbatims         ....  -...      -...  s...  s...     s...  S...    s...    S...    SIUD
  corrections       ....  -...      -...  -...  -...     -...  S...    -...    S...    S...
  daily_rollups     ....  -...      -...  s...  s...     s...  S...    S...    S...    S...
  team_rollups      ....  -...      -...  s...  s...     s...  S...    S...    S...    S...
  imports           ....  -...      -...  -...  -...     -...  S...    -...    S...    SIUD
  import_refusals   ....  -...      -...  -...  -...     -...  S...    -...    S...    SIUD
  wall_cards        ....  ....      ....  ....  ....     ....  ....    ....    ....    S...
  sign_in_failures  ....  ....      ....  ....  ....     ....  ....    ....    ....    S..D
  jobs              ....  ....      ....  ....  ....     ....  ....    ....    ....    S...
  questions         ....  ----      ----  S---  S---     S---  S---    S---    SIUD    S...
  wave_plans        ....  ----      ----  ----  ----     ----  ----    S---    SIUD    SIU.
  waves             ....  ----      ----  S---  S---     S---  S---    S---    Siud    SI..
  wave_questions    ....  ----      ----  S---  S---     S---  S---    S---    Siud    SI..
  wave_teams        ....  -...      -...  S...  S...     S...  S...    S...    S...    S...
  roster            ....  ....      ....  ....  ....     ....  ....    ....    ....    ....
  answer_links      ....  ....      ....  ....  ....     ....  ....    ....    ....    ....
  answer_inbox      ....  ....      ....  ....  ....     ....  ....    ....    ....    ....
  comment_inbox     ....  ....      ....  ....  ....     ....  ....    ....    ....    ....
  answers           ....  ....      ....  ....  ....     ....  ....    ....    ....    ....
  cells             ....  -...      -...  s...  s...     s...  s...    S...    s...    S...
  participation     ....  -...      -...  s...  s...     s...  s...    S...    S...    S...
  comment_moods     ....  -...      -...  -...  s...     s...  -...    S...    -...    S...
  comments          ....  -...      -...  -...  s...     s...  s...    s...    -...    ....
  team_actions      ....  ----      ----  s---  siud     siud  s---    SIUD    s---    SI..
`);

/** Columns that people may not read of a table they may read otherwise. */
export const WITHHELD: Record<string, string[]> = { verbatims: ['fingerprint', 'raw_text'] };

/**
 * Who may call what. `X`: it does its work. `-`: it has nothing to say to the caller. `!`: it refuses the caller by
 * itself, with PT403. `.`: the caller may not execute it.
 */
export const FUNCTIONS = readMatrix(`
                                                     anon stranger paul ines youssef lea helene claire thomas service
  me()                                               .    -        -    X    X       X   X      X      X      .
  verbatim_counts(date,date,text,uuid[],uuid,text)   .    -        -    X    X       X   X      X      X      X
  search_verbatims(text,text,uuid[],uuid,text,text,date,date,date,uuid,date,uuid,integer)
                                                     .    -        -    X    X       X   X      X      X      .
  approve_verbatim(uuid)                             .    !        !    !    !       !   X      !      X      .
  hide_verbatim(uuid)                                .    !        !    !    !       !   X      !      X      .
  hold_verbatim(uuid)                                .    !        !    !    !       !   X      !      X      .
  correct_sentiment(uuid,text)                       .    !        !    !    !       !   X      !      X      .
  answer_verbatim(uuid,uuid,text)                    .    !        !    !    !       !   X      !      X      .
  verbatim_original(uuid)                            .    !        !    !    !       !   X      !      X      .
  store_verbatims(uuid,jsonb)                        .    .        .    .    .       .   .      .      .      X
  store_import_batch(uuid,bigint,jsonb,jsonb)        .    .        .    .    .       .   .      .      .      X
  wall_changes(timestamptz,integer)                  .    .        .    .    .       .   .      .      .      X
  begin_sign_in(text,text)                           .    .        .    .    .       .   .      .      .      X
  finish_sign_in(bigint)                             .    .        .    .    .       .   .      .      .      X
  lease_job(text,interval)                           .    .        .    .    .       .   .      .      .      X
  finish_job(text,interval,text)                     .    .        .    .    .       .   .      .      .      X
  create_company(text,text,text,text,uuid)           .    .        .    .    .       .   .      .      .      X
  private.my_person()                                .    -        -    X    X       X   X      X      X      -
  private.my_role()                                  .    -        -    X    X       X   X      X      X      -
  private.i_am(text[])                               .    -        -    X    X       X   X      X      X      -
  private.my_teams()                                 .    -        -    X    X       X   X      X      X      -
  private.team_and_below(uuid)                       .    X        X    X    X       X   X      X      X      X
  private.find_verbatims(text,text,uuid[],uuid,text,text,date,date,date,uuid,date,uuid,integer)
                                                     .    -        -    X    X       X   X      X      X      .
  private.search_query(text,regconfig)               .    .        .    .    .       .   .      .      .      .
  private.note_act(text,text,text,jsonb)             .    .        .    .    .       .   .      .      .      .
  private.require_moderator()                        .    .        .    .    .       .   .      .      .      .
  private.move_verbatim(uuid,text,text)              .    .        .    .    .       .   .      .      .      .
  private.add_to_rollups(private.counted[])          .    .        .    .    .       .   .      .      .      .
  private.keep_count_of_erased()                     .    .        .    .    .       .   .      .      .      .
  private.refuse_team_cycle()                        .    .        .    .    .       .   .      .      .      .
  private.identify_verbatim()                        .    .        .    .    .       .   .      .      .      .
  private.number_change()                            .    .        .    .    .       .   .      .      .      .
  private.count_arrivals()                           .    .        .    .    .       .   .      .      .      .
  private.count_changes()                            .    .        .    .    .       .   .      .      .      .
  private.count_departures()                         .    .        .    .    .       .   .      .      .      .
  private.note_import()                              .    .        .    .    .       .   .      .      .      .
  private.poke()                                     .    .        .    .    .       .   .      .      .      .
  launch_wave(uuid,timestamptz)                      .    .        .    .    .       .   .      .      .      X
  cancel_wave(uuid)                                  .    !        !    !    !       !   !      !      X      .
  wave_recipients(uuid,text,uuid,integer,timestamptz)
                                                     .    .        .    .    .       .   .      .      .      X
  store_answer_links(uuid,jsonb)                     .    .        .    .    .       .   .      .      .      X
  note_messages(uuid,text,uuid[],timestamptz)        .    .        .    .    .       .   .      .      .      X
  note_links_handed_out(uuid)                        .    !        !    !    !       !   !      !      X      .
  answer_wave(uuid,jsonb,text)                       .    -        -    X    X       X   X      X      X      .
  my_waves()                                         .    -        -    X    X       X   X      X      X      .
  answer_by_link(text,jsonb,text)                    .    .        .    .    .       .   .      .      .      X
  open_link(text)                                    .    .        .    .    .       .   .      .      .      X
  store_answers(uuid,jsonb,timestamptz)              .    .        .    .    .       .   .      .      .      X
  close_wave(uuid,timestamptz)                       .    .        .    .    .       .   .      .      .      X
  closed_wave(uuid)                                  .    .        .    .    .       .   .      .      .      X
  publish_wave(uuid,jsonb,timestamptz)               .    .        .    .    .       .   .      .      .      X
  release_comment(uuid,text)                         .    !        !    !    !       !   X      !      !      .
  withhold_comment(uuid)                             .    !        !    !    !       !   X      !      !      .
  private.my_pulse_teams()                           .    -        -    X    X       X   X      X      X      .
  private.days_before_first_wave()                   .    .        .    .    .       .   .      .      .      .
  private.lies_below(uuid,uuid[])                    .    .        .    .    .       .   .      .      .      .
  private.accept_answer(uuid,uuid,jsonb,text,timestamptz)
                                                     .    .        .    .    .       .   .      .      .      .
  private.check_answers(uuid,jsonb,text)             .    .        .    .    .       .   .      .      .      .
  private.forget_answering(uuid)                     .    .        .    .    .       .   .      .      .      .
  private.forget_closed(uuid)                        .    .        .    .    .       .   .      .      .      .
  private.wave_ancestry(uuid)                        .    .        .    .    .       .   .      .      .      .
  private.refuse_revealing(uuid,private.atom[],private.figure[],integer)
                                                     .    .        .    .    .       .   .      .      .      .
  private.read_figures(jsonb)                        .    .        .    .    .       .   .      .      .      .
  private.read_teams(jsonb)                          .    .        .    .    .       .   .      .      .      .
  private.publish_cells(uuid,private.figure[],private.figure[])
                                                     .    .        .    .    .       .   .      .      .      .
  private.publish_participation(uuid,private.figure[])
                                                     .    .        .    .    .       .   .      .      .      .
  private.place_comments(uuid,private.figure[],jsonb,integer)
                                                     .    .        .    .    .       .   .      .      .      .
  private.settle_comment(uuid,text,text)             .    .        .    .    .       .   .      .      .      .
  private.keep_launched_wave()                       .    .        .    .    .       .   .      .      .      .
  private.keep_asked_question()                      .    .        .    .    .       .   .      .      .      .
  private.keep_published()                           .    .        .    .    .       .   .      .      .      .
`);

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
  'private.my_pulse_teams()': `select private.my_pulse_teams()`
};

/** Reads rows of `name word word ...` under a heading of the actors; a long name may stand on a line of its own. */
function readMatrix(text: string): Record<string, Expectation> {
  const words = text.trim().split(/\s+/);
  const heading = words.splice(0, ACTORS.length);
  if (heading.join() !== ACTORS.join()) throw new Error(`The matrix needs the columns ${ACTORS.join(', ')}`);
  const matrix: Record<string, Expectation> = {};
  for (let i = 0; i < words.length; i += ACTORS.length + 1) {
    const cells = ACTORS.map((actor, n) => [actor, words[i + 1 + n] ?? 'missing']);
    matrix[words[i] ?? ''] = Object.fromEntries(cells) as Expectation;
  }
  return matrix;
}
