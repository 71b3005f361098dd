/** Why a row of a file is not imported; the interface has one sentence for each. */
export type RefusalReason =
  | 'cell_count'
  | 'cell_too_long'
  | 'no_text'
  | 'bad_rating'
  | 'bad_date'
  | 'future_date'
  | 'text_too_long'
  | 'unknown_team'
  | 'unknown_step';

/** A row of a table; `line` is the 1-based physical line of the file where it starts. */
export interface TableRow {
  line: number;
  cells: string[];
}

export interface RefusedRow {
  line: number;
  refused: RefusalReason;
}
