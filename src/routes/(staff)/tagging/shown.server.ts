import { dayIn } from '$lib/pulse/waves/clock';
import type { Judgement } from '$lib/sentiment/learned/judge';
import type { Language } from '$lib/sentiment/sentiment';
import { readOutside } from '$lib/server/config';
import type { Client } from '$lib/server/supabase';
import { engineInForce } from '$lib/tagging/in-force.server';
import { comparison, qualityByLanguage, qualityOf, type Measured } from '$lib/tagging/quality';
import type { Choice, Retagging, TaughtModel } from '$lib/tagging/tagging';
import { mistakesOf } from '$lib/tagging/tagging.server';

/** What the page shows of each thing; days are YYYY-MM-DD where the company is. */
export type ShownChoice = ReturnType<typeof choiceShown>;
export type ShownModel = ReturnType<typeof modelsShown>[number];
export type ShownNewest = NonNullable<ReturnType<typeof newestShown>>;
export type ShownRetagging = NonNullable<ReturnType<typeof retaggingShown>>;

/** Mistakes that are shown, of those that are kept. */
const EXAMPLES = 20;

/** The team above all others is the company. */
export async function companyName(client: Client): Promise<string> {
  const { data } = await client
    .from('teams')
    .select('name')
    .is('parent_id', null)
    .limit(1)
    .maybeSingle()
    .throwOnError();
  return data?.name ?? '';
}

export function choiceShown({ model, since, by, pinned }: Choice, models: readonly TaughtModel[]) {
  const made = models.find(({ id }) => id === model)?.madeAt;
  return { model, made: made ? dayOf(made) : null, since: since ? dayOf(since) : null, by, pinned };
}

export function measuredShown({ judgement, at }: Measured) {
  return { day: dayOf(at), whole: qualityOf(judgement), languages: qualityByLanguage(judgement) };
}

/** The last model that was taught, the first of the list, beside the one that was in force. */
export function newestShown(models: readonly TaughtModel[], choice: Choice) {
  const newest = models[0];
  if (!newest) return null;
  const { id, madeAt, adopted, report } = newest;
  const [before, after] = [qualityOf(report.before), qualityOf(report.after)];
  return {
    id,
    day: dayOf(madeAt),
    adopted,
    inForce: id === choice.model,
    learned: report.learned,
    before,
    after,
    difference: comparison(before, after)
  };
}

export function modelsShown(models: readonly TaughtModel[], choice: Choice) {
  return models.map(({ id, madeAt, adopted, kept, report }) => ({
    id,
    day: dayOf(madeAt),
    adopted,
    kept,
    inForce: id === choice.model,
    learned: report.learned,
    corrected: report.corrected,
    judged: report.judged,
    before: report.before.right,
    after: report.after.right
  }));
}

export function retaggingShown(retagging: Retagging | null) {
  if (!retagging) return null;
  const { id, status, total, done, changed, requestedAt, finishedAt } = retagging;
  return { id, status, total, done, changed, day: dayOf(finishedAt ?? requestedAt) };
}

/** Whether a server is at the lesson. The jobs are the servers' alone to read, so this asks as the service. */
export async function isLearning(service: Client): Promise<boolean> {
  const { data } = await service
    .from('jobs')
    .select('name')
    .eq('name', 'sentiment-learn')
    .gt('leased_until', new Date().toISOString())
    .throwOnError();
  return data.length > 0;
}

/** Examples of mistakes, the surest first; a text that is right meanwhile is none. */
export async function mistakesShown(client: Client, service: Client, { mistakes }: Judgement) {
  const ids = mistakes.slice(0, EXAMPLES);
  const [found, engine] = await Promise.all([mistakesOf(client, ids), engineInForce(service)]);
  return found
    .map((mistake) => ({ ...mistake, given: engine.tag(mistake.text, mistake.language as Language).label }))
    .filter(({ known, given }) => given !== known);
}

function dayOf(moment: string): string {
  return dayIn(readOutside().timeZone, moment);
}
