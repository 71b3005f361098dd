import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { knowPlaces, type Places } from '$lib/intake/places';
import { prepare, type PreparedVerbatim } from '$lib/intake/prepare';
import { openTable } from '$lib/intake/table';
import { PROJECT_ROOT } from '$lib/server/project';
import { hashPassword, provisionEmbedded } from '$lib/server/users';
import type { Client, Supabase } from '$lib/server/supabase';
import { CAST, DEMO_PASSWORD, TEAMS } from './company';
import { place, type DemoText } from './placing';
import { staff } from './staff';
import { loadPulse } from './waves.server';

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

const DAY = 24 * 3600 * 1000;
const BATCH = 500;

interface DemoRow extends DemoText {
  rating: string;
  answer: string;
}

/**
 * Fills an empty embedded database with Maison Bellerive, through the same reading and tagging as any import.
 * Does nothing where there already is a company.
 */
export async function loadDemo(supabase: Supabase, now = new Date()): Promise<void> {
  const { service } = supabase;
  const { data: teams } = await service.from('teams').select('id').limit(1).throwOnError();
  if (teams.length > 0) return;
  const teamIds = await loadTeams(service);
  await loadStaff(supabase, teamIds, now);
  await loadVerbatims(service, teamIds, now);
  await loadPulse(supabase, teamIds, now);
}

async function loadTeams(service: Client): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { slug, name, kind, parent } of TEAMS) {
    const parent_id = parent === null ? null : (ids.get(parent) ?? null);
    const { data } = await service
      .from('teams')
      .insert({ slug, name, kind, parent_id })
      .select('id')
      .single()
      .throwOnError();
    ids.set(slug, data.id);
  }
  return ids;
}

/** Only the cast can sign in; the others are colleagues who have not been invited yet. */
async function loadStaff(
  { service, embedded }: Supabase,
  teamIds: Map<string, string>,
  now: Date
): Promise<void> {
  if (!embedded) return;
  const users = new Map<string, string>();
  const password = await hashPassword(DEMO_PASSWORD);
  for (const { email } of Object.values(CAST))
    users.set(email, await provisionEmbedded(embedded, email, password));
  const day = (ago: number) => new Date(now.getTime() - ago * DAY).toISOString().slice(0, 10);
  const rows = staff().map(({ name, email, role, team, joined, left }) => ({
    user_id: users.get(email) ?? null,
    team_id: teamIds.get(team) as string,
    role,
    full_name: name,
    email,
    joined_on: day(joined),
    left_on: left === undefined ? null : day(left)
  }));
  await service.from('people').insert(rows).throwOnError();
}

async function loadVerbatims(service: Client, teamIds: Map<string, string>, now: Date): Promise<void> {
  const { data: steps } = await service.from('journey_steps').select('*').throwOnError();
  const { data: teams } = await service.from('teams').select('id, slug, name').throwOnError();
  const places = knowPlaces(teams, steps);
  const texts = await readTexts();
  const placed = place(texts, now);
  const bySource = new Map<string, PreparedVerbatim[]>();
  texts.forEach((text, index) => {
    const at = placed[index];
    if (!at) return;
    const source = SOURCE_OF[text.channel] ?? 'Questionnaire après achat';
    const verbatim = prepareDemo(text, at.team, at.day, at.receivedAt, places, teamIds);
    bySource.set(source, [...(bySource.get(source) ?? []), verbatim]);
  });
  for (const [name, verbatims] of bySource) {
    const { data: source } = await service
      .from('sources')
      .insert({ name, kind: 'import', approves_itself: true })
      .select('id')
      .single()
      .throwOnError();
    for (let from = 0; from < verbatims.length; from += BATCH) {
      const batch = JSON.parse(JSON.stringify(verbatims.slice(from, from + BATCH)));
      await service.rpc('store_verbatims', { source: source.id, batch }).throwOnError();
    }
  }
}

async function readTexts(): Promise<DemoRow[]> {
  const folder = join(PROJECT_ROOT, 'src/lib/demo');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.csv')).sort();
  const texts: DemoRow[] = [];
  for (const file of files) {
    const table = await openTable(join(folder, file));
    for await (const row of table.rows()) {
      if ('refused' in row) throw new Error(`${file}, line ${row.line}: ${row.refused}`);
      texts.push(
        Object.fromEntries(
          table.columns.map((column, index) => [column, row.cells[index]])
        ) as unknown as DemoRow
      );
    }
  }
  return texts;
}

function prepareDemo(
  text: DemoRow,
  team: string,
  day: string,
  receivedAt: string,
  places: Places,
  teamIds: Map<string, string>
): PreparedVerbatim {
  const rating = text.rating === '' ? null : Number(text.rating);
  const draft = {
    text: text.text,
    rating,
    rating_scale: rating === null ? null : ('1-5' as const),
    said_on: day,
    channel: text.channel,
    team,
    step: text.step,
    external_id: null,
    line: 0
  };
  const prepared = prepare(draft, places, true);
  if ('refused' in prepared) throw new Error(`Demo verbatim of ${team}: ${prepared.refused}`);
  const answered =
    text.answer === '' ? {} : { answer: text.answer, owner_team_id: teamIds.get(team) as string };
  return { ...prepared, ...answered, received_at: receivedAt };
}
