import { describe, expect, it } from 'vitest';
import { addDays } from './period';
import { TODAY } from './sample';
import { sampleFact, sampleVoice } from './sample-program';
import { freshVoices, longestUntold, tell, voiceOf, type Told } from './voices';

const FACTS = ['a', 'b', 'c'].map((id) => sampleFact(id));
const NEVER: Told = new Map();

describe('the voices of the pulse', () => {
  it('are heard for 120 days, and not at all once all they said is older', () => {
    const edge = addDays(TODAY, -120);
    const voices = [
      sampleVoice(null, 2, edge),
      sampleVoice('nantes', 2, addDays(edge, -1)),
      sampleVoice('lyon', 0)
    ];
    expect(freshVoices(voices, TODAY)).toEqual([voices[0]]);
    expect(freshVoices(voices, addDays(TODAY, 1))).toEqual([]);
  });

  it('speak for a card from as close to its team as anybody spoke', () => {
    const [company, west, nantes] = [sampleVoice(null, 1), sampleVoice('west', 1), sampleVoice('nantes', 1)];
    const all = [west, company, nantes];
    expect(voiceOf({ team_id: 'nantes' }, all)).toBe(nantes);
    expect(voiceOf({ team_id: 'brest' }, all)).toBe(west);
    expect(voiceOf({ team_id: 'lyon' }, all)).toBe(company);
    expect(voiceOf({ team_id: null }, all)).toBe(company);
    expect(voiceOf({ team_id: null }, [west, nantes])).toBeNull();
  });

  it('tell first what was never told, then what was told longest ago', () => {
    expect(longestUntold(FACTS, NEVER)?.id).toBe('a');
    const told = tell(
      tell(tell(NEVER, ['b'], ['a', 'b', 'c']), ['a'], ['a', 'b', 'c']),
      ['c'],
      ['a', 'b', 'c']
    );
    expect(longestUntold(FACTS, told)?.id).toBe('b');
    expect(longestUntold([...FACTS, sampleFact('new')], told)?.id).toBe('new');
    expect(longestUntold([], told)).toBeNull();
  });

  it('are forgotten once they are gone, and what is told again is the last', () => {
    const told = tell(tell(NEVER, ['a'], ['a', 'b']), ['b'], ['b']);
    expect([...told.keys()]).toEqual(['b']);
    expect(longestUntold(FACTS.slice(0, 2), tell(tell(told, ['a'], ['a', 'b']), ['b'], ['a', 'b']))?.id).toBe(
      'a'
    );
  });
});
