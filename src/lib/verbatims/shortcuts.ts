import type { Sentiment } from './list';

/** What a key does: to the verbatim where the focus is, or on the whole page. */
export type Deed = Sentiment | 'approve' | 'hide' | 'next' | 'previous' | 'undo' | 'help';

/**
 * The key of each deed. Letters, since digits need Shift on a French keyboard; each stands in the word that it means in
 * both languages where one does: Positif/positive, Neutre/neutral, néGatif/neGative.
 */
export const SHORTCUTS: Readonly<Record<Deed, string>> = {
  next: 'j',
  previous: 'k',
  positive: 'p',
  neutral: 'n',
  negative: 'g',
  approve: 'a',
  hide: 'h',
  undo: 'u',
  help: '?'
};

const DEEDS = new Map(Object.entries(SHORTCUTS).map(([deed, key]) => [key, deed as Deed]));

/** A press of a key, as far as it matters here: a `KeyboardEvent` is one. */
export interface Stroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** The key is being held down. */
  repeat: boolean;
  /** The press is part of a letter that takes several. */
  isComposing: boolean;
}

/**
 * What a press of a key asks for, null where it asks for nothing of ours. One goes on through the list for as long as a
 * key is held down; whatever changes a verbatim is done once.
 *
 * @param typing whether the focus is where one types
 */
export function deedOf(stroke: Stroke, typing: boolean): Deed | null {
  if (typing || stroke.isComposing || stroke.ctrlKey || stroke.metaKey || stroke.altKey) return null;
  // Caps Lock is no modifier that anybody means.
  const deed = DEEDS.get(stroke.key.toLowerCase()) ?? null;
  return stroke.repeat && deed !== 'next' && deed !== 'previous' ? null : deed;
}
