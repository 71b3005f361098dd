import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closedMonthActions, closingsOf } from '../../src/lib/symmetry/closed-months.server';
import { sumsOf } from '../../src/lib/symmetry/symmetry.server';
import type { Person, Role } from '../../src/lib/server/session';
import { onPglite } from '../support/engines';
import { seedCast, WEBSITE, type Actor } from './cast';
import { as } from './client';
import { row, STORE } from './happenings';
import { personOf } from './names';

const SPAN = { since: '2026-02', until: '2026-04' };

onPglite('Counting closed months again on the page', seedCast, (db) => {
  const send = (who: Exclude<Actor, 'anon' | 'stranger' | 'service'>, role: Role, months: string[]) => {
    const body = new FormData();
    for (const month of months) body.append('month', month);
    const url = new URL('http://localhost/symmetry?/recount');
    return closedMonthActions.recount({
      url,
      request: new Request(url, { method: 'POST', body }),
      locals: { supabase: as(db, who), person: { id: personOf(who), role } as Person }
    } as unknown as RequestEvent);
  };
  const shown = async (who: Actor, role: Role, today = '2026-05-03') => {
    const sums = await sumsOf(as(db, who), SPAN, { step: null, teams: null });
    return closingsOf(as(db, who), role, sums, SPAN, today);
  };

  // The engine prints every statement it refuses, and one of these is refused on purpose.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => vi.restoreAllMocks());

  it('says which months are closed and since when, and which still move and until when', async () => {
    expect(await shown('claire', 'leadership')).toEqual({
      closed: [{ month: '2026-03', day: '2026-04-08' }],
      provisional: [{ month: '2026-04', day: '2026-05-07' }],
      late: [],
      mayRecount: true
    });
  });

  it('tells what came late to who may count it, and to nobody else', async () => {
    await db.sql(STORE, [WEBSITE, [0, 4, 8].map((n) => row(n, '2026-03-20', n))]);
    const late = { month: '2026-03', closed_at: '2026-04-08T00:00:00+00:00', came: 3, went: 0 };
    expect((await shown('claire', 'leadership')).late).toEqual([late]);
    expect((await shown('thomas', 'admin')).late).toEqual([late]);
    expect(await shown('youssef', 'manager')).toMatchObject({ late: [], mayRecount: false });
  });

  describe('is refused', () => {
    it.each([
      ['helene', 'moderator'],
      ['youssef', 'manager'],
      ['ines', 'employee']
    ] as const)('to %s, a %s', async (who, role) => {
      await expect(send(who, role, ['2026-03'])).rejects.toMatchObject({ status: 403 });
    });

    it('to somebody whose role the database does not know of', async () => {
      await expect(send('helene', 'admin', ['2026-03'])).rejects.toThrow(
        'Only leadership and administrators'
      );
    });

    it.each([
      ['when no month is ticked', [], 400],
      ['for what is no month', ['2026-13', 'mars'], 400],
      ['for a month that is open', ['2026-04'], 404]
    ])('%s, in words', async (_, months, status) => {
      expect(await send('claire', 'leadership', months)).toMatchObject({
        status,
        data: { recount: { refused: expect.stringMatching(/\S/) } }
      });
    });
  });

  it('is done by Claire and by Thomas, and then nothing is late any more', async () => {
    expect((await shown('claire', 'leadership')).late).toHaveLength(1);
    expect(await send('claire', 'leadership', ['2026-03'])).toEqual({ recount: { recounted: 1 } });
    expect((await shown('claire', 'leadership')).late).toEqual([]);
    expect(await send('thomas', 'admin', ['2026-03', '2026-04'])).toEqual({ recount: { recounted: 1 } });
  });
});
