import { describe, expect, it } from 'vitest';
import { detectEncoding } from './encoding';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the encoding of a file', () => {
  it('is told by a byte order mark', () => {
    expect(detectEncoding(bytes(0xff, 0xfe, 0x41, 0), true)).toBe('utf-16le');
    expect(detectEncoding(bytes(0xfe, 0xff, 0, 0x41), true)).toBe('utf-16be');
    expect(detectEncoding(bytes(0xef, 0xbb, 0xbf, 0x41), true)).toBe('utf-8');
  });

  it('is UTF-8 when the bytes are valid UTF-8, plain ASCII and nothing at all included', () => {
    expect(detectEncoding(utf8('Déçu 😡'), true)).toBe('utf-8');
    expect(detectEncoding(utf8('Note;Avis'), true)).toBe('utf-8');
    expect(detectEncoding(bytes(), true)).toBe('utf-8');
  });

  it('is Windows-1252 when an accent is a single byte', () => {
    expect(detectEncoding(bytes(0x44, 0xe9, 0xe7, 0x75), true)).toBe('windows-1252');
    expect(detectEncoding(bytes(0x80, 0x20), true)).toBe('windows-1252');
  });

  it('forgives a character cut at the end of the head, but not at the end of the file', () => {
    const cut = utf8('caf😡').subarray(0, 5);
    expect(detectEncoding(cut, false)).toBe('utf-8');
    expect(detectEncoding(cut, true)).toBe('windows-1252');
  });

  it('does not accept as UTF-8 what only resembles it', () => {
    expect(detectEncoding(bytes(0xc0, 0xaf), true)).toBe('windows-1252');
    expect(detectEncoding(bytes(0xed, 0xa0, 0x80), true)).toBe('windows-1252');
  });
});
