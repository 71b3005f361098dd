import { HEALTH, HEALTH_INNOCENT } from './health-words';
import { INSULTS, INSULT_INNOCENT } from './insult-words';
import { phraseIndex, phrasesIn, type Words } from './words';

type WordReason = 'insult' | 'health';

const LISTS = phraseIndex<WordReason | 'innocent'>([
  ...INSULT_INNOCENT.map((phrase) => [phrase, 'innocent'] as const),
  ...HEALTH_INNOCENT.map((phrase) => [phrase, 'innocent'] as const),
  ...INSULTS.map((phrase) => [phrase, 'insult'] as const),
  ...HEALTH.map((phrase) => [phrase, 'health'] as const)
]);

/** The reasons to hold a text that single words or phrases give, each at most once, in a fixed order. */
export function wordsThatHold(words: Words): WordReason[] {
  const met = new Set(phrasesIn(LISTS, words).map(({ value }) => value));
  return (['insult', 'health'] as const).filter((reason) => met.has(reason));
}
