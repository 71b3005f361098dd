/** The design tokens that charts draw with, as the browser resolved them. */
export interface Look {
  ink: string;
  inkSoft: string;
  line: string;
  surface: string;
  sunken: string;
  positive: string;
  neutral: string;
  negative: string;
  positiveSoft: string;
  neutralSoft: string;
  negativeSoft: string;
  /** The sides of the picture. */
  customers: string;
  employees: string;
  /** A font family list. */
  font: string;
  /** Pixels of one rem and of small text, which follow the reader's own text size. */
  rem: number;
  textSize: number;
}

/** Reads the tokens as they are now: they follow the theme. */
export function readLook(): Look {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const rem = Number.parseFloat(style.fontSize);
  return {
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    line: token('--line'),
    surface: token('--surface'),
    sunken: token('--sunken'),
    positive: token('--positive'),
    neutral: token('--neutral'),
    negative: token('--negative'),
    positiveSoft: token('--positive-soft'),
    neutralSoft: token('--neutral-soft'),
    negativeSoft: token('--negative-soft'),
    customers: token('--customers'),
    employees: token('--employees'),
    font: token('--sans'),
    rem,
    textSize: rem * Number.parseFloat(token('--step--1'))
  };
}

/** Calls back whenever the tokens may have changed: another theme, or paper instead of a screen. */
export function onLookChange(redraw: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
  const theme = new MutationObserver(redraw);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  for (const query of queries) query.addEventListener('change', redraw);
  return () => {
    theme.disconnect();
    for (const query of queries) query.removeEventListener('change', redraw);
  };
}
