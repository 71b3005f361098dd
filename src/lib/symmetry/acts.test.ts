import { describe, expect, it } from 'vitest';
import { readEvent, readTargets } from './acts';

const TODAY = '2026-11-22';
const event = { team: 't1', day: '2026-11-02', title: 'Ouverture du dimanche' };

describe('the cuts that leadership types', () => {
  it('are taken from 1 to 99', () => {
    expect(readTargets({ cx: '72', ex: '60' })).toEqual({ cx: 72, ex: 60 });
    expect(readTargets({ cx: '1', ex: '99' })).toEqual({ cx: 1, ex: 99 });
  });

  it.each(['0', '100', '-5', '7.5', '', 'seventy', '1e1'])('%j is refused, on either side', (wrong) => {
    expect(readTargets({ cx: wrong, ex: '60' })).toEqual({ problem: 'cx' });
    expect(readTargets({ cx: '60', ex: wrong })).toEqual({ problem: 'ex' });
  });
});

describe('an event that somebody types', () => {
  it('is one line, on a day that has been', () => {
    expect(readEvent({ ...event, title: '  Ouverture\n du\tdimanche ' }, TODAY)).toEqual({
      team_id: 't1',
      day: '2026-11-02',
      title: 'Ouverture du dimanche'
    });
    expect(readEvent({ ...event, day: TODAY }, TODAY)).toMatchObject({ day: TODAY });
  });

  it('needs a title that fits', () => {
    expect(readEvent({ ...event, title: ' \u0000 ' }, TODAY)).toEqual({ problem: 'title_missing' });
    expect(readEvent({ ...event, title: 'é'.repeat(121) }, TODAY)).toEqual({ problem: 'title_long' });
    expect(readEvent({ ...event, title: '🙂'.repeat(120) }, TODAY)).not.toHaveProperty('problem');
  });

  it('needs a day of the calendar that is not to come', () => {
    expect(readEvent({ ...event, day: '2026-02-30' }, TODAY)).toEqual({ problem: 'day_wrong' });
    expect(readEvent({ ...event, day: '2026-11-23' }, TODAY)).toEqual({ problem: 'day_to_come' });
  });
});
