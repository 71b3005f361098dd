import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addDays } from './period';
import { nextScene, START } from './program';
import { asDeck, sampleCard, TODAY } from './sample';
import {
  FULL,
  item,
  kinds,
  positives,
  sampleFact,
  sampleFigure,
  sampleVoice,
  show,
  TREE
} from './sample-program';
import { anyQueue, perform, type Step } from './sample-queue';
import { cardsIn, type Scene } from './scene';
import { voiceOf } from './voices';

vi.setConfig({ testTimeout: 60_000 });

const LONG = 'Je suis venu deux fois. '.repeat(12);

describe('a mosaic', () => {
  const playlist = [item('mosaic')];

  it('is of three cards that differ, in the order in which they would have come one by one', () => {
    const one = show(9, {}).flatMap(cardsIn);
    const three = show(3, { playlist });
    expect(three.map((scene) => cardsIn(scene).length)).toEqual([3, 3, 3]);
    expect(three.flatMap(cardsIn)).toEqual(one);
  });

  it('ends before a long text, which then stands alone, and counts what was answered', () => {
    const short = { text: 'Parfait' };
    const cards = asDeck([
      sampleCard('positive', { ...short, day: '2026-06-15' }),
      sampleCard('positive', { ...short, day: '2026-06-14' }),
      sampleCard('positive', { text: LONG, day: '2026-06-13' }),
      sampleCard('positive', { ...short, day: '2026-06-12' }),
      sampleCard('positive', { ...short, answer: LONG, day: '2026-06-11' })
    ]);
    const shown = show(4, { playlist, cards });
    expect(kinds(shown)).toBe('mosaic spotlight spotlight spotlight');
    expect(shown.flatMap(cardsIn)).toEqual(cards.map(({ card }) => card.id));
  });

  it('never has the same card twice, nor what would be a third negative', () => {
    expect(kinds(show(3, { playlist, cards: positives(1) }))).toBe('spotlight spotlight spotlight');
    expect(show(2, { playlist, cards: positives(2) }).map((scene) => cardsIn(scene).length)).toEqual([2, 2]);
    const cards = asDeck([1, 2, 3, 4].map(() => sampleCard('negative')));
    expect(kinds(show(4, { playlist, cards }))).toBe('mosaic share mosaic share');
  });

  it('marks what is of long ago', () => {
    const cards = asDeck([
      sampleCard('positive', { day: '2025-06-10' }),
      sampleCard('negative', { day: '2025-06-10' })
    ]);
    const [scene] = show(1, { playlist, cards });
    const marked =
      scene?.kind === 'mosaic' ? scene.shown.map(({ card, memory }) => [card.sentiment, memory]) : [];
    expect(marked.sort()).toEqual([
      ['negative', false],
      ['positive', true]
    ]);
  });
});

