import type { Database } from '../support/engines';
import { SHOPS } from './cast';

export const PRAISE = 'Accueil chaleureux, conseils parfaits, je recommande !';
export const BLAME = 'Service lamentable, vendeur odieux, je suis très déçue.';

/** Stores verbatims of last March as an engine that saw nothing in them has tagged them; each row says what is else. */
export async function remember(db: Database, rows: Record<string, unknown>[]): Promise<void> {
  const batch = rows.map((row) => ({
    raw_text: row.text,
    language: 'fr',
    said_on: '2026-03-15',
    status: 'approved',
    sentiment: 'neutral',
    score: 0,
    confidence: 0.9,
    ...row
  }));
  await db.sql(`select public.store_verbatims($1, $2)`, [SHOPS, batch]);
}

/** As many texts that praise. */
export function many(n: number) {
  return Array.from({ length: n }, (_, i) => ({ external_id: `past ${i}`, text: `${PRAISE} Visite ${i}.` }));
}

/** As before anything was remembered, corrected or read again. */
export async function forgetPast(db: Database): Promise<void> {
  await db.run(`
    delete from public.retaggings;
    delete from public.corrections;
    delete from public.verbatims where external_id like 'past%'`);
}
