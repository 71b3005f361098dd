import { describe, expect, it } from 'vitest';
import { EVERYONE, keyOf, shareKeyOf, teamsKeyOf, type Audience } from './audience';

const of = (over: Partial<Audience['selection']>, share: Audience['share'] = 'auto'): Audience => ({
  selection: { ...EVERYONE.selection, ...over },
  share
});

describe('the audience of a screen', () => {
  it('is the same whatever the order in which it was chosen', () => {
    expect(keyOf(of({ teams: ['a', 'b'], steps: ['x', 'y'] }))).toBe(
      keyOf(of({ teams: ['b', 'a'], steps: ['y', 'x'] }))
    );
  });

  it('is another one with any other choice', () => {
    const all = [
      EVERYONE,
      of({ teams: [] }),
      of({ teams: ['a'] }),
      of({ steps: ['a'] }),
      of({ languages: ['a'] }),
      of({}, 'today')
    ];
    expect(new Set(all.map(keyOf)).size).toBe(all.length);
  });

  it('has the share of another that differs in languages alone, and hears of the same teams whatever the steps', () => {
    expect(shareKeyOf(of({ languages: ['fr'] }))).toBe(shareKeyOf(EVERYONE));
    expect(shareKeyOf(of({ steps: ['a'] }))).not.toBe(shareKeyOf(EVERYONE));
    expect(teamsKeyOf(of({ steps: ['a'] }).selection)).toBe(teamsKeyOf(EVERYONE.selection));
    expect(teamsKeyOf(of({ teams: ['a'] }).selection)).not.toBe(teamsKeyOf(EVERYONE.selection));
  });
});
