/** Who may call what of the screens, as rows of the matrix in `expectations.ts`. */
export const SCREEN_FUNCTIONS = `
  pair_screen(text,text,jsonb)                       .    !        !    !    !       !   !      !      X      .
  set_screen(uuid,text,jsonb)                        .    !        !    !    !       !   !      !      X      .
  revoke_screen(uuid)                                .    !        !    !    !       !   !      !      X      .
  command_screen(uuid,text)                          .    !        !    !    !       !   !      !      X      .
  set_lease(integer)                                 .    !        !    !    !       !   !      !      X      .
  set_curtain(boolean)                               .    !        !    !    !       !   X      !      X      .
  curtain()                                          .    -        -    -    -       -   X      -      X      .
  say_to_all(text,text,integer)                      .    !        !    !    !       !   X      !      X      .
  clear_message()                                    .    !        !    !    !       !   X      !      X      .
  begin_pairing(text,text,text)                      .    .        .    .    .       .   .      .      .      X
  pairing_state(text)                                .    .        .    .    .       .   .      .      .      X
  claim_pairing(text,text)                           .    .        .    .    .       .   .      .      .      X
  note_beats(jsonb)                                  .    .        .    .    .       .   .      .      .      X
  screen_states(timestamptz)                         .    .        .    .    .       .   .      .      .      X
  private.retell_screens()                           .    .        .    .    .       .   .      .      .      .
  private.are_all(jsonb,jsonpath)                    .    .        .    .    .       .   .      .      .      .
  private.require_settings(jsonb)                    .    .        .    .    .       .   .      .      .      .
  private.require_wall_keeper()                      .    .        .    .    .       .   .      .      .      .
  private.require_free_name(text,uuid)               .    .        .    .    .       .   .      .      .      .
`;
