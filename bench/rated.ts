import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readGold } from '../src/lib/sentiment/gold/gold';
import { LISTED, type Label, type ListedLanguage } from '../src/lib/sentiment/sentiment';
import { PROJECT_ROOT } from '../src/lib/server/project';

/** A text of which a person said what is meant, by stars or by a label. */
export interface Known {
  text: string;
  label: Label;
  language: ListedLanguage;
  /** Of a gold sentence, what makes it hard. */
  category: string;
}

/** Texts of one kind and one language, or of all languages but French and English. */
export interface KnownSet {
  /** Its name among the figures: `reviews_fr`. */
  key: string;
  title: string;
  /** What a reader of its figures should know; empty where there is nothing. */
  note: string;
  texts: Known[];
  /** Others of the same kind, on which a cut between praise and blame may be chosen. */
  tuning: Known[];
}

const REVIEWS = join(PROJECT_ROOT, '../shared/data/app-reviews.csv');

const GOLD = {
  before: 'written before the engine was frozen: the fusion was fitted on them too',
  after: 'written after the engine was frozen: nothing was fitted on them'
};

const LANGUAGES = { fr: 'French', en: 'English', other: 'other languages' };

/**
 * The rated reviews, in sets by language; null when no file is named and the usual one is not there.
 *
 * @param file CSV with the columns lang, rating (1 to 5), text and perhaps split; its rows of `train` were taught
 * @throws Error when the file that is named cannot be read or lacks a column
 */
export function readReviews(file?: string): { sets: KnownSet[]; all: Known[] } | null {
  const path = file === undefined ? REVIEWS : resolve(file);
  if (file === undefined && !existsSync(path)) return null;
  const rows = parse(readFileSync(path), { columns: true, bom: true }) as Record<string, string>[];
  for (const column of ['lang', 'rating', 'text'])
    if (rows[0]?.[column] === undefined) throw new Error(`${path} has no rows with a column "${column}".`);
  const isTaught = ({ split }: Record<string, string>) => split === 'train';
  const judged = rows.filter((row) => !isTaught(row));
  const splits = [...new Set(judged.flatMap(({ split }) => split || []))].join(', ');
  const note = splits === '' ? basename(path) : `${basename(path)}, split ${splits}: never taught`;
  const sets = setsOf('reviews', 'Reviews', note, knownOf(judged));
  const taught = knownOf(rows.filter(isTaught));
  return {
    sets: sets.map((set) => ({
      ...set,
      tuning: taught.filter(({ language }) => groupOf(language) === set.group)
    })),
    all: knownOf(rows)
  };
}

/** The gold sentences by part and language; the parts that are not written yet are named. */
export function readGoldSets(): { sets: KnownSet[]; absent: string[] } {
  const sets: KnownSet[] = [];
  const absent: string[] = [];
  for (const [part, note] of Object.entries(GOLD)) {
    const path = join(PROJECT_ROOT, `src/lib/sentiment/gold/${part}.csv`);
    if (existsSync(path))
      sets.push(...setsOf(`gold_${part}`, 'Gold sentences', note, readGold(readFileSync(path, 'utf8'))));
    else absent.push(`gold/${part}.csv`);
  }
  return { sets, absent };
}

function knownOf(rows: readonly Record<string, string>[]): Known[] {
  return rows.flatMap(({ lang, rating, text = '' }) => {
    const language = LISTED.find((each) => each === lang);
    const stars = Number(rating);
    if (!language || !(stars >= 1 && stars <= 5) || text.trim() === '') return [];
    return [
      { text, language, label: stars >= 4 ? 'positive' : stars <= 2 ? 'negative' : 'neutral', category: '' }
    ];
  });
}

function setsOf(key: string, kind: string, note: string, texts: readonly Known[]) {
  return Object.entries(LANGUAGES)
    .map(([group, language]) => ({
      group,
      key: `${key}_${group}`,
      title: `${kind} in ${language}`,
      note,
      texts: texts.filter((each) => groupOf(each.language) === group),
      tuning: [] as Known[]
    }))
    .filter((set) => set.texts.length > 0);
}

function groupOf(language: ListedLanguage): keyof typeof LANGUAGES {
  return language === 'fr' || language === 'en' ? language : 'other';
}
