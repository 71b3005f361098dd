/**
 * Remembers where in a list of verbatims a form stands.
 *
 * @returns puts the focus back when the act has taken it away: on the same verbatim, else on the one that moved up
 * into its place, else on what undoes the act
 */
export function keepPlace(form: HTMLElement): () => void {
  const card = form.closest('article');
  const index = card ? cards().indexOf(card) : -1;
  return () => {
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    const now = cards();
    const place = card?.isConnected ? card : index < 0 ? null : (now[index] ?? now.at(-1));
    (place ?? document.getElementById('undo'))?.focus();
  };
}

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('article[id^="v-"]')];
}
