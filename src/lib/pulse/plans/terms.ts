/** What is promised to those who are asked, of a plan and of a wave alike. */
export interface Terms {
  /** Teams, each with all below it; null for the whole company. */
  audience: string[] | null;
  /** From 1 to 28. */
  open_days: number;
  reminds: boolean;
  /** From 5: fewer answers are not shown. */
  k_score: number;
  /** From 10, and no less than `k_score`: fewer answers are not shown one by one, nor comments. */
  k_distribution: number;
}

/** What is wrong with a field of a form; said next to it. */
export type Problem =
  | 'name_missing'
  | 'name_long'
  | 'name_taken'
  | 'cadence_missing'
  | 'audience_missing'
  | 'audience_small'
  | 'day_wrong'
  | 'day_past'
  | 'open_days_range'
  | 'open_days_gap'
  | 'per_wave_range'
  | 'questions_missing'
  | 'questions_many'
  | 'questions_gone'
  | 'k_score_floor'
  | 'k_distribution_floor'
  | 'k_order';

/** The wrong fields of a form, by their names. */
export type Problems = Partial<Record<string, Problem>>;

/** A form that was read: what it says, as far as it can be told, and what is wrong with it. */
export interface Reading<Row> {
  row: Row;
  problems: Problems;
}

/** The floors are those of the tables: handbook, confidentiality. */
export const FLOORS = { k_score: 5, k_distribution: 10 };
export const LONGEST_OPEN = 28;
const LONGEST_NAME = 80;
/** Higher than any team: a threshold nobody reaches is a mistake in typing. */
const HIGHEST_THRESHOLD = 500;

/** Reads the fields `audience` (all or some), `team`, `open_days`, `reminds`, `k_score` and `k_distribution`. */
export function readTerms(form: FormData, problems: Problems): Terms {
  const teams = form.getAll('team').map(String);
  const everybody = form.get('audience') === 'all';
  if (!everybody && teams.length === 0) problems.audience = 'audience_missing';
  const open_days = wholeNumber(form, 'open_days', 1, LONGEST_OPEN) ?? 0;
  if (!open_days) problems.open_days = 'open_days_range';
  const k_score = wholeNumber(form, 'k_score', FLOORS.k_score, HIGHEST_THRESHOLD) ?? 0;
  const k_distribution = wholeNumber(form, 'k_distribution', FLOORS.k_distribution, HIGHEST_THRESHOLD) ?? 0;
  if (!k_score) problems.k_score = 'k_score_floor';
  if (!k_distribution) problems.k_distribution = 'k_distribution_floor';
  else if (k_distribution < k_score) problems.k_distribution = 'k_order';
  return {
    audience: everybody ? null : teams,
    open_days,
    reminds: form.get('reminds') === 'on',
    k_score,
    k_distribution
  };
}

/** One line of text. */
export function readName(form: FormData, problems: Problems): string {
  const name = line(form, 'name');
  if (name === '') problems.name = 'name_missing';
  if ([...name].length > LONGEST_NAME) problems.name = 'name_long';
  return name;
}

export function line(form: FormData, field: string): string {
  return String(form.get(field) ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

export function wholeNumber(form: FormData, field: string, least: number, most: number): number | null {
  const typed = line(form, field);
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : NaN;
  return number >= least && number <= most ? number : null;
}
