import fc from 'fast-check';
import type { Entry as Item, SceneKind } from '$lib/screens/settings';
import { SENTIMENTS, type Card, type Counts } from './card';
import type { Entry } from './deck';
import type { Figure } from './figures';
import { addDays } from './period';
import { nextScene, START, type Deal, type Program } from './program';
import { NOW, sampleCard, TODAY } from './sample';
import { sampleFigure, sampleVoice } from './sample-program';
import type { Scene } from './scene';
import type { Voice } from './voices';

/** What is on a screen during one queue: what is there at first, and what comes and goes. */
export interface Queue {
  playlist: Item[];
  cards: Card[];
  counts: Counts;
  voices: Voice[];
  figures: Figure[];
  /** One for each scene, before it; null for nothing. */
  happenings: (Happening | null)[];
}

type Happening = { comes: Card } | { leaves: number } | { answered: number };

export interface Step {
  scene: Scene;
  deal: Deal;
}

/** Plays a queue from the start. @param on changes what is dealt at one of the steps */
export function perform(
  queue: Queue,
  scenes: number,
  on: (step: number) => Partial<Deal> = () => ({})
): Step[] {
  const { playlist, counts, voices, figures } = queue;
  let cards: Entry[] = queue.cards.map((card) => ({ card, arrived: null }));
  let program: Program = START;
  return Array.from({ length: scenes }, (_, step) => {
    cards = after(cards, queue.happenings[step] ?? null);
    const deal = { playlist, cards, counts, voices, figures, today: TODAY, now: NOW, ...on(step) };
    const { scene, program: next } = nextScene(program, deal);
    program = next;
    return { scene, deal };
  });
}

function after(cards: Entry[], happening: Happening | null): Entry[] {
  if (!happening) return cards;
  if ('comes' in happening) return [...cards, { card: happening.comes, arrived: NOW }];
  const at = ('leaves' in happening ? happening.leaves : happening.answered) % Math.max(1, cards.length);
  if ('leaves' in happening) return cards.filter((_, i) => i !== at);
  return cards.map((entry, i) => (i === at ? { ...entry, card: { ...entry.card, answer: 'Fait.' } } : entry));
}

/** Every turn at which a card could have been read, in reading order; null where a pause stood instead. */
export function readingOrder(steps: Step[]): (Card | null)[] {
  return steps.flatMap(({ scene }): (Card | null)[] => {
    if (scene.kind === 'mosaic') return scene.shown.map(({ card }) => card);
    if (scene.kind === 'spotlight' || scene.kind === 'mirror') return [scene.shown && scene.shown.card];
    return scene.kind === 'share' ? [null] : [];
  });
}

const day = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 400 }));

const anyCard: fc.Arbitrary<Card> = fc
  .record({
    sentiment: fc.constantFrom(...SENTIMENTS),
    ago: day,
    answered: fc.boolean(),
    long: fc.integer({ min: 0, max: 4 }),
    team_id: fc.constantFrom(null, 'nantes', 'brest', 'lyon', 'west', 'elsewhere')
  })
  .map(({ sentiment, ago, answered, long, team_id }) =>
    sampleCard(sentiment, {
      day: addDays(TODAY, -ago),
      answer: answered ? 'Nous avons changé la vis.' : null,
      text: long === 0 ? 'Je suis venu deux fois. '.repeat(12) : 'Parfait, merci',
      team_id
    })
  );

export const anyCounts = fc.record({ positive: fc.nat(400), neutral: fc.nat(400), negative: fc.nat(400) });

const anyItem: fc.Arbitrary<Item> = fc
  .record({
    scene: fc.constantFrom<SceneKind>('spotlight', 'spotlight', 'mosaic', 'mirror', 'numbers', 'message'),
    times: fc.integer({ min: 1, max: 4 })
  })
  .map(({ scene, times }) => ({ scene, times, seconds: null, text: { fr: 'Bonjour', en: '' } }));

/** A playlist that shows cards, too. */
const anyPlaylist = fc
  .array(anyItem, { minLength: 1, maxLength: 6 })
  .map((items): Item[] =>
    items.some(({ scene }) => scene === 'spotlight' || scene === 'mosaic')
      ? items
      : [...items, { scene: 'spotlight', times: 1, seconds: null }]
  );

const anyHappening: fc.Arbitrary<Happening | null> = fc.option(
  fc.oneof(
    anyCard.map((comes) => ({ comes })),
    fc.nat(100).map((leaves) => ({ leaves })),
    fc.nat(100).map((answered) => ({ answered }))
  )
);

const manyVoices = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(3))
  .map(([nantes, west, lyon]) => [
    sampleVoice(null, 3),
    sampleVoice('west', west),
    sampleVoice('nantes', nantes),
    sampleVoice('lyon', lyon)
  ]);

/** Voices are none, or the company's among others, so that a fact without a card is a pause. */
export function anyQueue(happenings: number): fc.Arbitrary<Queue> {
  return fc.record({
    playlist: anyPlaylist,
    cards: fc.array(anyCard, { minLength: 1, maxLength: 30 }),
    counts: anyCounts,
    voices: fc.oneof(fc.constant<Voice[]>([]), manyVoices),
    figures: fc
      .nat(6)
      .map((many) =>
        Array.from({ length: many }, (_, i) => sampleFigure(i % 2 ? 'customers' : 'employees', `figure ${i}`))
      ),
    happenings: fc.array(anyHappening, { minLength: happenings, maxLength: happenings })
  });
}
