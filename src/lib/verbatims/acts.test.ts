import { describe, expect, it } from 'vitest';
import { undoOf, type Changeable } from './acts';

const HELD: Changeable = { status: 'held', sentiment: 'negative', owner_team_id: null, answer: null };

describe('undoing an act', () => {
  it('puts a verbatim back where it was, and never approves what was held', () => {
    expect(undoOf('approve', HELD)).toEqual({ act: 'hold', fields: {} });
    expect(undoOf('hide', HELD)).toEqual({ act: 'hold', fields: {} });
    expect(undoOf('hide', { ...HELD, status: 'approved' })).toEqual({ act: 'approve', fields: {} });
    expect(undoOf('approve', { ...HELD, status: 'hidden' })).toEqual({ act: 'hide', fields: {} });
  });

  it('is not offered where the act changed nothing', () => {
    expect(undoOf('approve', { ...HELD, status: 'approved' })).toBeNull();
    expect(undoOf('hold', HELD)).toBeNull();
    expect(undoOf('correct', HELD, 'negative')).toBeNull();
  });

  it('gives back the sentiment and the answer that were there', () => {
    expect(undoOf('correct', HELD, 'neutral')).toEqual({ act: 'uncorrect', fields: {} });
    expect(undoOf('uncorrect', HELD)).toBeNull();
    expect(undoOf('answer', HELD)).toEqual({ act: 'answer', fields: { team: '', answer: '' } });
    const answered = { ...HELD, owner_team_id: 'nantes', answer: 'Remplacé.' };
    expect(undoOf('answer', answered)).toEqual({
      act: 'answer',
      fields: { team: 'nantes', answer: 'Remplacé.' }
    });
  });
});
