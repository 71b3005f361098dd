import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const LOCALE = fileURLToPath(new URL('locale.ts', import.meta.url));

/** Messages come with a runtime for every way of choosing a language; the player has its own, a tenth of the size. */
const ownLocale: Plugin = {
  name: 'vis-a-vis:own-locale',
  enforce: 'pre',
  resolveId: (id) => (/(^\.\.|paraglide)\/runtime(\.js)?$/.test(id) ? LOCALE : null)
};

/** A message is compiled to three functions; where it is one sentence in each language, one does. */
const shortMessages: Plugin = {
  name: 'vis-a-vis:short-messages',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/paraglide\/messages\/\w+\.js$/.test(id)) return null;
    const [, name] = /export const (\w+) =/.exec(code) ?? [];
    const [fr, en] = [sentenceIn('fr', code), sentenceIn('en', code)];
    if (!name || !fr || !en) return null;
    const short = `export const ${name} = (i) => getLocale() === 'en' ? ${en} : ${fr};`;
    return { code: `import { getLocale } from '../runtime.js';\n${short}`, map: null };
  }
};

/** The template of a compiled message; null for one that has variants. Inputs are always given: types see to it. */
function sentenceIn(locale: 'fr' | 'en', code: string): string | null {
  const body = String.raw`=> \{\s*return /\*\*.*?\*/ \((${'`.*`'})\)\s*\};`;
  const found = new RegExp(String.raw`const ${locale}_\w+ = .*${body}`).exec(code);
  return found?.[1]?.replace(/\bi\?\./g, 'i.') ?? null;
}

/**
 * Private names are newer than the floor, and lowered they would be maps beside every object: slower, and a tenth more
 * of script. In the bundle nobody is left from whom to keep them, so they become ordinary names.
 */
const plainNames: Plugin = {
  name: 'vis-a-vis:plain-names',
  transform(code, id) {
    if (!/\.[jt]s$/.test(id) || !/#\w/.test(code)) return null;
    const names: Place[] = [];
    gather(this.parse(code), names);
    names.sort((a, b) => b.start - a.start);
    for (const { start, end } of names)
      code = `${code.slice(0, start)}_${code.slice(start + 1, end)}${code.slice(end)}`;
    return { code, map: null };
  }
};

interface Place {
  start: number;
  end: number;
}

/** Finds the private names in a syntax tree. */
function gather(node: unknown, names: Place[]): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, start, end } = node as Place & { type?: string };
  if (type === 'PrivateIdentifier') names.push({ start, end });
  else for (const part of Object.values(node)) gather(part, names);
}

/** What makes the script of the player smaller: 26.0 kB of brotli became 23.8 with the five scenes. */
export const LIGHTER: Plugin[] = [ownLocale, shortMessages, plainNames];
