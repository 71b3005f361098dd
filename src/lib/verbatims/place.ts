const CARDS = 'article[id^="v-"]';

/**
 * Remembers where in a list of verbatims a form stands.
 *
 * @returns puts the focus back when the act has taken it away: on the same verbatim, else on the one that moved up
 * into its place, else on what undoes the act
 */
export function keepPlace(form: HTMLElement): () => void {
  const card = form.closest<HTMLElement>(CARDS);
  const index = card ? cards().indexOf(card) : -1;
  return () => {
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    const now = cards();
    const place = card?.isConnected ? card : index < 0 ? null : (now[index] ?? now.at(-1));
    (place ?? document.getElementById('undo'))?.focus();
  };
}

/** The verbatim where the focus is. */
export function cardHere(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(CARDS) ?? null;
}

/** Puts the focus on the next verbatim or the previous one; from elsewhere, on the first that begins on the screen. */
export function step(by: 1 | -1): void {
  const all = cards();
  const here = cardHere();
  const inSight = () => all.find((card) => card.getBoundingClientRect().top >= 0) ?? all.at(-1);
  (here ? all[all.indexOf(here) + by] : inSight())?.focus();
}

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(CARDS)];
}
