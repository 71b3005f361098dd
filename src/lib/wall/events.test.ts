import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoder, encode, type WallEvent } from './events';

const anyEvent: fc.Arbitrary<WallEvent> = fc.oneof(
  fc.record({
    event: fc.constant('change' as const),
    id: fc.constant('2026-06-15T09:00:00.5+00:00'),
    data: fc.record({ gone: fc.string(), revision: fc.nat() })
  }),
  fc.record({
    event: fc.constant('live' as const),
    data: fc.record({ cursor: fc.string({ unit: 'grapheme' }), at: fc.string() })
  })
);

describe('the stream of a screen', () => {
  it('says the same thing at the other end, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), fc.array(fc.nat(400)), (events, cuts) => {
        const text = `retry: 1000\n\n${encode(events)}: beat\n\n`;
        const places = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b), text.length];
        const decode = decoder();
        const heard = places.slice(1).flatMap((place, i) => decode(text.slice(places[i], place)));
        expect(heard).toEqual(events);
      })
    );
  });

  it('keeps line breaks inside a text and ignores what it does not know', () => {
    const event: WallEvent = { event: 'change', id: 'x', data: { gone: 'a\n\nevent: live', revision: 1 } };
    expect(decoder()(encode([event]))).toEqual([event]);
    expect(decoder()('event: other\ndata: 1\n\n')).toEqual([]);
  });
});
