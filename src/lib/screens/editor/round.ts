import type { Scene } from '$lib/wall/scene';
import { stayOf } from '$lib/wall/stay';
import { SCENES, type Entry, type SceneKind } from '../settings';

/** What one round of a playlist comes to: how often each scene, and for how long in all. */
export interface Round {
  counts: Record<SceneKind, number>;
  milliseconds: number;
}

/**
 * @returns the scenes of one round when every one of them has something to show; the time is an estimate, because texts
 * are of many lengths
 */
export function roundOf(playlist: readonly Entry[]): Round {
  const counts = Object.fromEntries(SCENES.map((scene) => [scene, 0])) as Round['counts'];
  let milliseconds = 0;
  for (const { scene, times, seconds } of playlist) {
    counts[scene] += times;
    milliseconds += times * usualStay(scene, seconds);
  }
  return { counts, milliseconds };
}

/** Characters of the texts in a scene, as they usually are: a mosaic has short ones alone, two or three of them. */
const USUAL_CHARACTERS = { spotlight: 220, mosaic: 300, mirror: 220, numbers: 0, message: 0 };

/** As the wall has it for a scene of usual length. */
function usualStay(scene: SceneKind, seconds: number | null): number {
  const card = { text: 'x'.repeat(USUAL_CHARACTERS[scene]), answer: null };
  return stayOf({ kind: 'spotlight', shown: { card, memory: false } } as Scene, seconds);
}
