import type { Selection } from '$lib/screens/screen';
import type { Settings } from '$lib/screens/settings';

/** What decides which verbatims and figures a screen is sent; screens of one audience are served as one. */
export interface Audience {
  selection: Selection;
  share: Settings['share'];
}

/** The whole company, as a screen shows it for which nobody chose anything. */
export const EVERYONE: Audience = { selection: { teams: null, steps: [], languages: [] }, share: 'auto' };

/** Equal for audiences that start with the same cards and figures. */
export function keyOf({ selection, share }: Audience): string {
  return `${shareKeyOf({ selection, share })} ${sorted(selection.languages)}`;
}

/** Equal for audiences with the same real share: what was said is counted by team and step, not by language. */
export function shareKeyOf({ selection, share }: Audience): string {
  return `${share} ${teamsKeyOf(selection)} ${sorted(selection.steps)}`;
}

/** Equal for audiences that hear of the same teams. */
export function teamsKeyOf({ teams }: Selection): string {
  return teams === null ? 'all' : `[${sorted(teams)}]`;
}

function sorted(ids: readonly string[]): string {
  return [...ids].sort().join();
}
