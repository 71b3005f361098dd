import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  criteriaOf,
  emptiness,
  pageOf,
  readListing,
  SENTIMENTS,
  STATUSES,
  without,
  writeListing,
  type Cursor,
  type Page
} from './list';

const TODAY = '2026-11-22';
const KNOWN = { teams: ['ouest', 'nantes'], steps: ['delivery', 'refund'] };
const ID = 'a5a52c4d-93b3-445a-b02c-9f10683f907b';
const read = (address: string, everyStatus = true) =>
  readListing(new URLSearchParams(address), KNOWN, TODAY, everyStatus);
const EVERYTHING = read('');

describe('the address of a list', () => {
  it('shows everything, of all time, where it says nothing', () => {
    expect(EVERYTHING).toEqual({
      q: '',
      status: null,
      sentiment: null,
      preset: null,
      period: null,
      team: null,
      step: null,
      channel: null,
      cursor: null
    });
  });

  it('names what to search, a status, a sentiment, a period, a team, a step and a channel', () => {
    const listing = read(
      'q=%C3%A9t%C3%A9&status=held&sentiment=negative&period=30d&team=nantes&step=delivery&channel=google'
    );
    expect(listing).toMatchObject({
      q: 'été',
      status: 'held',
      sentiment: 'negative',
      preset: '30d',
      period: { since: '2026-10-24', until: TODAY },
      team: 'nantes',
      step: 'delivery',
      channel: 'google'
    });
    expect(criteriaOf(listing)).toEqual(['q', 'period', 'team', 'step', 'channel', 'sentiment', 'status']);
  });

  it('names a period of one’s own by its days, and all time by "all"', () => {
    expect(read('from=2026-03-01&to=2026-03-31').period).toMatchObject({
      since: '2026-03-01',
      until: '2026-03-31'
    });
    expect(read('period=dates&from=2026-03-01&to=2026-03-31').preset).toBe('dates');
    expect(read('period=all&from=2026-03-01&to=2026-03-31').period).toBeNull();
  });

  it('cannot ask for a status where only what is approved may be seen', () => {
    expect(read('status=held', true).status).toBe('held');
    expect(read('status=held', false).status).toBeNull();
  });

  it.each([
    ['an unknown status', 'status=secret'],
    ['an unknown sentiment', 'sentiment=angry'],
    ['an unknown period', 'period=forever'],
    ['a period that ends before it begins', 'from=2026-03-31&to=2026-03-01'],
    ['a day that does not exist', 'from=2026-02-30&to=2026-03-01'],
    ['an unknown team', 'team=lille'],
    ['an unknown step', 'step=__proto__'],
    ['a channel that cannot be one', 'channel=%27%3B--'],
    ['a cursor without an id', 'before=2026-03-01'],
    ['a cursor without a real day', `before=2026-02-31_${ID}`],
    ['a cursor before any calendar of ours', `before=0001-01-01_${ID}`],
    ['a cursor with more in it', `after=2026-03-01_${ID}_`],
    ['a cursor whose id is none', `before=2026-03-01_${ID.toUpperCase().replace('A5', 'ZZ')}`],
    ['the name of the act that was just done', '/approve='],
    ['a search for nothing', 'q=%20%00%09']
  ])('counts %s as not said', (_, address) => {
    expect(read(address)).toEqual(EVERYTHING);
  });

  it('takes control characters and what is too long out of a search, whole characters only', () => {
    expect(read('q=a%00b%0Ac').q).toBe('a b c');
    expect(read(`q=${encodeURIComponent('😀'.repeat(300))}`).q).toBe('😀'.repeat(200));
  });

  it('says the same when it is written and read again, whatever was in it', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        ...STATUSES,
        ...SENTIMENTS,
        '90d',
        '18m',
        'dates',
        'all',
        'nantes',
        'delivery',
        'google'
      ),
      fc.constantFrom('2026-01-05', '2025-02-28', `2026-01-05_${ID}`)
    );
    const name = fc.constantFrom(
      'q',
      'status',
      'sentiment',
      'period',
      'from',
      'to',
      'team',
      'step',
      'channel',
      'before',
      'after'
    );
    fc.assert(
      fc.property(fc.dictionary(name, value), fc.boolean(), (said, everyStatus) => {
        const listing = readListing(new URLSearchParams(said), KNOWN, TODAY, everyStatus);
        const again = readListing(
          new URLSearchParams(writeListing(listing).toString()),
          KNOWN,
          TODAY,
          everyStatus
        );
        expect(again).toEqual(listing);
      })
    );
  });
});