describe('a mirror', () => {
  const playlist = [item('mirror')];
  const about = (team_id: string | null) => asDeck([sampleCard('positive', { team_id })]);
  const teamIn = (scene?: Scene) => (scene?.kind === 'mirror' ? scene.team : undefined);

  it('sets beside a card what its team said, else the closest above that said anything, else the company', () => {
    const voices = [
      sampleVoice(null, 1),
      sampleVoice('west', 1),
      sampleVoice('nantes', 1),
      sampleVoice('lyon', 0)
    ];
    const teams = ['nantes', 'brest', 'west', 'lyon', 'elsewhere', null].map((team) =>
      teamIn(show(1, { playlist, voices, cards: about(team) })[0])
    );
    expect(teams).toEqual(['NANTES', 'WEST', 'WEST', null, null, null]);
  });

  it('tells every fact of a voice before any comes again, a new one first', () => {
    const voices = [sampleVoice(null, 3)];
    const factsIn = (scenes: Scene[]) =>
      scenes.map((scene) => (scene.kind === 'mirror' ? scene.fact.id : ''));
    expect(factsIn(show(5, { playlist, voices }))).toEqual(['all 0', 'all 1', 'all 2', 'all 0', 'all 1']);
    let program = START;
    for (let i = 0; i < 4; i += 1) program = nextScene(program, { ...FULL, playlist, voices }).program;
    const more = [{ ...voices[0]!, facts: [...voices[0]!.facts, sampleFact('new')] }];
    expect(factsIn(show(2, { playlist, voices: more }, program))).toEqual(['new', 'all 1']);
  });

  it('tells a fact alone where there is no card, where none may follow, and where no voice speaks for the card', () => {
    const alone = (scene?: Scene) => scene?.kind === 'mirror' && scene.shown === null;
    expect(show(2, { playlist, cards: [] }).map(alone)).toEqual([true, true]);
    const negatives = asDeck([1, 2, 3].map(() => sampleCard('negative')));
    expect(show(6, { playlist, cards: negatives }).map(alone)).toEqual([
      false,
      false,
      true,
      false,
      false,
      true
    ]);
    const cards = asDeck(['lyon', 'nantes'].map((team_id) => sampleCard('positive', { team_id })));
    const [mirror, card] = show(2, {
      cards,
      voices: [sampleVoice('nantes', 1)],
      playlist: [item('mirror'), item('spotlight')]
    });
    expect([alone(mirror), teamIn(mirror)]).toEqual([true, 'NANTES']);
    // The card that was passed over has its turn next.
    expect(cardsIn(card as Scene)).toEqual([cards[0]?.card.id]);
  });

  it('shows what it was given alone: beside each card its own voice, and nothing older than 120 days', () => {
    let told = 0;
    const old = addDays(TODAY, -121);
    const stale = {
      ...sampleVoice('nantes', 2, old),
      facts: [sampleFact('old', old), sampleFact('edge', addDays(TODAY, -120))]
    };
    fc.assert(
      fc.property(anyQueue(20), (queue) => {
        const voices = [...queue.voices.filter(({ team }) => team?.id !== 'nantes'), stale];
        for (const { scene } of mirrors(perform({ ...queue, voices }, 20))) {
          told += 1;
          expect(scene.fact.id).not.toBe('old');
          const speaking = voices.find(({ facts }) => facts.includes(scene.fact));
          expect(scene.team).toBe(speaking?.team?.name ?? null);
          if (scene.shown)
            expect(
              voiceOf(
                scene.shown.card,
                voices.filter(({ facts }) => facts.length > 0)
              )
            ).toBe(speaking);
          if (scene.shown && speaking?.team)
            expect(TREE[speaking.team.id as keyof typeof TREE]).toContain(scene.shown.card.team_id);
        }
      }),
      { numRuns: 1000 }
    );
    expect(told).toBeGreaterThan(1000);
  });
});

describe('numbers', () => {
  const playlist = [item('numbers')];
  const figures = [
    ...['a', 'b', 'c'].map((id) => sampleFigure('customers', id)),
    ...['d', 'e', 'f'].map((id) => sampleFigure('employees', id))
  ];
  const shownIn = (scenes: Scene[]) =>
    scenes.map((scene) => (scene.kind === 'numbers' ? scene.figures.map(({ id }) => id).join('') : ''));

  it('are two of each side, and the next time those that were not shown', () => {
    expect(shownIn(show(3, { playlist, figures }))).toEqual(['abde', 'acdf', 'bcef']);
  });

  it('are more of one side where the other has fewer', () => {
    expect(shownIn(show(1, { playlist, figures: figures.slice(0, 4) }))).toEqual(['abcd']);
    expect(shownIn(show(1, { playlist, figures: figures.slice(3) }))).toEqual(['def']);
  });

  it('are never more than four, nor any that is older than 120 days, nor other than what was given', () => {
    fc.assert(
      fc.property(
        anyQueue(0),
        fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: 8 }),
        (queue, ages) => {
          const given = ages.map((age, i) =>
            sampleFigure(i % 3 ? 'customers' : 'employees', String(i), addDays(TODAY, -age))
          );
          const fresh = given.filter((_, i) => ages[i]! <= 120);
          const steps = perform({ ...queue, playlist: [...playlist, item('spotlight')], figures: given }, 6);
          const shown = steps.flatMap(({ scene }) => (scene.kind === 'numbers' ? [scene.figures] : []));
          expect(shown.length).toBe(fresh.length > 0 ? 3 : 0);
          for (const each of shown) {
            expect(each.length).toBe(Math.min(4, fresh.length));
            for (const figure of each) expect(fresh).toContain(figure);
          }
        }
      ),
      { numRuns: 500 }
    );
  });
});

function mirrors(steps: Step[]) {
  return steps.flatMap(({ scene, deal }) => (scene.kind === 'mirror' ? [{ scene, deal }] : []));
}
