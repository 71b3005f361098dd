import { parse } from 'csv-parse/sync';

/** The files of one language as they stand: CSV under a header of `#` lines that explains the columns. */
export interface LexiconFiles {
  words: string;
  idioms: string;
  grammar: string;
}

/** A row of `words.csv`. */
export interface WordRow {
  /** Forms as spelt, the lemma first. */
  forms: string[];
  class: 'a' | 'n' | 'v' | 'w' | '=';
  /** [-4, 4] */
  weight: number;
  /** Weight under a negation, null where turning the sign is enough. */
  negated: number | null;
}

/** A row of `idioms.csv`. */
interface IdiomRow {
  /** As the file has it: `*` is at most one word, `{a|b}` either. */
  idiom: string;
  /** Every way to say it, `*` left as it is. */
  spellings: string[];
  /** [-4, 4] */
  weight: number;
}

const ROLES = [
  'negator',
  'after',
  'ne',
  'with-ne',
  'plus',
  'after-plus',
  'between',
  'lessening',
  'degree',
  'barrier',
  'contrast',
  'concession',
  'never',
  'so',
  'mocking'
] as const;

/** A row of `grammar.csv`. */
export interface GrammarRow {
  /** Without accents; several words where it is an expression. */
  word: string;
  role: (typeof ROLES)[number];
  /** Words of reach of a negator, factor of a degree, 0 for the others. */
  value: number;
}

export interface Lexicon {
  words: WordRow[];
  idioms: IdiomRow[];
  grammar: GrammarRow[];
}

/**
 * Reads the files of a language.
 *
 * @throws Error that names the line and what is wrong with it
 */
export function readLexicon(files: LexiconFiles): Lexicon {
  return {
    words: rowsOf(files.words, ['word', 'class', 'weight', 'negated'], wordRow),
    idioms: rowsOf(files.idioms, ['idiom', 'weight'], ([idiom = '', weight]) => ({
      idiom: present(idiom),
      spellings: spellingsOf(idiom),
      weight: weightOf(weight)
    })),
    grammar: rowsOf(files.grammar, ['word', 'role', 'value'], grammarRow)
  };
}

/** Emoji -> weight, from `emoji.csv`. @throws Error that names the line and what is wrong with it */
export function readEmoji(file: string): Map<string, number> {
  return new Map(
    rowsOf(file, ['emoji', 'weight'], ([emoji = '', weight]) => [present(emoji), weightOf(weight)] as const)
  );
}

function rowsOf<Row>(file: string, columns: string[], read: (cells: string[]) => Row): Row[] {
  const records = parse(file, { comment: '#', info: true, relax_column_count: true, skip_empty_lines: true });
  const [head, ...rows] = records as unknown as { record: string[]; info: { lines: number } }[];
  if (head?.record.join() !== columns.join())
    throw new Error(`The first row must be ${columns.join()}, not ${head?.record.join() ?? 'missing'}.`);
  return rows.map(({ record, info }) => {
    try {
      if (record.length !== columns.length)
        throw new Error(`has ${record.length} cells instead of ${columns.length} (${columns.join()})`);
      return read(record);
    } catch (error) {
      throw new Error(`Line ${info.lines} (${record.join()}): ${(error as Error).message}`, { cause: error });
    }
  });
}

/** "se {fiche|moque} de moi" -> "se fiche de moi", "se moque de moi". */
function spellingsOf(idiom: string): string[] {
  const [whole, before = '', choices, after = ''] = /^([^{}]*)\{([^{}]*)\}(.*)$/.exec(idiom) ?? [];
  if (whole === undefined || choices === undefined) {
    if (/[{}|]/.test(idiom)) throw new Error('a choice is written {one|other}');
    return [idiom];
  }
  return choices.split('|').flatMap((choice) => spellingsOf(`${before}${choice}${after}`));
}

function wordRow([word = '', kind = '', weight, negated]: string[]): WordRow {
  if (!isClass(kind)) throw new Error(`the class must be a, n, v, w or =, not "${kind}"`);
  return {
    forms: present(word).split(' '),
    class: kind,
    weight: weightOf(weight),
    negated: negated === '' ? null : weightOf(negated)
  };
}

function isClass(kind: string): kind is WordRow['class'] {
  return ['a', 'n', 'v', 'w', '='].includes(kind);
}

function grammarRow([word = '', role = '', value = '']: string[]): GrammarRow {
  const known = ROLES.find((each) => each === role);
  if (!known) throw new Error(`the role must be one of ${ROLES.join(', ')}, not "${role}"`);
  const valued = known === 'negator' || known === 'degree';
  if (valued !== (value !== '' && Number(value) > 0))
    throw new Error(`a ${role} has ${valued ? 'a value above 0' : 'no value'}, not "${value}"`);
  return { word: present(word), role: known, value: Number(value) };
}

function weightOf(cell = ''): number {
  const weight = Number(cell);
  if (cell === '' || !(Math.abs(weight) <= 4)) throw new Error(`a weight is from -4 to 4, not "${cell}"`);
  return weight;
}

function present(cell: string): string {
  if (cell.trim() === '') throw new Error('the first cell is empty');
  return cell;
}
