import { ACTORS, type Actor } from './cast';
import { SCREEN_FUNCTIONS } from './screens-expectations';

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
  pulse_rollups     ....  -...      -...  s...  s...     s...  s...    S...    s...    S...
  closed_months     ....  -...      -...  S...  S...     S...  S...    S...    S...    S...
  closed_month_rollups
                    ....  -...      -...  s...  s...     s...  S...    S...    S...    S...
  symmetry_targets  ....  --..      --..  --..  S-..     S-..  --..    Si..    S-..    SI..
  events            ....  --.-      --.-  s-.-  s-.-     s-.-  s-.-    Si.D    s-.-    SI..
  leader_guesses    ....  ---.      ---.  ---.  ---.     ---.  ---.    siu.    ---.    .I..
  leader_beliefs    ....  -...      -...  -...  -...     -...  -...    S...    -...    S...
  sentiment_models  ....  -...      -...  -...  -...     -...  -...    -...    S...    S...
  sentiment_choices ....  -...      -...  -...  -...     -...  -...    -...    S...    S...
  retaggings        ....  -...      -...  -...  -...     -...  -...    -...    S...    S.U.
  screens           ....  -...      -...  -...  -...     -...  S...    -...    S...    S...
  screen_beats      ....  -...      -...  -...  -...     -...  S...    -...    S...    S...
  wall_control      ....  -...      -...  -...  -...     -...  S...    -...    S...    S...
  screen_pairings   ....  ....      ....  ....  ....     ....  ....    ....    ....    ....
`);

/** Columns that people may not read of a table they may read otherwise. */
export const WITHHELD: Record<string, string[]> = {
  verbatims: ['fingerprint', 'raw_text'],
  sentiment_models: ['packed'],
  screens: ['token_hash']
};

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
  take_back_correction(uuid)                         .    !        !    !    !       !   X      !      X      .
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
  symmetry_months(date,date,uuid[],uuid,text)        .    -        -    X    X       X   X      X      X      X
  customers_in_quarter(date)                         .    -        -    X    X       X   X      X      X      .
  close_month(date,timestamptz)                      .    .        .    .    .       .   .      .      .      X
  late_verbatims(date,date)                          .    !        !    !    !       !   !      X      X      .
  recount_months(date[])                             .    !        !    !    !       !   !      X      X      .
  close_guesses(timestamptz)                         .    .        .    .    .       .   .      .      .      X
  private.running_quarters()                         .    X        X    X    X       X   X      X      X      .
  private.agreement_variance(integer[])              .    .        .    .    .       .   .      .      .      .
  private.sums_of_cells(cells[])                      .    .        .    .    .       .   .      .      .      .
  private.add_up_cells()                             .    .        .    .    .       .   .      .      .      .
  private.copy_month(date)                           .    .        .    .    .       .   .      .      .      .
  private.require_overview()                         .    .        .    .    .       .   .      .      .      .
  choose_sentiment_model(bigint,boolean)             .    !        !    !    !       !   !      !      X      .
  store_sentiment_model(text,jsonb,boolean)          .    .        .    .    .       .   .      .      .      X
  sentiment_material(timestamptz)                    .    !        !    !    !       !   !      !      X      X
  sentiment_lessons(date,uuid,integer)               .    .        .    .    .       .   .      .      .      X
  hasten_job(text)                                   .    .        .    .    .       .   .      .      .      X
  request_retagging()                                .    !        !    !    !       !   !      !      X      .
  cancel_retagging(bigint)                           .    !        !    !    !       !   !      !      X      .
  texts_to_retag(uuid,integer)                       .    .        .    .    .       .   .      .      .      X
  store_tags(bigint,uuid,integer,jsonb)              .    .        .    .    .       .   .      .      .      X
  private.corrected_score(text,real)                 .    .        .    .    .       .   .      .      .      .
  private.apply_correction()                         .    .        .    .    .       .   .      .      .      .
  private.forget_corrected_text()                    .    .        .    .    .       .   .      .      .      .
  private.require_administrator()                    .    .        .    .    .       .   .      .      .      .
${SCREEN_FUNCTIONS}`);

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
