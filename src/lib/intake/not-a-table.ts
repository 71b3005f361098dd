export type NotATableCode =
  'empty' | 'binary' | 'one_column_no_header' | 'unclosed_quote' | 'spreadsheet' | 'missing' | 'too_large';

/**
 * A file that cannot be read as a table. `code` is what the interface translates, `line` the 1-based line at
 * fault when there is one; the message, in English, says what happened and what to do.
 */
export class NotATable extends Error {
  override readonly name = 'NotATable';

  constructor(
    readonly code: NotATableCode,
    message: string,
    readonly line?: number
  ) {
    super(message);
  }
}
