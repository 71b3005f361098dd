import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { nextScene, START } from './program';
import { NOW, sampleCard, TODAY } from './sample';
import { FULL, item, kinds, positives, sampleFact, sampleFigure, sampleVoice, show } from './sample-program';
import { anyQueue, perform } from './sample-queue';
import { cardsIn, type Scene } from './scene';

vi.setConfig({ testTimeout: 60_000 });

describe('the playlist of a screen', () => {
  it('goes entry by entry, each as often as it says, and then begins again', () => {
    const playlist = [item('spotlight', 2), item('mirror'), item('mosaic'), item('numbers'), item('message')];
    const round = 'spotlight spotlight mirror mosaic numbers message';
    expect(kinds(show(12, { playlist }))).toBe(`${round} ${round}`);
  });

  it('is respected whatever it is, where every entry has something to show', () => {
    fc.assert(
      fc.property(anyQueue(0), (queue) => {
        const everything = { ...queue, cards: FULL.cards.map(({ card }) => card) };
        const given = { voices: FULL.voices, figures: FULL.figures };
        const expected = queue.playlist.flatMap(({ scene, times }) => Array<string>(times).fill(scene));
        const shown = perform(everything, 30, () => given).map(({ scene }) => scene.kind);
        expect(shown).toEqual(shown.map((_, i) => expected[i % expected.length]));
      }),
      { numRuns: 500 }
    );
  });

  it('tells how long each scene stays', () => {
    const playlist = [item('spotlight', 1, 20), item('message', 1, 7), item('mosaic')];
    let program = START;
    const seconds = playlist.map(() => {
      const next = nextScene(program, { ...FULL, playlist });
      program = next.program;
      return next.seconds;
    });
    expect(seconds).toEqual([20, 7, null]);
  });

  it('passes over what has nothing to show', () => {
    const playlist = [
      item('mirror'),
      item('numbers'),
      { ...item('message'), text: { fr: ' ', en: '' } },
      { scene: 'message' as const, times: 2, seconds: null },
      item('spotlight')
    ];
    expect(kinds(show(3, { playlist, voices: [], figures: [] }))).toBe('spotlight spotlight spotlight');
    expect(kinds(show(3, { playlist, cards: [] }))).toBe('mirror numbers mirror');
    const after = [item('mirror'), item('spotlight', 2), item('message')];
    expect(kinds(show(4, { playlist: after, voices: [] }))).toBe('spotlight spotlight message spotlight');
  });

  it('shows the share, or that there is nothing, where no entry has anything to show', () => {
    const none = { voices: [], figures: [] };
    expect(kinds(show(2, { playlist: [item('mirror')], ...none }))).toBe('share share');
    expect(kinds(show(2, { cards: [] }))).toBe('empty empty');
    expect(kinds(show(2, { playlist: [] }))).toBe('share share');
  });

  it('goes on with another playlist wherever it was', () => {
    let program = START;
    for (let i = 0; i < 5; i += 1)
      program = nextScene(program, { ...FULL, playlist: [item('spotlight'), item('mosaic', 9)] }).program;
    expect(kinds(show(3, { playlist: [item('numbers'), item('message')] }, program))).toBe(
      'numbers message numbers'
    );
  });

  it('is told the same way every time, and nothing that it is given is changed', () => {
    fc.assert(
      fc.property(anyQueue(20), (queue) => {
        const before = JSON.stringify(queue);
        const first = perform(queue, 20).map(({ scene }) => scene);
        expect(perform(queue, 20).map(({ scene }) => scene)).toEqual(first);
        expect(JSON.stringify(queue)).toBe(before);
      }),
      { numRuns: 500 }
    );
  });

  it('remembers no more than there is to show, however long it runs', () => {
    const playlist = [item('spotlight'), item('mirror'), item('numbers')];
    let program = START;
    for (let i = 0; i < 900; i += 1) {
      const wave = `wave ${Math.floor(i / 3)}`;
      program = nextScene(program, {
        ...FULL,
        playlist,
        cards: positives(2),
        voices: [{ ...sampleVoice(null, 0), facts: [sampleFact(wave)] }],
        figures: [sampleFigure('customers', wave)]
      }).program;
    }
    expect(program.told.size).toBeLessThanOrEqual(2);
    expect(program.rotation.shown.size).toBeLessThan(20);
  });
});

describe('news', () => {
  const playlist = [item('message')];
  const arrival = () => ({ card: sampleCard('positive', { day: TODAY }), arrived: NOW });

  it('goes ahead of a scene without a card', () => {
    const news = arrival();
    const cards = [...FULL.cards, news];
    const [first, second] = show(2, { playlist, cards });
    expect(cardsIn(first as Scene)).toEqual([news.card.id]);
    expect(second?.kind).toBe('message');
  });

  it('never keeps such a scene away for more than three cards, however much comes', () => {
    const cards = [...FULL.cards, ...Array.from({ length: 30 }, arrival)];
    const shown = kinds(show(8, { playlist, cards }));
    expect(shown).toBe('spotlight spotlight spotlight message spotlight spotlight spotlight message');
  });

  it('can be looked for by asking for the next scene, which changes nothing', () => {
    const news = arrival();
    const deal = { ...FULL, cards: [...FULL.cards, news] };
    const { program } = nextScene(START, FULL);
    const ahead = nextScene(program, deal);
    expect(cardsIn(ahead.scene)).toEqual([news.card.id]);
    expect(nextScene(program, deal)).toEqual(ahead);
  });
});