describe('a list in which nothing is found', () => {
  it('is loosened by one criterion, from its first page', () => {
    const listing = read(`q=verre&period=90d&team=nantes&before=2026-03-01_${ID}`);
    expect(writeListing(without(listing, 'q')).toString()).toBe('team=nantes&period=90d');
    expect(writeListing(without(listing, 'period')).toString()).toBe('q=verre&team=nantes');
  });

  it('says why: nothing there, nothing held any more, nothing that matches', () => {
    expect(emptiness(EVERYTHING, [])).toBe('nothing');
    expect(emptiness(read('status=held'), ['status'])).toBe('done');
    expect(emptiness(read('status=held'), [])).toBe('nothing');
    expect(emptiness(read('status=held&team=nantes'), ['team'])).toBe('unmatched');
    expect(emptiness(read('q=verre'), [])).toBe('unmatched');
  });
});

describe('the pages of a list', () => {
  type Row = { id: string; day: string };
  const row = (n: number): Row => ({ id: `${n}`, day: '2026-03-01' });
  const cursor = (side: Cursor['side']): Cursor => ({ side, day: '2026-03-01', id: 'x' });

  it('has no neighbour when everything fits on one', () => {
    expect(pageOf([row(2), row(1)], 2, null)).toEqual({ rows: [row(2), row(1)], newer: null, older: null });
    expect(pageOf([], 2, null)).toEqual({ rows: [], newer: null, older: null });
  });

  it('goes on to older ones from its last row when there was a row too many', () => {
    const page = pageOf([row(3), row(2), row(1)], 2, null);
    expect(page.rows).toEqual([row(3), row(2)]);
    expect(page.older).toEqual({ side: 'before', ...row(2) });
    expect(page.newer).toBeNull();
  });

  it('leads back from where one came, either way', () => {
    const older = pageOf([row(2), row(1)], 2, cursor('before'));
    expect(older).toMatchObject({ newer: { side: 'after', ...row(2) }, older: null });
    const newer = pageOf([row(3), row(2), row(1)], 2, cursor('after'));
    expect(newer.rows).toEqual([row(2), row(1)]);
    expect(newer).toMatchObject({
      newer: { side: 'after', ...row(2) },
      older: { side: 'before', ...row(1) }
    });
    expect(pageOf([row(2), row(1)], 2, cursor('after')).newer).toBeNull();
  });

  it('neither skip nor repeat a row, there and back', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 9 }), (count, size) => {
        const all = Array.from({ length: count }, (_, n) => row(count - n));
        const ask = (from: Cursor | null) => {
          const at = all.findIndex(({ id }) => id === from?.id);
          if (from?.side === 'after') return all.slice(Math.max(0, at - size - 1), at);
          return all.slice(at + 1, at + 2 + size);
        };
        const walk = (side: 'older' | 'newer', start: Cursor | null) => {
          const pages: Page<Row>[] = [];
          for (let at: Cursor | null | undefined = start; at !== undefined;) {
            const page: Page<Row> = pageOf<Row>(ask(at), size, at);
            pages.push(page);
            at = page[side] ?? undefined;
          }
          return pages;
        };
        const there = walk('older', null);
        expect(there.flatMap(({ rows }) => rows)).toEqual(all);
        const back = there.at(-1)?.newer;
        if (back)
          expect(
            walk('newer', back)
              .reverse()
              .flatMap(({ rows }) => rows)
          ).toEqual(there.slice(0, -1).flatMap(({ rows }) => rows));
      })
    );
  });
});
