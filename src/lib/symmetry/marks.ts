/** Something that a curve may show beside its figures. */
interface Marked {
  kind: 'event' | 'action';
  /** YYYY-MM-DD */
  day: string;
  /** Id of the team. */
  team: string;
}

/** More signs on one axis are a fence. */
const MOST = 8;

/**
 * What a curve shows of all that happened and was done: events before actions, what concerns the whole place before
 * what concerns a part of it, the latest before the others. In order of time.
 *
 * @param root id of the team whose curve it is
 */
export function pickMarks<Mark extends Marked>(
  marks: readonly Mark[],
  root: string
): { picked: Mark[]; more: number } {
  const rank = ({ kind, team }: Mark) => (kind === 'event' ? 0 : 2) + (team === root ? 0 : 1);
  const picked = [...marks]
    .sort((a, b) => rank(a) - rank(b) || b.day.localeCompare(a.day))
    .slice(0, MOST)
    .sort((a, b) => a.day.localeCompare(b.day));
  return { picked, more: marks.length - picked.length };
}
