import type { Fact } from '$lib/pulse/results/facts';

/** What a screen remembers of its two voices: customers, and what was published of the pulse. A value. */
export interface Voices {
  /** Cards shown since the last fact. */
  cards: number;
  /** When each fact was last told, counted in facts. */
  told: ReadonlyMap<string, number>;
}

/** Cards between two facts: about one thing in eight is the employees'. */
export const CARDS_BETWEEN = 7;

export const SILENT: Voices = { cards: 0, told: new Map() };

/**
 * The fact whose turn it is, or null while it is the customers'. Facts come between cards and change nothing about
 * them: their order, their share and the rule of the negatives are those of a wall without facts.
 *
 * Of the facts, the one that was never told comes first, then the one that was told longest ago.
 *
 * @param isBusy whether a card may not wait: news, or none to come back to
 */
export function factNow(voices: Voices, facts: readonly Fact[], isBusy: boolean): Fact | null {
  if (isBusy || voices.cards < CARDS_BETWEEN) return null;
  const order = (fact: Fact) => voices.told.get(fact.id) ?? 0;
  return facts.reduce<Fact | null>((best, fact) => (best && order(best) <= order(fact) ? best : fact), null);
}

export function afterCard(voices: Voices): Voices {
  return { ...voices, cards: voices.cards + 1 };
}

/** @param facts those at hand: others are forgotten, or the memory would grow with every wave */
export function afterFact(voices: Voices, told: Fact, facts: readonly Fact[]): Voices {
  const known = facts.flatMap(({ id }): [string, number][] => {
    const at = voices.told.get(id);
    return at === undefined ? [] : [[id, at]];
  });
  return { cards: 0, told: new Map([...known, [told.id, Math.max(0, ...voices.told.values()) + 1]]) };
}
