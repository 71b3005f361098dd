import { setImmediate } from 'node:timers/promises';
import { packModel } from '$lib/sentiment/learned/model';
import { isNoWorse, LEAST_LESSONS, teach } from '$lib/sentiment/learned/teach';
import { shippedEngine, shippedModel } from '$lib/sentiment/tagger.server';
import type { Client } from '$lib/server/supabase';
import { forgetChoice, inForce } from './in-force.server';
import { lessonsOf } from './lessons.server';

/** What makes another lesson worth its while: so many new texts, or this share of all. */
const NEWS = { texts: 50, share: 0.05 };

/**
 * Teaches a model with the company's own texts, where there are enough of them and enough that are new since the last
 * one. It is stored with its report, and tags from then on if it is no worse than the one in force and nobody pinned that.
 *
 * @returns the id of the model, or null when there is nothing to learn yet
 */
export async function learn(service: Client): Promise<number | null> {
  if (!(await isWorthwhile(service))) return null;
  const lessons = await lessonsOf(service);
  if (lessons.length < LEAST_LESSONS) return null;
  const { model: before } = await inForce(service);
  const { model, report } = await breathing(teach(shippedEngine(), shippedModel(), before, lessons));
  const { data: id } = await service
    .rpc('store_sentiment_model', {
      packed: packModel(model),
      report: report as never,
      adopted: isNoWorse(report)
    })
    .throwOnError();
  forgetChoice();
  return id;
}

async function isWorthwhile(service: Client): Promise<boolean> {
  const { data: newest } = await service
    .from('sentiment_models')
    .select('made_at')
    .order('id', { ascending: false })
    .limit(1)
    .maybeSingle()
    .throwOnError();
  const all = await countLessons(service);
  if (all < LEAST_LESSONS || !newest) return all >= LEAST_LESSONS;
  const fresh = await countLessons(service, newest.made_at);
  return fresh >= Math.min(NEWS.texts, NEWS.share * all) && fresh > 0;
}

async function countLessons(service: Client, since?: string): Promise<number> {
  const { data } = await service
    .rpc('sentiment_material', since === undefined ? {} : { since })
    .single()
    .throwOnError();
  return data.rated + data.corrected;
}

/** Takes all the steps of a work, and lets the server answer between them. */
async function breathing<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
