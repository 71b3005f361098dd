import type { Entry as Item, SceneKind } from '$lib/screens/settings';
import type { Fact } from '$lib/pulse/results/facts';
import type { Entry } from './deck';
import type { Figure } from './figures';
import { addDays } from './period';
import { nextScene, START, type Deal, type Program } from './program';
import { asDeck, NOW, sampleCard, TODAY } from './sample';
import type { Scene } from './scene';
import type { Voice } from './voices';

/** A tree for tests: a company with one region, two teams in it, and a team beside. */
export const TREE = { west: ['west', 'nantes', 'brest'], nantes: ['nantes'], lyon: ['lyon'] };

export function sampleFact(id: string, day = TODAY): Fact {
  return { kind: 'participation', id, days: [day, day], percent: 70 };
}

/** @param team one of TREE; null for the company */
export function sampleVoice(team: keyof typeof TREE | null, facts: number, day = TODAY): Voice {
  return {
    team: team && { id: team, name: team.toUpperCase() },
    teams: team ? TREE[team] : [],
    facts: Array.from({ length: facts }, (_, i) => sampleFact(`${team ?? 'all'} ${i}`, day))
  };
}

export function sampleFigure(side: Figure['side'], id: string, day = TODAY): Figure {
  const score = { value: 70, low: 66, high: 74, n: 400 };
  const days: [string, string] = [addDays(day, -89), day];
  return side === 'customers'
    ? { id, side, team: null, days, kind: 'nps', score }
    : { id, side, team: null, days, kind: 'enps', score };
}

/** An entry of a playlist; a message says something. */
export function item(scene: SceneKind, times = 1, seconds: number | null = null): Item {
  const text = scene === 'message' ? { text: { fr: 'Bonjour', en: 'Hello' } } : {};
  return { scene, times, seconds, ...text };
}

export function positives(count: number): Entry[] {
  return asDeck(Array.from({ length: count }, () => sampleCard('positive')));
}

/** A deal with which every kind of scene has something to show. */
export const FULL: Deal = {
  playlist: [item('spotlight')],
  cards: positives(20),
  counts: { positive: 60, neutral: 20, negative: 20 },
  voices: [sampleVoice(null, 3)],
  figures: [sampleFigure('customers', 'nps'), sampleFigure('employees', 'enps')],
  today: TODAY,
  now: NOW
};

/** Scenes one after the other. @param given in the place of what FULL has */
export function show(scenes: number, given: Partial<Deal>, from: Program = START): Scene[] {
  let program = from;
  return Array.from({ length: scenes }, () => {
    const next = nextScene(program, { ...FULL, ...given });
    program = next.program;
    return next.scene;
  });
}

export function kinds(scenes: Scene[]): string {
  return scenes.map(({ kind }) => kind).join(' ');
}
