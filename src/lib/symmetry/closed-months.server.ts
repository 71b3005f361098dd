import { fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { dayIn } from '$lib/pulse/waves/clock';
import { readOutside } from '$lib/server/config';
import { requireRole, type Role } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';
import { closingDay, provisionalMonths } from './closing';
import { firstDay, isMonth, type Month, type Span } from './month';
import type { Sums } from './sums';
import { lateMonths, type LateMonth } from './symmetry.server';

/** Who may close months again: the board's figures are theirs, and the log tells the administrator. */
const MAY_RECOUNT: Role[] = ['leadership', 'admin'];

/** How firm the figures of a span are. */
export interface Closings {
  /** Its months that are closed, in order, with the day on which each was. */
  closed: { month: Month; day: string }[];
  /** Its months that still move, with the day on which each will be closed. */
  provisional: { month: Month; day: string }[];
  /** Its closed months that would count differently today; none for who may not count them again. */
  late: LateMonth[];
  mayRecount: boolean;
}

/** What `recount` answered, under the key `recount` of the page's form. */
export type RecountTold = { recounted: number } | { refused: string };

/**
 * @param sums of the span, which know the closed months
 * @param today YYYY-MM-DD
 */
export async function closingsOf(
  client: Client,
  role: Role,
  { closed }: Pick<Sums, 'closed'>,
  span: Span,
  today: string
): Promise<Closings> {
  const mayRecount = MAY_RECOUNT.includes(role);
  const { timeZone } = readOutside();
  return {
    closed: [...closed]
      .filter(([month]) => month >= span.since && month <= span.until)
      .map(([month, at]) => ({ month, day: dayIn(timeZone, at) }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    provisional: provisionalMonths(span, (month) => closed.has(month), today).map((month) => ({
      month,
      day: closingDay(month)
    })),
    late: mayRecount ? await lateMonths(client, span) : [],
    mayRecount
  };
}

/** The form action that closes months again, as they count today: reads `month`, any number of them, YYYY-MM. */
export const closedMonthActions = {
  recount: async (event: RequestEvent) => {
    requireRole(event, ...MAY_RECOUNT);
    const months = (await event.request.formData()).getAll('month').map(String).filter(isMonth);
    if (months.length === 0) return refuse(400, m.closed_problem_none());
    const { data: recounted } = await event.locals.supabase
      .rpc('recount_months', { months: months.map(firstDay) })
      .throwOnError();
    if (recounted === 0) return refuse(404, m.closed_problem_open());
    const recount: RecountTold = { recounted };
    return { recount };
  }
};

function refuse(status: number, refused: string) {
  return fail(status, { recount: { refused } as RecountTold });
}
