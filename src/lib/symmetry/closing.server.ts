import type { Client } from '$lib/server/supabase';
import { addDays } from '$lib/verbatims/period';
import { DAYS_OF_GRACE } from './closing';
import { addMonths, firstDay, monthOf, type Month } from './month';

/** Ends everything whose time is up on this day: months of customers, and quarters of leaders' guesses. */
export async function closeWhatIsOver(service: Client, today: string): Promise<void> {
  await closeMonths(service, firstOpen(today));
  await service.rpc('close_guesses', { at: `${today}T00:00:00Z` }).throwOnError();
}

/** Closes every month with verbatims before this one that is still open, the oldest first. */
export async function closeMonths(
  service: Client,
  before: Month,
  at?: (month: Month) => string
): Promise<void> {
  for (const month of await openMonths(service, before)) {
    await service
      .rpc('close_month', { month: firstDay(month), ...(at ? { at: at(month) } : {}) })
      .throwOnError();
  }
}

/** The first month whose closing day is still to come. */
function firstOpen(today: string): Month {
  return monthOf(addDays(today, 1 - DAYS_OF_GRACE));
}

/** Months that may have verbatims and are not closed; whether they have any, the database looks itself. */
async function openMonths(service: Client, before: Month): Promise<Month[]> {
  const { data: first } = await service
    .from('team_rollups')
    .select('starts_on')
    .eq('grain', 'month')
    .order('starts_on')
    .limit(1)
    .throwOnError();
  const { data: closed } = await service.from('closed_months').select('month').throwOnError();
  const done = new Set(closed.map(({ month }) => monthOf(month)));
  const months: Month[] = [];
  for (
    let month = monthOf(first[0]?.starts_on ?? firstDay(before));
    month < before;
    month = addMonths(month, 1)
  )
    if (!done.has(month)) months.push(month);
  return months;
}
