const CARDS = 'article[id^="c-"]';
const TYPED_IN = 'input:not([type="checkbox"]), textarea, select';

/**
 * What a key does in the list of comments: j and k go to the next and the previous one, the keys of the acts do them
 * to the one where the focus is, once however long they are held down. Every element says in `aria-keyshortcuts` which
 * key presses it.
 */
export function press(event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof Element) || target.closest(TYPED_IN)) return;
  const card = target.closest<HTMLElement>(CARDS);
  if (event.repeat && key !== 'j' && key !== 'k') return;
  const done =
    key === 'j' ? step(card, 1) : key === 'k' ? step(card, -1) : pressOn([card, help(), outcome()], key);
  if (done) event.preventDefault();
}

/**
 * Remembers where in the list a form stands.
 *
 * @returns puts the focus back when the act has taken it away: on the same comment, else on the one that moved up into
 * its place, else on what undoes the act
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

function step(card: HTMLElement | null, by: 1 | -1): boolean {
  const all = cards();
  const next = card ? all[all.indexOf(card) + by] : all[0];
  next?.focus();
  return next !== undefined;
}

function pressOn(places: (Element | null)[], key: string): boolean {
  if (!/^[a-z?]$/.test(key)) return false;
  const pressed = places
    .map((place) => place?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`))
    // What is hidden for now is not done behind one's back either.
    .find((element) => element && element.getClientRects().length > 0);
  pressed?.click();
  return Boolean(pressed);
}

function help(): Element | null {
  return document.getElementById('keys');
}

function outcome(): Element | null {
  return document.getElementById('undo')?.parentElement ?? null;
}

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(CARDS)];
}
