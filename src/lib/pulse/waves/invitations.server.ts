import { createHash, randomBytes } from 'node:crypto';
import type { Delivery, Mail } from '$lib/server/mail';
import type { Client } from '$lib/server/supabase';
import { reminderOf } from './clock';
import { letterOf, type Facts, type Occasion } from './letter';

/** Somebody on the roster of a wave, and the link that lets them answer. */
export interface Invited {
  full_name: string;
  email: string;
  link: string;
}

/** From where, how and until when messages go out. */
export interface Sending {
  mail: Mail;
  /** The public address of the application. */
  origin: string;
  /** An IANA name. */
  zone: string;
  /** The moment it is taken to be. */
  at?: Date;
  /** No new batch begins after this moment; the next run goes on from there. */
  until?: Date;
}

/** What went out, in messages. */
export interface Outcome {
  sent: number;
  refused: number;
}

type OpenWave = Omit<Facts, 'name' | 'link' | 'zone'> & { id: string; opens_at: string; reminds: boolean };
type Recipient = { person_id: string; full_name: string; email: string };

/** So many are marked as written to at a time: a server that dies in between writes to no more of them twice. */
const BATCH = 20;

/** Somebody whose message was refused is tried again after so long, in milliseconds: addresses do get mended. */
const REST = 3_600_000;

/** When those whose messages were refused may be tried again. Forgotten at a restart, which costs one more attempt. */
const resting = new Map<string, number>();

/**
 * Writes to whoever of the open waves was not invited yet, and once to who has not answered in the second half.
 * An address that is refused stops nobody else.
 *
 * @throws MailDown when the mail server cannot be used; who was not written to yet will be the next time
 */
export async function sendMessages(service: Client, sending: Sending): Promise<Outcome> {
  const { zone, at = new Date() } = sending;
  const outcome: Outcome = { sent: 0, refused: 0 };
  for (const wave of await openWaves(service, at)) {
    await sendAll(service, wave, 'invitation', sending, outcome);
    const reminder = wave.reminds ? reminderOf(wave, zone) : null;
    if (reminder && reminder <= at) await sendAll(service, wave, 'reminder', sending, outcome);
  }
  return outcome;
}

/**
 * New links for everybody on the roster of an open wave, in the order of the alphabet: for handing out where there is
 * no mail. Who has answered is not told, neither here nor by who is on the list.
 *
 * @throws PostgrestError when the wave is not open
 */
export async function linksFor(service: Client, wave: string, origin: string): Promise<Invited[]> {
  const everybody: Invited[] = [];
  for await (const batch of recipients(service, wave, 'everybody', new Date(), 500)) {
    const links = await makeLinks(service, wave, batch, origin);
    batch.forEach(({ full_name, email }, i) => everybody.push({ full_name, email, link: links[i] ?? '' }));
  }
  return everybody.sort((a, b) => a.full_name.localeCompare(b.full_name, 'fr'));
}

async function openWaves(service: Client, at: Date): Promise<OpenWave[]> {
  const { data: waves } = await service
    .from('waves')
    .select('id, opens_at, closes_at, reminds, k_score, k_distribution, wave_questions(question_id)')
    .eq('status', 'open')
    .gt('closes_at', at.toISOString())
    .throwOnError();
  const { data: top } = await service.from('teams').select('name').is('parent_id', null).throwOnError();
  return waves.map(({ wave_questions, ...wave }) => ({
    ...wave,
    questions: wave_questions.length,
    company: top[0]?.name ?? ''
  }));
}

async function sendAll(
  service: Client,
  wave: OpenWave,
  occasion: Occasion,
  sending: Sending,
  outcome: Outcome
): Promise<void> {
  const { mail, at = new Date(), until } = sending;
  let checked = false;
  for await (const batch of recipients(service, wave.id, occasion, at, BATCH)) {
    if (until && Date.now() > until.getTime()) return;
    const ready = batch.filter(({ person_id }) => (resting.get(wave.id + person_id) ?? 0) <= at.getTime());
    if (ready.length === 0) continue;
    // Asked first, or every run would store links for messages that never leave.
    if (!checked) await mail.check();
    checked = true;
    await sendBatch(service, wave, occasion, ready, sending, outcome);
  }
}

/** @throws MailDown once those who were reached are noted */
async function sendBatch(
  service: Client,
  wave: OpenWave,
  occasion: Occasion,
  people: readonly Recipient[],
  { mail, origin, zone, at = new Date() }: Sending,
  outcome: Outcome
): Promise<void> {
  const links = await makeLinks(service, wave.id, people, origin);
  const deliveries = await Promise.allSettled(
    people.map(({ full_name, email }, i) => {
      const letter = letterOf(occasion, { ...wave, name: full_name, link: links[i] ?? '', zone });
      return mail.send({ to: { name: full_name, address: email }, ...letter });
    })
  );
  const whose = (delivery: Delivery) =>
    people.filter((_, i) => {
      const settled = deliveries[i];
      return settled?.status === 'fulfilled' && settled.value === delivery;
    });
  const sent = whose('sent').map(({ person_id }) => person_id);
  const refused = whose('refused');
  for (const { person_id } of refused) resting.set(wave.id + person_id, at.getTime() + REST);
  outcome.sent += sent.length;
  outcome.refused += refused.length;
  if (sent.length > 0) {
    const messages = { wave: wave.id, occasion, people: sent, at: at.toISOString() };
    await service.rpc('note_messages', messages).throwOnError();
  }
  for (const delivery of deliveries) if (delivery.status === 'rejected') throw delivery.reason;
}

/** Those to write to, some at a time; whoever is written to in between changes nothing for those after. */
async function* recipients(
  service: Client,
  wave: string,
  occasion: Occasion | 'everybody',
  at: Date,
  size: number
): AsyncGenerator<Recipient[]> {
  let after: string | undefined;
  for (;;) {
    const asked = { wave, occasion, at_most: size, at: at.toISOString(), ...(after && { after }) };
    const { data } = await service.rpc('wave_recipients', asked).throwOnError();
    if (data.length > 0) yield data;
    if (data.length < size) return;
    after = data.at(-1)?.person_id;
  }
}

/** One new link each, in the same order. Only their hashes stay. */
async function makeLinks(
  service: Client,
  wave: string,
  people: readonly Recipient[],
  origin: string
): Promise<string[]> {
  const tokens = people.map(() => randomBytes(32).toString('base64url'));
  const batch = people.map(({ person_id }, i) => ({ person_id, hash: hashOf(tokens[i] ?? '') }));
  await service.rpc('store_answer_links', { wave, batch }).throwOnError();
  return tokens.map((token) => `${origin}/answer/${token}`);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
