import { app } from '$lib/server/app';
import { readOutside } from '$lib/server/config';

/** Whether messages can go out: which settings are missing, and why the latest run failed, if it did. */
export async function mailState(): Promise<{ missing: string[]; trouble: string | null }> {
  const { missing } = readOutside();
  const { supabase } = await app();
  // Background jobs are nobody's but the service's; what is told of them here is one sentence of ours.
  const { data } = await supabase.service
    .from('jobs')
    .select('last_error')
    .eq('name', 'pulse-mail')
    .maybeSingle()
    .throwOnError();
  return { missing, trouble: data?.last_error ?? null };
}
