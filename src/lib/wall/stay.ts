import type { Card } from './card';
import { excerpt } from './quotation';

const SHORTEST = 12_000;
const LONGEST = 30_000;
const READING_A_CHARACTER = 65;

/** Milliseconds a card stays, longer when there is more to read; anything else than a card is short. */
export function stayOf(card: Pick<Card, 'text' | 'answer'> | null): number {
  if (!card) return SHORTEST;
  const reading = (excerpt(card.text).text.length + (card.answer?.length ?? 0)) * READING_A_CHARACTER;
  return Math.min(LONGEST, Math.max(SHORTEST, reading));
}
