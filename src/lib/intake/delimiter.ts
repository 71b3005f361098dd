/**
 * In order of preference when two explain a file equally well: a decimal or a name may hold a comma, never a
 * tab.
 */
const DELIMITERS = ['\t', ';', '|', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const ROWS_LOOKED_AT = 200;
const ROWS_THAT_PROVE = 10;

/**
 * The separator of a table, from its first characters: the one that cuts the following rows into as many
 * cells as the first row, outside quotes. '' when the first row holds none of the four: a table of one
 * column. `complete` says that `head` is the whole file; if not, its last and cut row is left out.
 */
export function guessDelimiter(head: string, complete: boolean): Delimiter | '' {
  const [first, ...rows] = countDelimiters(head, complete);
  if (!first) return '';
  const scores = DELIMITERS.map((_, i) =>
    score(
      first[i]!,
      rows.map((row) => row[i]!)
    )
  );
  const highest = Math.max(...scores);
  if (highest < 0) return '';
  const best = DELIMITERS[scores.indexOf(highest)]!;
  return highest < 0.5 && mayBeProse(head, best, rows.length) ? '' : best;
}

/** The share of rows with as many delimiters as the first; -1 when the first has none. */
function score(first: number, rows: number[]): number {
  if (first === 0) return -1;
  return rows.length === 0 ? 1 : rows.filter((count) => count === first).length / rows.length;
}

/**
 * The only heading may be a question that holds a comma; the prose under it then agrees with it by chance
 * only.
 */
function mayBeProse(head: string, delimiter: Delimiter, rows: number): boolean {
  if (rows === 0 || delimiter === '\t' || delimiter === '|') return false;
  const [firstLine] = head.trimStart().split(/[\r\n]/, 1);
  return rows >= ROWS_THAT_PROVE || firstLine!.includes(`${delimiter} `);
}

/** For each row, how often each delimiter occurs outside quotes. Blank rows are left out. */
function countDelimiters(head: string, complete: boolean): number[][] {
  const rows: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let fieldStart = true;
  let quoted = false;
  let blank = true;
  for (let at = 0; at < head.length && rows.length <= ROWS_LOOKED_AT; at++) {
    const char = head[at]!;
    if (quoted) {
      if (char !== '"') continue;
      if (head[at + 1] === '"') at++;
      else quoted = false;
      continue;
    }
    const column = (DELIMITERS as readonly string[]).indexOf(char);
    if (column >= 0) {
      counts[column]!++;
    } else if (char === '\n' || char === '\r') {
      if (!blank) rows.push(counts);
      counts = DELIMITERS.map(() => 0);
      blank = true;
      fieldStart = true;
      continue;
    } else if (char === '"' && fieldStart) {
      quoted = true;
    }
    fieldStart = column >= 0;
    if (column >= 0 || char.trim() !== '') blank = false;
  }
  if (!blank && !quoted && (complete || rows.length === 0)) rows.push(counts);
  return rows;
}
