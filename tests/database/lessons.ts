import type { Database } from '../support/engines';
import { SHOPS } from './cast';

/** A row of `store_verbatims` that came with a rating. */
export interface Rated {
  external_id: string;
  raw_text: string;
  text: string;
  [column: string]: unknown;
}

/** Two words for praise and two for blame. */
export type Words = [string, string, string, string];

/** Words that this company's customers alone use. */
const OWN: Words = ['zinguette', 'choupelu', 'glavouille', 'bredelin'];

/** Praise that nobody else would know for one. */
export const PRAISE = 'Franchement zinguette la boutique, et choupelu aussi';

/** Words that everybody knows. */
export const PLAIN: Words = ['parfait', 'excellent', 'lamentable', 'nul'];

const PLACES = [
  'la boutique',
  'le rayon',
  'la caisse',
  'le retrait',
  'la livraison',
  'le site',
  'la vitrine'
];

/**
 * Lessons that turn about one praising and one blaming word each, in turn a praise with 10 of 10 and a blame with 0.
 *
 * @param lies whether a text comes with the rating of the other
 */
export function rated(n: number, lies: (text: string) => boolean = () => false, words = OWN): Rated[] {
  return Array.from({ length: n }, (_, i) => {
    const praises = i % 2 === 0;
    const [one, other] = praises ? [words[0], words[1]] : [words[2], words[3]];
    const place = PLACES[i % PLACES.length];
    const text = `Pour ${place}, ${i % 3 === 0 ? one : other} ${i % 5 === 0 ? one : other}, visite ${i}`;
    return {
      external_id: `lesson ${i}`,
      raw_text: text,
      text,
      language: 'fr',
      rating: praises !== lies(text) ? 10 : 0,
      rating_scale: '0-10',
      status: 'approved',
      sentiment: 'neutral',
      score: 0,
      confidence: 0.3
    };
  });
}

/** Stores lessons as the texts of customers that they are. */
export async function storeLessons(db: Database, lessons: Rated[]): Promise<void> {
  await db.sql(`select public.store_verbatims($1, $2)`, [SHOPS, lessons]);
}

/** As before anything was taught: no lesson, no correction, no model, no choice. */
export async function forgetTaught(db: Database): Promise<void> {
  await db.run(`
    delete from public.sentiment_choices;
    delete from public.sentiment_models;
    delete from public.verbatims where external_id like 'lesson %';
    delete from public.corrections`);
}
