import { SCENES, type SceneKind } from '../settings';
import type { DraftEntry } from './fields';

/** A playlist in its new order, and where what was touched stands now; -1 for nowhere. */
export interface Arranged {
  playlist: DraftEntry[];
  at: number;
}

/**
 * Changes the order of a playlist, as a button of the form asks for it.
 *
 * @param order `add-mosaic`, `remove-2`, `up-2` or `down-2`, entries counted from 0; anything else changes nothing. Where
 * an entry was removed, the one that took its place counts as touched
 */
export function arrange(playlist: readonly DraftEntry[], order: string): Arranged {
  const [verb, what = ''] = order.split('-');
  const last = playlist.length - 1;
  if (verb === 'add' && isScene(what))
    return { playlist: [...playlist, newEntry(playlist, what)], at: last + 1 };
  const at = /^\d+$/.test(what) && Number(what) <= last ? Number(what) : -1;
  if (at < 0) return { playlist: [...playlist], at };
  if (verb === 'remove') return { playlist: playlist.filter((_, i) => i !== at), at: Math.min(at, last - 1) };
  if (verb === 'up' && at > 0) return { playlist: swapped(playlist, at - 1), at: at - 1 };
  if (verb === 'down' && at < last) return { playlist: swapped(playlist, at), at: at + 1 };
  return { playlist: [...playlist], at };
}

function isScene(text: string): text is SceneKind {
  return (SCENES as readonly string[]).includes(text);
}

function newEntry(playlist: readonly DraftEntry[], scene: SceneKind): DraftEntry {
  const key = 1 + Math.max(-1, ...playlist.map((entry) => entry.key));
  return { key, scene, times: '1', seconds: '', fr: '', en: '' };
}

/** An entry and the one after it change places. */
function swapped(playlist: readonly DraftEntry[], at: number): DraftEntry[] {
  const moved = [...playlist];
  moved.splice(at, 2, playlist[at + 1]!, playlist[at]!);
  return moved;
}
