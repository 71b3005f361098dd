import type { Language } from '$lib/sentiment/sentiment';

/** What the readers of a team's page are given of the comments of its cell. */
export interface ReleasedCell {
  /** null before any wave was published. */
  wave: { id: string; name: string; k_distribution: number } | null;
  /** By id, which is random: nothing is told by their order. */
  comments: { id: string; text: string; language: Language }[];
  /** Of all that were written in this cell, released or not; null where too few were. */
  mood: { positive: number; neutral: number; negative: number } | null;
  /**
   * `reading`: some were written and none is released. `few`: too few answers for comments to be kept here.
   * `none`: none was released, and whether any was written is not told.
   */
  state: 'shown' | 'reading' | 'few' | 'none';
}
