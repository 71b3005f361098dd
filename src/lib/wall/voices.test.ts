import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '$lib/pulse/results/facts';
import { SENTIMENTS } from './card';
import { asDeck, NOW, sampleCard, TODAY } from './sample';
import { next, START } from './sequence';
import { afterCard, afterFact, CARDS_BETWEEN, factNow, SILENT, type Voices } from './voices';

const fact = (id: string): Fact => ({ kind: 'participation', id, days: [TODAY, TODAY], percent: 70 });
const FACTS = ['a', 'b', 'c'].map(fact);

/** Plays turns with both voices; what was shown, cards by id. */
function play(turns: number, facts: Fact[], isBusy: (turn: number) => boolean = () => false): string[] {
  const shown: string[] = [];
  let voices: Voices = SILENT;
  for (let turn = 0; turn < turns; turn += 1) {
    const told = factNow(voices, facts, isBusy(turn));
    voices = told ? afterFact(voices, told, facts) : afterCard(voices);
    shown.push(told ? told.id : 'card');
  }
  return shown;
}

describe('the two voices of the wall', () => {
  it('let the employees speak once in eight, after the customers', () => {
    const shown = play(80, FACTS);
    expect(shown.slice(0, CARDS_BETWEEN)).toEqual(Array(CARDS_BETWEEN).fill('card'));
    expect(shown.filter((each) => each !== 'card')).toHaveLength(10);
    for (let i = 1; i < shown.length; i += 1) expect([shown[i - 1], shown[i]]).toContain('card');
  });

  it('tell every fact before any comes again, a new one first', () => {
    const told = play(48, FACTS).filter((each) => each !== 'card');
    expect(told).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
    const both: Voices = {
      cards: CARDS_BETWEEN,
      told: new Map([
        ['a', 1],
        ['b', 2]
      ])
    };
    expect(factNow(both, [...FACTS.slice(0, 2), fact('new')], false)?.id).toBe('new');
    expect([...afterFact(both, fact('new'), [fact('new')]).told.keys()]).toEqual(['new']);
  });

  it('never keep news waiting, and have nothing to say before anything was published', () => {
    expect(play(30, FACTS, () => true)).toEqual(Array(30).fill('card'));
    expect(play(12, FACTS, (turn) => turn < 10)[10]).toBe('a');
    expect(play(30, [])).toEqual(Array(30).fill('card'));
  });

  it('leave the cards as they are without facts, whatever the customers said', () => {
    const cards = fc.array(fc.constantFrom(...SENTIMENTS), { minLength: 1, maxLength: 30 });
    const counts = fc.record({ positive: fc.nat(50), neutral: fc.nat(50), negative: fc.nat(50) });
    fc.assert(
      fc.property(cards, counts, fc.nat(4), (sentiments, counts, many) => {
        const deal = {
          cards: asDeck(sentiments.map((each) => sampleCard(each))),
          counts,
          today: TODAY,
          now: NOW
        };
        const facts = FACTS.slice(0, many);
        const [alone, both]: (string | null)[][] = [[], []];
        let rotation = START;
        for (let i = 0; i < 40; i += 1) {
          const played = next(rotation, deal);
          alone!.push(played.turn?.card.id ?? null);
          rotation = played.rotation;
        }
        rotation = START;
        let voices: Voices = SILENT;
        while (both!.length < 40) {
          const told = factNow(voices, facts, false);
          if (told) {
            voices = afterFact(voices, told, facts);
            continue;
          }
          const played = next(rotation, deal);
          rotation = played.rotation;
          if (played.turn) voices = afterCard(voices);
          both!.push(played.turn?.card.id ?? null);
        }
        expect(both).toEqual(alone);
      }),
      { numRuns: 100 }
    );
  });
});
