import { knowPlaces, type Places } from '$lib/intake/places';
import { prepare, type PreparedVerbatim } from '$lib/intake/prepare';
import { shippedEngine } from '$lib/sentiment/tagger.server';
import type { Client } from '$lib/server/supabase';
import { composer } from './compose';
import { place } from './placing';
import { isTaken, replies } from './questionnaire';
import { readPhrases, readTexts } from './rows.server';

/** Where each channel's verbatims come in. */
const SOURCE_OF: Record<string, string> = {
  google: 'Avis en ligne',
  social: 'Avis en ligne',
  survey: 'Questionnaire après achat',
  store: 'Questionnaire après achat',
  email: 'Relation client',
  phone: 'Relation client',
  chat: 'Relation client'
};

const BATCH = 1000;

/** A verbatim before it is read, and what is known of it that no import would bring. */
interface Arrival {
  draft: Parameters<typeof prepare>[0];
  receivedAt: string;
  /** What the team did about it; '' for nothing. */
  answer: string;
  /** Whether the team has it in hand. */
  taken: boolean;
}

/** What customers wrote, by hand and in answers to the questionnaire, through the same reading and tagging as any import. */
export async function loadVerbatims(service: Client, teamIds: Map<string, string>, now: Date): Promise<void> {
  const { data: steps } = await service.from('journey_steps').select('*').throwOnError();
  const { data: teams } = await service.from('teams').select('id, slug, name').throwOnError();
  const places = knowPlaces(teams, steps);
  const arrivals = [...(await written(now)), ...(await answered(now))];
  for (const name of new Set(Object.values(SOURCE_OF))) {
    const { data: source } = await service
      .from('sources')
      .insert({ name, kind: 'import', approves_itself: true })
      .select('id')
      .single()
      .throwOnError();
    const ofSource = arrivals.filter(({ draft }) => SOURCE_OF[draft.channel ?? ''] === name);
    await store(service, source.id, ofSource, (arrival) => prepareDemo(arrival, places, teamIds));
  }
}

/** The texts that were written one by one. */
async function written(now: Date): Promise<Arrival[]> {
  const texts = await readTexts();
  const placed = place(texts, now);
  return texts.flatMap(({ text, rating, channel, step, answer }, index) => {
    const at = placed[index];
    if (!at) return [];
    const value = rating === '' ? null : Number(rating);
    const rated = { rating: value, rating_scale: value === null ? null : ('1-5' as const) };
    const draft = {
      text,
      ...rated,
      said_on: at.day,
      channel,
      team: at.team,
      step,
      external_id: null,
      line: 0
    };
    return [{ draft, receivedAt: at.receivedAt, answer, taken: answer !== '' }];
  });
}

/** The answers to the questionnaire. Its numbers tell those apart that say the same on the same day. */
async function answered(now: Date): Promise<Arrival[]> {
  const say = composer(await readPhrases());
  return replies(now).map((reply, index) => {
    const { team, step, channel, rating, day: said_on, receivedAt } = reply;
    const rated = { rating, rating_scale: '0-10' as const };
    const external_id = `QAA-${String(index + 1).padStart(5, '0')}`;
    const draft = { text: say(reply).text, ...rated, said_on, channel, team, step, external_id, line: 0 };
    return { draft, receivedAt, answer: '', taken: isTaken(reply, now) };
  });
}

/** Reads one batch while the database, which has a thread of its own, stores the one before. */
async function store(
  service: Client,
  source: string,
  arrivals: Arrival[],
  read: (arrival: Arrival) => PreparedVerbatim
): Promise<void> {
  let storing: PromiseLike<unknown> = Promise.resolve();
  for (let from = 0; from < arrivals.length; from += BATCH) {
    const batch = JSON.parse(JSON.stringify(arrivals.slice(from, from + BATCH).map(read)));
    await storing;
    // A query of supabase-js is not sent before somebody asks for its answer.
    storing = service.rpc('store_verbatims', { source, batch }).throwOnError().then();
  }
  await storing;
}

function prepareDemo(
  { draft, receivedAt, answer, taken }: Arrival,
  places: Places,
  teamIds: Map<string, string>
): PreparedVerbatim {
  const prepared = prepare(draft, places, true, shippedEngine());
  if ('refused' in prepared) throw new Error(`Demo verbatim of ${draft.team}: ${prepared.refused}`);
  return {
    ...prepared,
    ...(answer === '' ? {} : { answer }),
    ...(taken ? { owner_team_id: teamIds.get(draft.team ?? '') as string } : {}),
    received_at: receivedAt
  };
}
