/** A choice of model as a form sends it. */
export interface Chosen {
  /** Null is the shipped one. */
  model: number | null;
  pinned: boolean;
}

/** What a form answered: `newest` is the last model before learning, `before` the choice that undoes the new one. */
export type Told =
  | { done: 'learn'; newest: number | null }
  | { done: 'choose' | 'unpin'; before: Chosen }
  | { done: 'retag' | 'cancel' }
  | { refused: string };
