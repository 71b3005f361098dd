import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHABET, codeFrom, LENGTH, readCode, shownCode } from './code';

const bytes = fc.uint8Array({ minLength: LENGTH, maxLength: LENGTH });

describe('a code', () => {
  it('has nothing in it that looks like something else', () => {
    for (const lookalike of '01IO') expect(ALPHABET).not.toContain(lookalike);
    expect(new Set(ALPHABET).size).toBe(32);
  });

  it('is read as it was shown, in any case, with a hyphen, a space or nothing between', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeFrom(random);
        const shown = shownCode(code);
        expect(shown).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/);
        for (const typed of [shown, code, shown.toLowerCase(), ` ${shown.replace('-', ' ')} `])
          expect(readCode(typed)).toBe(code);
      })
    );
  });

  it.each(['', 'ABC', 'ABC-DEFG', 'ABC-DE0', 'ABC-DEI'])('is not %s', (typed) => {
    expect(readCode(typed)).toBeNull();
  });

  it('comes from every character of the alphabet', () => {
    const all = Array.from({ length: 256 }, (_, n) => codeFrom([n])[0]);
    expect([...new Set(all)].sort().join('')).toBe([...ALPHABET].sort().join(''));
  });
});
