import { m } from '$lib/i18n/paraglide/messages';
import { shippedEngine } from '$lib/sentiment/tagger.server';
import type { Client } from '$lib/server/supabase';
import { ActRefused } from '$lib/verbatims/moderation.server';
import { asked } from './asked.server';
import {
  byCell,
  pageOf,
  readEdit,
  STATUSES,
  undoOf,
  type Act,
  type Comment,
  type Done,
  type Page,
  type Queue,
  type Status
} from './comment';
import { notesOf } from './notes';

/** A published wave that has comments of one status. */
export interface CommentedWave {
  id: string;
  name: string;
  /** At least so many people answered in each of its cells of comments. */
  k_distribution: number;
  /** How many of its comments have the status, as far as the caller may see them. */
  count: number;
}

const WORDS = { gone: m.comment_gone, forbidden: m.error_forbidden };

/** Comments on a page of the list. */
const PAGE_SIZE = 20;

/** What the list shows: the waves, latest first, and one page of the comments of one of them, by cell. */
export async function list(client: Client, queue: Queue) {
  const counted = await Promise.all(STATUSES.map((status) => wavesWith(client, status)));
  const waves = counted[STATUSES.indexOf(queue.status)] ?? [];
  const wave = waves.find(({ id }) => id === queue.wave) ?? waves[0] ?? null;
  const page = wave ? await pageIn(client, wave.id, queue) : { comments: [], before: null, after: null };
  const names = wave ? await namesIn(client, wave.id, page.comments) : new Map<string, string>();
  const listed = page.comments.map((comment) => ({
    ...comment,
    language: shippedEngine().languageOf(comment.text),
    notes: notesOf(comment.text)
  }));
  const totals = STATUSES.map((status, i) => [
    status,
    counted[i]!.reduce((sum, { count }) => sum + count, 0)
  ]);
  return {
    counts: Object.fromEntries(totals) as Record<Status, number>,
    waves,
    wave,
    cells: byCell(listed, names),
    before: page.before,
    after: page.after
  };
}

async function wavesWith(client: Client, status: Status): Promise<CommentedWave[]> {
  const { data } = await client
    .from('waves')
    .select('id, name, k_distribution, comments!inner(count)')
    .eq('status', 'published')
    .eq('comments.status', status)
    .order('closes_at', { ascending: false })
    .throwOnError();
  const counted = data.map(({ comments, ...wave }) => ({ ...wave, count: comments[0]?.count ?? 0 }));
  return counted.filter(({ count }) => count > 0);
}

async function pageIn(client: Client, wave: string, queue: Queue): Promise<Page> {
  const { status, cursor } = queue;
  const back = cursor?.side === 'before';
  let query = client
    .from('comments')
    .select('id, team_id, text')
    .eq('wave_id', wave)
    .eq('status', status)
    .order('team_id', { ascending: !back })
    .order('id', { ascending: !back })
    .limit(PAGE_SIZE + 1);
  if (cursor) {
    const { team, id } = cursor;
    const side = { after: 'gt', before: 'lt', from: 'gte' }[cursor.side];
    query = query.or(`team_id.${back ? 'lt' : 'gt'}.${team},and(team_id.eq.${team},id.${side}.${id})`);
  }
  const { data } = await query.throwOnError();
  const page = pageOf(back ? data.reverse() : data, PAGE_SIZE, cursor);
  // Beyond either end, or at the top with less than a page: the first page is what is meant.
  const strayed = cursor !== null && (page.comments.length === 0 || (back && !page.before));
  return strayed ? pageIn(client, wave, { ...queue, cursor: null }) : page;
}

/** What the cells were called when the wave was launched. */
async function namesIn(client: Client, wave: string, comments: Comment[]): Promise<Map<string, string>> {
  const teams = [...new Set(comments.map(({ team_id }) => team_id))];
  const { data } = await client
    .from('wave_teams')
    .select('team_id, name')
    .eq('wave_id', wave)
    .in('team_id', teams)
    .throwOnError();
  return new Map(data.map(({ team_id, name }) => [team_id, name]));
}

/**
 * Does what the form of an act asks for: its fields are `id` and, to release another text than the one that was
 * written, `edited`.
 *
 * @throws ActRefused
 */
export async function settle(client: Client, act: Act, form: FormData): Promise<Done> {
  const id = String(form.get('id') ?? '');
  const before = await read(client, id);
  const edited = act === 'release' ? editOf(before.text, form.get('edited')) : null;
  if (act === 'release') await asked(client.rpc('release_comment', { comment: id, edited }), WORDS);
  else await asked(client.rpc('withhold_comment', { comment: id }), WORDS);
  return {
    done: act,
    id,
    edited: edited !== null,
    undo: undoOf(act, before.status),
    wave: before.wave_id,
    place: { team: before.team_id, id }
  };
}

function editOf(original: string, typed: FormDataEntryValue | null): string | null {
  if (typed === null) return null;
  const edit = readEdit(original, String(typed));
  if (!('problem' in edit)) return edit.text;
  throw new ActRefused(edit.problem === 'empty' ? m.comment_edit_empty() : m.comment_edit_long(), 400);
}

/** A comment as far as an act may change it. */
interface Standing {
  wave_id: string;
  team_id: string;
  text: string;
  status: Status;
}

async function read(client: Client, id: string): Promise<Standing> {
  const columns = 'wave_id, team_id, text, status';
  const row = await asked<Standing | null>(
    client.from('comments').select(columns).eq('id', id).maybeSingle(),
    WORDS
  );
  if (!row) throw new ActRefused(m.comment_gone(), 404);
  return row;
}
