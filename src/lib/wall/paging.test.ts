import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUT, GOES_ON, MOST_PAGES, oneLine, placesIn, spread, type Room } from './paging';

/** A page that holds so many letters. */
function room(letters: number): Room {
  return {
    holds: (text) => text.length <= letters,
    reach: (_, places) => Math.max(-1, ...places.filter((place) => place <= letters))
  };
}

const textsOf = (text: string, letters: number, most?: number) =>
  spread(text, room(letters), most).map((page) => page.text);

describe('a text over pages', () => {
  it('is one page where it fits', () => {
    expect(spread('Parfait, merci.', room(20))).toEqual([{ text: 'Parfait, merci.', breaks: false }]);
  });

  it('ends a page where a sentence ends', () => {
    expect(textsOf('Livraison rapide. Montage facile ! Notice illisible.', 40)).toEqual([
      'Livraison rapide. Montage facile !',
      'Notice illisible.'
    ]);
  });

  it('ends it at a comma, else between words, and says that it goes on, where sentences are too long', () => {
    expect(textsOf('une phrase qui ne finit pas, et qui va encore plus loin', 34)).toEqual([
      `une phrase qui ne finit pas${GOES_ON}`,
      'et qui va encore plus loin'
    ]);
    expect(textsOf('une phrase qui ne finit jamais', 20)).toEqual([
      `une phrase qui ne${GOES_ON}`,
      'finit jamais'
    ]);
  });

  it('cuts a word that no page holds, without leaving the page before it empty', () => {
    const [first, ...others] = textsOf(`Mot ${'x'.repeat(120)}`, 50);
    expect(first).toBe(`Mot ${'x'.repeat(45)}${GOES_ON}`);
    expect(others.join('')).toHaveLength(75 + GOES_ON.length);
  });

  it('cuts Chinese between any two signs, and ends pages with its sentences', () => {
    expect(textsOf('服务很好。送货晚了三天。谢谢。', 13)).toEqual(['服务很好。送货晚了三天。', '谢谢。']);
    expect(textsOf('服务很好但是送货晚了三天', 8)).toEqual([`服务很好但是送${GOES_ON}`, '货晚了三天']);
  });

  it('never splits an emoji of several signs', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(textsOf(`${family}${family}${'👍🏽'}`, 13)).toEqual([
      `${family}${GOES_ON}`,
      `${family}${GOES_ON}`,
      '👍🏽'
    ]);
  });

  it('is cut after so many pages, and says so', () => {
    const pages = textsOf('Une phrase. '.repeat(100).trim(), 30);
    expect(pages).toHaveLength(MOST_PAGES);
    expect(pages[MOST_PAGES - 1]).toBe(`Une phrase. Une phrase.${CUT}`);
  });

  it('says all of it, in order, on pages that hold it', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{1,12}[.,!]?$/), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(words, fc.integer({ min: 16, max: 120 }), (said, letters) => {
        const text = said.join(' ');
        const pages = spread(text, room(letters), Infinity);
        for (const page of pages) expect(page.text.length).toBeLessThanOrEqual(letters);
        // A comma gives way to the sign that it goes on.
        const bare = (each: string) => each.replace(/[…,]/g, '');
        expect(bare(pages.map((page) => page.text).join(' '))).toBe(bare(text));
      })
    );
  });
});

describe('places in a text', () => {
  it('lie after words, and after what French sets apart from them', () => {
    const text = 'Quoi ! Non';
    expect(placesIn(text).map((place) => text.slice(0, place))).toEqual(['Quoi !', 'Quoi ! Non']);
  });
});

describe('a text on one line', () => {
  it('keeps signs with the words they belong to', () => {
    expect(oneLine('Quoi !\n « Non »')).toBe('Quoi\u202f! «\u202fNon\u202f»');
  });
});
