type Locale = 'fr' | 'en';

/** In the bundle of the player this stands for Paraglide's runtime, whose names it has: see bundle.ts. */
export const experimentalStaticLocale: Locale | undefined = undefined;

export function getLocale(): Locale {
  return chosen();
}

export function overwriteGetLocale(other: () => Locale): void {
  chosen = other;
}

/** Until a screen is told its language: the visitor's choice, else the browser's, else French. */
let chosen = (): Locale => {
  const [, choice = navigator.language] = /(?:^|; )language=(\w+)/.exec(document.cookie) || [];
  return choice.slice(0, 2) === 'en' ? 'en' : 'fr';
};
