import { randomUUID } from 'node:crypto';
import { hashPassword, provisionEmbedded } from '$lib/server/users';
import type { Client, Supabase } from '$lib/server/supabase';
import { CAST, DEMO_PASSWORD, TEAMS } from './company';
import { staff } from './staff';
import { loadSymmetry } from './symmetry.server';
import { loadVerbatims } from './verbatims.server';
import { loadPulse } from './waves.server';

const DAY = 24 * 3600 * 1000;

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
  await inTheirTime(supabase, () => loadVerbatims(service, teamIds, now));
  await loadPulse(supabase, teamIds, now);
  await loadSymmetry(service, teamIds, now);
}

/** One request for each level of the tree, from the top. */
async function loadTeams(service: Client): Promise<Map<string, string>> {
  const ids = new Map(TEAMS.map(({ slug }) => [slug, randomUUID() as string]));
  const idOf = (slug: string | null) => (slug === null ? null : (ids.get(slug) ?? null));
  let above: (string | null)[] = [null];
  while (above.length > 0) {
    const level = TEAMS.filter(({ parent }) => above.includes(parent));
    const rows = level.map(({ slug, name, kind, parent }) => ({
      id: idOf(slug) as string,
      slug,
      name,
      kind,
      parent_id: idOf(parent)
    }));
    if (rows.length > 0) await service.from('teams').insert(rows).throwOnError();
    above = level.map(({ slug }) => slug);
  }
  return ids;
}

/**
 * Lets the verbatims that come in meanwhile have changed when they were received: screens are sent what changed a minute
 * ago, and would be sent years of it at once. The session's end would take the trigger away as well.
 */
async function inTheirTime({ embedded }: Supabase, load: () => Promise<void>): Promise<void> {
  await embedded?.maintain(`
    create function pg_temp.as_received() returns trigger language plpgsql as $$
    begin
      new.changed_at := new.received_at;
      return new;
    end $$;
    create trigger as_received before insert on public.verbatims
      for each row execute function pg_temp.as_received()`);
  try {
    await load();
  } finally {
    await embedded?.maintain(`drop function pg_temp.as_received() cascade`);
  }
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
