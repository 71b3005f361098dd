import { describe, expect, it } from 'vitest';
import { wrap } from './wrap';

const letters = (text: string) => text.length;

describe('a text in lines', () => {
  it('breaks at spaces, as late as it may', () => {
    expect(wrap('les clients vont bien', 12, letters)).toEqual(['les clients', 'vont bien']);
  });

  it('keeps a word that is too wide whole, and what a no-break space joins together', () => {
    expect(wrap('indéterminé\u00a0·\u00a09 équipes', 8, letters)).toEqual([
      'indéterminé\u00a0·\u00a09',
      'équipes'
    ]);
  });
});
