export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The encoding of a text file, from its first bytes: a byte order mark decides; else strictly valid UTF-8 is
 * UTF-8 (plain ASCII included); else it is what a French or western Windows writes. `complete` says that
 * `head` is the whole file: if not, a character cut at its end is not held against UTF-8.
 */
export function detectEncoding(head: Uint8Array, complete: boolean): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return isUtf8(head, complete) ? 'utf-8' : 'windows-1252';
}

function isUtf8(head: Uint8Array, complete: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !complete });
    return true;
  } catch {
    return false;
  }
}
