import { parse } from 'csv-parse/sync';
import { LABELS, LISTED, type Label, type ListedLanguage } from '../sentiment';

/** A sentence whose sentiment a careful reader would not dispute. */
export interface Gold {
  text: string;
  label: Label;
  language: ListedLanguage;
  /** What makes it hard: `negation`, `irony`, ... */
  category: string;
}

/** Reads a file of gold sentences. @throws Error for a label or language that does not exist */
export function readGold(file: string): Gold[] {
  const rows = parse(file, { columns: true, comment: '#' }) as Record<string, string>[];
  return rows.map(({ text = '', label, lang, category = '' }) => {
    const known = LABELS.find((each) => each === label);
    const language = LISTED.find((each) => each === lang);
    if (!known || !language) throw new Error(`"${text}" is labelled ${label} in ${lang}.`);
    return { text, label: known, language, category };
  });
}
