import { describe, expect, it } from 'vitest';
import { LONGEST_TITLE, readAction, sorted, undoOf, type TeamAction, type Typed } from './action';

const TODAY = '2026-11-22';
const FORM: Typed = {
  team: 'nantes',
  title: 'Deux caisses le samedi',
  lever: '',
  decided_on: '',
  done_on: ''
};
const read = (typed: Partial<Typed>) => readAction({ ...FORM, ...typed }, TODAY);
const BOARD: TeamAction = {
  id: 'a',
  team_id: 'nantes',
  lever: 'tools',
  title: 'Un tableau des stocks',
  decided_on: '2026-09-02',
  done_on: null
};

describe('the form of an action', () => {
  it('needs a title, and takes the rest as it goes without saying', () => {
    expect(read({})).toEqual({
      team_id: 'nantes',
      lever: null,
      title: 'Deux caisses le samedi',
      decided_on: TODAY,
      done_on: null
    });
    expect(read({ title: ' \n\t ' })).toEqual({ problem: 'title_missing' });
  });

  it('takes one of the six levers, and nothing else for one', () => {
    expect(read({ lever: 'autonomy' })).toMatchObject({ lever: 'autonomy' });
    expect(read({ lever: 'constructor' })).toMatchObject({ lever: null });
  });

  it('makes one line of a title, and counts its characters as the database does', () => {
    expect(read({ title: '  Deux\r\ncaisses\u0000 ' })).toMatchObject({ title: 'Deux caisses' });
    expect(read({ title: '😀'.repeat(LONGEST_TITLE) })).toMatchObject({ decided_on: TODAY });
    expect(read({ title: '😀'.repeat(LONGEST_TITLE + 1) })).toEqual({ problem: 'title_long' });
  });

  it('refuses days that are none, still to come, or in the wrong order', () => {
    expect(read({ decided_on: '2026-02-30' })).toEqual({ problem: 'day_wrong' });
    expect(read({ decided_on: '2026-11-23' })).toEqual({ problem: 'day_to_come' });
    expect(read({ decided_on: '2026-11-01', done_on: '2026-11-23' })).toEqual({ problem: 'day_to_come' });
    expect(read({ decided_on: '2026-11-02', done_on: '2026-11-01' })).toEqual({
      problem: 'done_before_decided'
    });
    expect(read({ decided_on: '2026-11-02', done_on: '2026-11-02' })).toMatchObject({
      done_on: '2026-11-02'
    });
  });
});

describe('undoing', () => {
  it('puts a day of completion back, or takes it away', () => {
    expect(undoOf('finish', BOARD)).toEqual({ act: 'reopen', fields: { id: 'a' } });
    expect(undoOf('reopen', { ...BOARD, done_on: '2026-10-05' })).toEqual({
      act: 'finish',
      fields: { id: 'a', done_on: '2026-10-05' }
    });
  });

  it('takes back what was just noted', () => {
    expect(undoOf('decide', BOARD)).toEqual({ act: 'drop', fields: { id: 'a' } });
  });

  it('notes again all of what was removed', () => {
    const { act, fields } = undoOf('drop', { ...BOARD, done_on: '2026-10-05' });
    const { id, ...all } = { ...BOARD, done_on: '2026-10-05' };
    expect(id).toBe('a');
    expect(act).toBe('decide');
    expect(readAction(fields as Typed, TODAY)).toEqual(all);
  });
});

describe('a list of actions', () => {
  it('begins with what is under way; the latest come first', () => {
    const actions = [
      { ...BOARD, id: 'old', decided_on: '2026-01-01' },
      { ...BOARD, id: 'first', decided_on: '2026-01-02', done_on: '2026-03-01' },
      { ...BOARD, id: 'new', decided_on: '2026-10-01' },
      { ...BOARD, id: 'last', decided_on: '2026-01-01', done_on: '2026-11-01' }
    ];
    const { open, done } = sorted(actions);
    expect(open.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(done.map(({ id }) => id)).toEqual(['last', 'first']);
  });
});
