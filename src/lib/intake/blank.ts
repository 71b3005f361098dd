/** What exports write where there is nothing. */
const PLACEHOLDER =
  /^(?:-+|–|—|n\/?[acdr]|#n\/a|n\.[cdr]\.|null|nil|none|nan|undefined|\(vide\)|\(blank\))$/i;

/**
 * Whether a cell of a rating, a date or a name says nothing. A text is never judged by it: "RAS" says
 * something.
 */
export function isBlank(cell: string): boolean {
  const text = cell.trim();
  return text === '' || (text.length < 12 && PLACEHOLDER.test(text));
}
