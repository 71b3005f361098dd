const SMILEYS: [RegExp, string][] = [
  [/[:;=]['’]?-?[)Dp\]](?![\p{L}\p{N}/])|\^\^|\(:/uy, '🙂'],
  [/[:;=]['’]?-?[([](?![\p{L}\p{N}/])/uy, '🙁'],
  [/[:;=]-?[/|\\](?![\p{L}\p{N}/])/uy, '😕'],
  [/<3/uy, '❤']
];
const MAY_START_SMILEY = new Set([...':;=^<('].map((sign) => sign.charCodeAt(0)));
const MODIFIERS = /(?:[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d[\p{So}\p{Sk}])+/uy;
const LINK = /(?:https?:\/\/|www\.)\S*/iuy;

/** The emoji that a smiley stands for, by code point, and where the smiley ends; undefined where none begins. */
export function smileyAt(text: string, at: number): { point: number; end: number } | undefined {
  if (!MAY_START_SMILEY.has(text.charCodeAt(at))) return undefined;
  for (const [smiley, emoji] of SMILEYS) {
    const end = endOf(smiley, text, at);
    if (end > at) return { point: emoji.codePointAt(0)!, end };
  }
  return undefined;
}

/** Past skin tone, variation selectors, and what is joined to an emoji ("🤷" and "♂"): one sign with it. */
export function pastModifiers(text: string, at: number): number {
  return endOf(MODIFIERS, text, at) || at;
}

/** Where the link that begins here ends, 0 where none does. */
export function endOfLink(text: string, at: number): number {
  const first = text.charCodeAt(at) | LOWER;
  return first === H || first === W ? endOf(LINK, text, at) : 0;
}

const LOWER = 32;
const H = 104;
const W = 119;

/** Where what a sticky expression finds at `at` ends, 0 where it finds nothing. */
function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : 0;
}
