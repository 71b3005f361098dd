import type { Measure } from '$lib/pulse/results/measure';
import type { Client } from '$lib/server/supabase';
import { NOTHING } from '$lib/verbatims/counts';
import { experienceOf, kindOf } from '$lib/verbatims/experience';
import { nameOf } from './guess';
import { lastGuess, type Outcome } from './outcome';

/**
 * What the company's last guess turned out to be, for everybody who works there; null where there is none to tell, or
 * customers gave no scores.
 *
 * @param measures of any team's report, the oldest first
 * @param today YYYY-MM-DD
 */
export async function outcomeOf(
  client: Client,
  measures: readonly Measure[],
  isCompany: boolean,
  today: string
): Promise<Outcome | null> {
  const last = lastGuess(measures, isCompany, today);
  if (!last) return null;
  const { data } = await client.rpc('customers_in_quarter', { quarter: nameOf(last.quarter) }).throwOnError();
  const counts = { ...NOTHING, ...data[0] };
  const score = kindOf(counts) === 'rating' ? experienceOf(counts, 'rating') : null;
  return score && { ...last, score };
}
