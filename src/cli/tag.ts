import { shippedEngine } from '../lib/sentiment/tagger.server';
import { runOverColumn } from './column';

/**
 * npm run tag: `{"label": string, "score": -1 to 1, "confidence": 0 to 1, "lang": string}` a row. A row that cannot
 * be read is neutral with confidence 0, and its `error` says why.
 */
export function run(args: string[]): Promise<number> {
  return runOverColumn({ name: 'tag', read, refuse }, args);
}

function read(text: string) {
  const { label, score, confidence, language } = shippedEngine().tag(text);
  return { label, score, confidence, lang: language };
}

function refuse(error: string) {
  return { label: 'neutral', score: 0, confidence: 0, lang: 'unknown', error };
}
