/** Half of a surrogate pair: it has no meaning and no database stores it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_END = /\r\n?|\u0085/g;
const BLANK_CONTROL = /[\t\v\f]/g;

/** Joins the parts of one emoji when it stands between two; anywhere else it only hides letters and digits. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/** Tag letters spell the region of a flag (Scotland, Wales) right after a black flag. */
const STRAY_TAG = /(?<!\u{1F3F4}[\u{E0061}-\u{E007A}]{0,6})[\u{E0020}-\u{E007F}]/gu;

/**
 * Everything that prints nothing: controls, bidi controls, zero-width characters, blank letters. Left alone:
 * line feeds, the two presentation selectors of emoji, Arabic signs that do print, and the joiners and tags
 * judged above.
 */
const INVISIBLE =
  /(?!\u200D|\uFE0E|\uFE0F|[\n\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\u{E0020}-\u{E007F}])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The text as its reader sees it: same words, same signs, line feeds only, nothing invisible. */
export function cleanText(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(LINE_END, '\n')
    .replace(BLANK_CONTROL, ' ')
    .replace(STRAY_JOINER, '')
    .replace(STRAY_TAG, '')
    .replace(INVISIBLE, '');
}
