import type { Bilingual } from '$lib/screens/screen';
import type { Fact } from '$lib/pulse/results/facts';
import type { Card } from './card';
import type { Figure } from './figures';

/** A card on the screen; `memory` when it is shown as one of long ago. */
export interface Shown {
  card: Card;
  memory: boolean;
}

/** What a screen shows at one time. */
export type Scene =
  | { kind: 'spotlight'; shown: Shown }
  | { kind: 'mosaic'; shown: Shown[] }
  /** A customer's voice beside what the pulse found out; `team` null for the whole company. Without a card, the pulse alone. */
  | { kind: 'mirror'; shown: Shown | null; team: string | null; fact: Fact }
  | { kind: 'numbers'; figures: Figure[] }
  | { kind: 'message'; text: Bilingual }
  /** The real share, large: where only a third negative in a row could follow. */
  | { kind: 'share' }
  /** Nothing is approved yet. */
  | { kind: 'empty' };

/** Ids of the verbatims in a scene, in reading order. */
export function cardsIn(scene: Scene): string[] {
  if (scene.kind === 'mosaic') return scene.shown.map(({ card }) => card.id);
  return 'shown' in scene && scene.shown ? [scene.shown.card.id] : [];
}

/**
 * A scene shown before, with its cards as they are now.
 *
 * @param find undefined for a card that is gone
 * @returns null when too little is left of it
 */
export function refreshed(scene: Scene, find: (id: string) => Card | undefined): Scene | null {
  const now = ({ card, memory }: Shown): Shown[] => {
    const found = find(card.id);
    return found ? [{ card: found, memory }] : [];
  };
  if (scene.kind === 'mosaic') {
    const shown = scene.shown.reduce<Shown[]>((kept, each) => kept.concat(now(each)), []);
    return shown.length > 1 ? { ...scene, shown } : null;
  }
  if (scene.kind === 'spotlight' || (scene.kind === 'mirror' && scene.shown)) {
    const [shown] = now(scene.shown as Shown);
    return shown ? ({ ...scene, shown } as Scene) : null;
  }
  return scene;
}
