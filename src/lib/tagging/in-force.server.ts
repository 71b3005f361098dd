import type { Engine } from '$lib/sentiment/engine';
import { unpackModel, type Model } from '$lib/sentiment/learned/model';
import { shippedEngine, shippedModel } from '$lib/sentiment/tagger.server';
import type { Client } from '$lib/server/supabase';

/** The model that tags, and the engine that has it. */
export interface InForce {
  model: Model;
  engine: Engine;
}

/** What is known of the newest choice. */
interface Known extends InForce {
  /** Id of the choice; null when nothing was ever chosen. */
  choice: number | null;
  askedAt: number;
  round: number;
}

/** How long a choice that another server made may go unnoticed, in milliseconds. */
const ASK_EVERY = 30_000;

const known = new WeakMap<Client, Known>();

/** Counts the choices of this process: what was known before the last of them is asked again. */
let round = 0;

/** The engine with the model that tags today: the shipped one until the company has taught another. */
export async function engineInForce(service: Client): Promise<Engine> {
  return (await inForce(service)).engine;
}

/** The same with the model itself, for who compares another with it. */
export async function inForce(service: Client): Promise<InForce> {
  const before = known.get(service);
  const now = Date.now();
  if (before && before.round === round && now - before.askedAt < ASK_EVERY) return before;
  const asked = { askedAt: now, round };
  const { data } = await service
    .from('sentiment_choices')
    .select('id, model_id')
    .order('id', { ascending: false })
    .limit(1)
    .maybeSingle()
    .throwOnError();
  const choice = data?.id ?? null;
  const chosen = before && before.choice === choice ? before : await load(service, data?.model_id ?? null);
  const { model, engine } = chosen;
  known.set(service, { model, engine, choice, ...asked });
  return chosen;
}

/** After a choice of this process: the next question is asked at once. */
export function forgetChoice(): void {
  round++;
}

async function load(service: Client, id: number | null): Promise<InForce> {
  if (id === null) return asShipped();
  const { data } = await service
    .from('sentiment_models')
    .select('packed')
    .eq('id', id)
    .maybeSingle()
    .throwOnError();
  try {
    const model = unpackModel(data?.packed ?? '');
    return { model, engine: shippedEngine().with(model) };
  } catch (error) {
    const { message } = error as Error;
    console.error(`Sentiment model ${id} cannot be read, the shipped one tags: ${message}`);
    return asShipped();
  }
}

function asShipped(): InForce {
  return { model: shippedModel(), engine: shippedEngine() };
}
