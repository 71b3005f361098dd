import { FRESH, type Fact } from '$lib/pulse/results/facts';
import { daysBetween, type Card } from './card';

/** What was published of the pulse of one team, or of the whole company. */
export interface Voice {
  /** Null for the whole company. */
  team: { id: string; name: string } | null;
  /** Ids of the team and of all below it; empty for the company, which speaks for everybody. */
  teams: string[];
  /** In the order in which they are best told; their ids are unlike those of any other voice. */
  facts: Fact[];
}

/** When each fact and figure was last told, by id, counted from 1. A value. */
export type Told = ReadonlyMap<string, number>;

/** Voices that still have something to say. @param today YYYY-MM-DD */
export function freshVoices(voices: readonly Voice[], today: string): Voice[] {
  return voices
    .map((voice) => ({ ...voice, facts: voice.facts.filter((fact) => isFresh(fact, today)) }))
    .filter(({ facts }) => facts.length > 0);
}

/** @param today YYYY-MM-DD */
export function isFresh({ days }: { days: [string, string] }, today: string): boolean {
  return daysBetween(days[1], today) <= FRESH;
}

/** The voice of the team a card is about, else of the closest team above it, else of the company; null without any. */
export function voiceOf({ team_id }: Pick<Card, 'team_id'>, voices: readonly Voice[]): Voice | null {
  let closest: Voice | null = null;
  for (const voice of voices) {
    if (voice.team !== null && (team_id === null || !voice.teams.includes(team_id))) continue;
    // Of two teams above one, the closer has fewer below it.
    if (closest === null || sizeOf(voice) < sizeOf(closest)) closest = voice;
  }
  return closest;
}

function sizeOf({ team, teams }: Voice): number {
  return team === null ? Infinity : teams.length;
}

/** The one that was never told, in the order given, else the one that was told longest ago. */
export function longestUntold<Each extends { id: string }>(all: readonly Each[], told: Told): Each | null {
  let best: Each | null = null;
  for (const each of all) {
    if (best === null || (told.get(each.id) ?? 0) < (told.get(best.id) ?? 0)) best = each;
  }
  return best;
}

/** @param known ids at hand: others are forgotten, or the memory would grow with every wave */
export function tell(told: Told, now: readonly string[], known: readonly string[]): Told {
  const present = new Set(known);
  const turn = Math.max(0, ...Array.from(told.values())) + 1;
  const kept = Array.from(told).filter(([id]) => present.has(id));
  return new Map([...kept, ...now.map((id, i): [string, number] => [id, turn + i])]);
}
