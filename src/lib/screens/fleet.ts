import type { Beat, Bilingual } from './screen';

/** What a screen told last of itself, and when the server heard it, by the server's clock. */
export interface Told extends Beat {
  heardAt: string;
}

/** A screen as those see it who keep the wall. */
export interface FleetScreen {
  id: string;
  name: string;
  paused: boolean;
  pairedAt: string;
  /** Null until it was heard of for the first time. */
  told: Told | null;
}

/** All screens, and what holds for all of them. */
export interface Fleet {
  screens: FleetScreen[];
  leaseHours: number;
  message: Bilingual | null;
  messageUntil: string | null;
  curtain: { since: string; by: string | null } | null;
}

/** What a form of the fleet answered: what was done, with the form that undoes it, or why not and at which form. */
export type ToldOfFleet =
  | { done: string; undo: { action: string; fields: Record<string, string> } | null }
  | { refused: string; where: 'message' | 'lease' | null };
