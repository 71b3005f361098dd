import { createServerClient, type CookieMethodsServer } from '@supabase/ssr';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { join } from 'node:path';
import WebSocket from 'ws';
import { readConfig, type Config } from './config';
import type { Database } from './database.types';
import { openEmbedded, type Embedded } from './embedded/embedded';
import { readMigrations } from './embedded/migrations';
import { PROJECT_ROOT } from './project';

export type Client = SupabaseClient<Database>;

/** The one door to data. */
export interface Supabase {
  config: Config;
  /** The embedded database, where there is one. */
  embedded: Embedded | null;
  /** Acts as the service: background work, the feed of screens, sign-in bookkeeping. Never for a page's own reads. */
  service: Client;
  /** Acts as whoever the cookies say, under row-level security. */
  forRequest(cookies: CookieMethodsServer): Client;
  /** A client without a session, for checking a password outside of the cookies. */
  anonymous(): Client;
  close(): Promise<void>;
}

/** Channels of Postgres notifications that the embedded database passes on. */
const CHANNELS = ['verbatims', 'screens'];

/**
 * Opens the Supabase that the configuration names.
 *
 * @throws DataDirectoryInUse, or an error that names the migration that failed
 */
export async function openSupabase(config: Config = readConfig()): Promise<Supabase> {
  if (config.kind === 'hosted')
    return connect(config, config.url, config.publishableKey, config.secretKey, null);
  const embedded = await openEmbedded({
    directory: config.dataDir,
    migrations: await readMigrations(join(PROJECT_ROOT, 'supabase/migrations')),
    channels: CHANNELS
  });
  const { publishableKey, secretKey } = embedded.secrets;
  return connect(config, 'http://embedded.supabase', publishableKey, secretKey, embedded);
}

/** The same clients over any transport: the network, the embedded worker, or another process's door. */
export function connect(
  config: Config,
  url: string,
  publishableKey: string,
  secretKey: string,
  embedded: Embedded | null,
  transport: typeof fetch | undefined = embedded?.fetch
): Supabase {
  const options = {
    global: transport ? { fetch: transport } : {},
    // Node 20 has no WebSocket of its own, and supabase-js insists on one even where Realtime is not used.
    realtime: { transport: WebSocket as never }
  };
  const withoutSession = { ...options, auth: { persistSession: false, autoRefreshToken: false } };
  return {
    config,
    embedded,
    service: createClient<Database>(url, secretKey, withoutSession),
    forRequest: (cookies) => createServerClient<Database>(url, publishableKey, { ...options, cookies }),
    anonymous: () => createClient<Database>(url, publishableKey, withoutSession),
    close: async () => embedded?.close()
  };
}
