import type { Card, Sentiment } from './card';
import type { Entry } from './deck';
import { next, START, type Deal, type Rotation } from './sequence';

/** The day on which the tests of the wall play, and its noon. */
export const TODAY = '2026-06-15';
export const NOW = Date.parse(`${TODAY}T12:00:00Z`);

let made = 0;

/** A card for tests: what the test does not say is unremarkable. */
export function sampleCard(sentiment: Sentiment = 'positive', given: Partial<Card> = {}): Card {
  made += 1;
  const day = given.day ?? TODAY;
  return {
    id: String(made).padStart(6, '0'),
    revision: 0,
    changed_at: `${TODAY}T09:00:00.5+00:00`,
    text: 'Parfait, merci',
    language: 'fr',
    sentiment,
    channel: 'google',
    day,
    said_on: null,
    received_at: `${day}T08:00:00+00:00`,
    answer: null,
    team_id: null,
    team: 'Nantes',
    owner: null,
    step_id: null,
    step_fr: null,
    step_en: null,
    ...given
  };
}

/** Cards that were there before the screen was. */
export function asDeck(cards: Card[]): Entry[] {
  return cards.map((card) => ({ card, arrived: null }));
}

/** Plays turns, each with its own deal; null where the screen paused. */
export function play(
  turns: number,
  deal: (turn: number) => Pick<Deal, 'cards' | 'counts'>,
  from: Rotation = START
) {
  const shown: (Card | null)[] = [];
  let rotation = from;
  for (let i = 0; i < turns; i += 1) {
    const played = next(rotation, { ...deal(i), today: TODAY, now: NOW });
    shown.push(played.turn?.card ?? null);
    rotation = played.rotation;
  }
  return { shown, rotation };
}
