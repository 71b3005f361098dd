import { createHash } from 'node:crypto';
import { redact } from '../../redaction/redaction';
import { readOutside } from '../../server/config';
import type { Client } from '../../server/supabase';
import { answerOf, type Asked, type Given, type Problem } from './answer';
import { dayIn } from '../waves/clock';

/** A wave as its respondents meet it. */
export interface Round {
  id: string;
  name: string;
  status: string;
  opensOn: string;
  /** The day of the close and of the only publication, YYYY-MM-DD. */
  closesOn: string;
  kScore: number;
  kDistribution: number;
  questions: Asked[];
}

type Standing = 'invited' | 'answered' | 'declined';

/** A comment without personal data, and where its labels stand. */
export interface Reviewed {
  text: string;
  redactions: { start: number; end: number }[];
}

/**
 * What became of a form. `gone`: no such invitation, or no longer; `trouble`: the database did not take it.
 * A form that has to be sent again comes back with what it said.
 */
export type Reply =
  | { outcome: 'accepted' | 'declined' | 'already' | 'closed' | 'gone' }
  | { outcome: Problem | 'trouble'; given: Given; reviewed: Reviewed | null };

/** What HTTP calls it. */
export const STATUS: Record<Reply['outcome'], number> = {
  accepted: 200,
  declined: 200,
  already: 409,
  closed: 410,
  gone: 410,
  nothing: 422,
  not_offered: 422,
  too_long: 422,
  would_be_lost: 422,
  look: 422,
  trouble: 503
};

/** The wave a personal link opens, and where its bearer stands; null for a link that is not, or no longer, valid. */
export async function openLink(service: Client, link: string) {
  if (!LINK.test(link)) return null;
  const { data } = await service.rpc('open_link', { link: hashOf(link) }).throwOnError();
  const opened = data[0];
  const round = opened && (await findRound(service, opened.wave_id));
  return round ? { round, standing: opened.state as Standing } : null;
}

/** 256 bits in base64url. */
const LINK = /^[\w-]{43}$/;

function hashOf(link: string): string {
  return createHash('sha256').update(link).digest('hex');
}

/** A wave with its questions, for somebody signed in or for the bearer of a link; null when there is none. */
export async function findRound(client: Client, wave: string): Promise<Round | null> {
  if (!UUID.test(wave)) return null;
  const { data } = await client
    .from('waves')
    .select(
      `id, name, status, opens_at, closes_at, k_score, k_distribution,
       wave_questions (position, questions (id, scale, text_fr, text_en))`
    )
    .eq('id', wave)
    .maybeSingle()
    .throwOnError();
  if (!data) return null;
  const { timeZone } = readOutside();
  const asked = data.wave_questions.sort((a, b) => a.position - b.position);
  return {
    id: data.id,
    name: data.name,
    status: data.status === 'open' && new Date(data.closes_at) <= new Date() ? 'closed' : data.status,
    opensOn: dayIn(timeZone, data.opens_at),
    closesOn: dayIn(timeZone, data.closes_at),
    kScore: data.k_score,
    kDistribution: data.k_distribution,
    questions: asked.map(({ questions }) => questions as Asked)
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The open waves that somebody signed in is invited to, the one that closes first at the head. */
export async function myRounds(client: Client): Promise<{ id: string; name: string; standing: Standing }[]> {
  const { data: mine } = await client.rpc('my_waves').throwOnError();
  if (mine.length === 0) return [];
  const ids = mine.map(({ wave_id }) => wave_id);
  const { data: waves } = await client
    .from('waves')
    .select('id, name')
    .in('id', ids)
    .order('closes_at')
    .throwOnError();
  const standings = new Map(mine.map(({ wave_id, state }) => [wave_id, state as Standing]));
  return waves.flatMap(({ id, name }) => {
    const standing = standings.get(id);
    return standing ? [{ id, name, standing }] : [];
  });
}

/** Takes the form of the bearer of a link. Never throws: whoever handles an error would know its address. */
export function answerByLink(service: Client, link: string, given: Given, language: string): Promise<Reply> {
  return attempt(given, async () => {
    const opened = await openLink(service, link);
    if (!opened) return { outcome: 'gone' };
    if (opened.standing !== 'invited') return { outcome: 'already' };
    return handIn(given, opened.round, language, (answers, comment) =>
      service.rpc('answer_by_link', { link: hashOf(link), answers, comment }).throwOnError()
    );
  });
}

/** Takes the form of somebody signed in. Never throws. */
export function answerSignedIn(client: Client, wave: string, given: Given, language: string): Promise<Reply> {
  return attempt(given, async () => {
    const round = await findRound(client, wave);
    if (!round) return { outcome: 'gone' };
    return handIn(given, round, language, (answers, comment) =>
      client.rpc('answer_wave', { wave, answers, comment }).throwOnError()
    );
  });
}

async function attempt(given: Given, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    // The code alone: what the database says beside it may quote what it was given.
    console.error(
      `The pulse could not take an answer: ${(error as { code?: string }).code || 'no connection'}`
    );
    return { outcome: 'trouble', given, reviewed: null };
  }
}

type Send = (answers: Record<string, number>, comment: string | null) => PromiseLike<{ data: string | null }>;

async function handIn(given: Given, round: Round, language: string, send: Send): Promise<Reply> {
  const { text, redactions, held } = redact(given.comment, language);
  const personal = held.includes('personal_data');
  const answer = answerOf(given, round.questions, { text, personal });
  if (typeof answer === 'string') {
    return { outcome: answer, given, reviewed: personal ? { text, redactions } : null };
  }
  const { data } = await send(answer.answers, answer.comment || null);
  if (data === 'already' || data === 'closed') return { outcome: data };
  if (data !== 'accepted') return { outcome: 'gone' };
  return { outcome: given.intent === 'send' ? 'accepted' : 'declined' };
}
