import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  byCell,
  LONGEST,
  pageOf,
  readEdit,
  readQueue,
  STATUSES,
  undoOf,
  writeQueue,
  type Comment,
  type Cursor
} from './comment';

const WAVE = 'a5a52c4d-93b3-445a-b02c-9f10683f907b';
const TEAM = '0c52c4d0-93b3-445a-b02c-9f10683f907b';
const read = (address: string) => readQueue(new URLSearchParams(address));

describe('the address of the comments', () => {
  it('shows what waits where it says nothing', () => {
    expect(read('')).toEqual({ status: 'waiting', wave: null, cursor: null });
  });

  it('shows the same when it is opened again', () => {
    for (const status of STATUSES) {
      for (const side of ['after', 'before', 'from'] as const) {
        const queue = { status, wave: WAVE, cursor: { side, team: TEAM, id: WAVE } };
        expect(readQueue(writeQueue(queue))).toEqual(queue);
      }
    }
  });

  it.each(['status=read', 'wave=1', `after=${TEAM}`, `after=${TEAM}_${WAVE}_${WAVE}`, 'before=a_b', 'from='])(
    'that is wrong counts as not said: %s',
    (address) => {
      expect(read(address)).toEqual(read(''));
    }
  );

  it('never fails, whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (status, after) => {
        expect(STATUSES).toContain(readQueue(new URLSearchParams({ status, after, wave: after })).status);
      })
    );
  });
});

describe('undoing', () => {
  it('withholds what was released, and releases what managers could read before', () => {
    expect(undoOf('release', 'waiting')).toBe('withhold');
    expect(undoOf('release', 'withheld')).toBe('withhold');
    expect(undoOf('withhold', 'released')).toBe('release');
  });

  it('never releases what nobody has released', () => {
    expect(undoOf('withhold', 'waiting')).toBe('reread');
  });

  it('is not offered where nothing was changed', () => {
    expect(undoOf('release', 'released')).toBeNull();
    expect(undoOf('withhold', 'withheld')).toBeNull();
  });
});

describe('an edit', () => {
  it('is the text that was typed, with the line ends of a form mended', () => {
    expect(readEdit('Un mot.', ' Un autre\r\nmot. ')).toEqual({ text: 'Un autre\nmot.' });
  });

  it('that changes nothing is none', () => {
    expect(readEdit('Un\nmot.', 'Un\r\nmot. ')).toEqual({ text: null });
  });

  it('that leaves nothing is refused, or the original would be released', () => {
    expect(readEdit('Un mot.', ' \n ')).toEqual({ problem: 'empty' });
  });

  it('has as many characters as an answer may, and no more', () => {
    expect(readEdit('Un mot.', '😀'.repeat(LONGEST))).toEqual({ text: '😀'.repeat(LONGEST) });
    expect(readEdit('Un mot.', 'a'.repeat(LONGEST + 1))).toEqual({ problem: 'long' });
  });
});

describe('the pages of a wave', () => {
  const comments: Comment[] = Array.from({ length: 50 }, (_, i) => ({
    id: String(i).padStart(2, '0'),
    team_id: String(Math.floor(i / 7)),
    text: ''
  }));
  const key = ({ team_id, id }: Comment) => `${team_id}_${id}`;
  const ask = (cursor: Cursor | null, size: number) => {
    const at = cursor && `${cursor.team}_${cursor.id}`;
    if (!at) return comments.slice(0, size + 1);
    if (cursor.side === 'before') return comments.filter((each) => key(each) < at).slice(-size - 1);
    return comments
      .filter((each) => key(each) > at || (cursor.side === 'from' && key(each) === at))
      .slice(0, size + 1);
  };

  it('hold every comment once, there and back', () => {
    for (const size of [1, 7, 20, 49, 50, 60]) {
      const pages = [pageOf(ask(null, size), size, null)];
      while (pages.at(-1)?.after)
        pages.push(pageOf(ask(pages.at(-1)!.after, size), size, pages.at(-1)!.after));
      expect(pages.flatMap(({ comments: kept }) => kept)).toEqual(comments);
      for (let i = pages.length - 1; i > 0; i--) {
        const { before } = pages[i]!;
        expect(pageOf(ask(before, size), size, before).comments).toEqual(pages[i - 1]!.comments);
      }
      expect(pages[0]!.before).toBeNull();
    }
  });

  it('begin with a comment that is asked for', () => {
    const from: Cursor = { side: 'from', team: '2', id: '15' };
    expect(pageOf(ask(from, 5), 5, from).comments.map(({ id }) => id)).toEqual([
      '15',
      '16',
      '17',
      '18',
      '19'
    ]);
  });

  it('keep the comments of a cell together, cells by name, in the order they came', () => {
    const names = new Map([
      ['n', 'Nantes'],
      ['b', 'Bordeaux'],
      ['e', 'Élysée']
    ]);
    const some = ['n', 'n', 'e', 'b'].map((team_id, i) => ({ id: String(i), team_id, text: '' }));
    expect(byCell(some, names).map(({ name, comments: of }) => [name, of.map(({ id }) => id)])).toEqual([
      ['Bordeaux', ['3']],
      ['Élysée', ['2']],
      ['Nantes', ['0', '1']]
    ]);
  });
});
