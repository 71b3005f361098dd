import { createHash } from 'node:crypto';
import type { CAST } from '../../src/lib/demo/company';

/** The same label always makes the same id, so that tests name rows by what they are. */
export function idOf(label: string): string {
  const hex = createHash('md5').update(label).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const personOf = (name: keyof typeof CAST) => idOf(`person ${name}`);
export const teamOf = (slug: string) => idOf(`team ${slug}`);
/** For instance `nantes approved`, `no team held`. */
export const verbatimOf = (label: string) => idOf(`verbatim ${label}`);
/** For instance `open`, `published`: the waves of the cast. */
export const waveOf = (label: string) => idOf(`wave ${label}`);
/** For instance `nantes waiting`. */
export const commentOf = (label: string) => idOf(`comment ${label}`);
/** The hash of the link that somebody was sent for the open wave. */
export const linkOf = (label: string) => createHash('sha256').update(`link ${label}`).digest('hex');
