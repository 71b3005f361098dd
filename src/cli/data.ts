import { readConfig } from '../lib/server/config';
import { throughDoor } from '../lib/server/embedded/door';
import { lockHolder } from '../lib/server/embedded/lock';
import { loadSecrets } from '../lib/server/embedded/secrets';
import { connect, openSupabase, type Supabase } from '../lib/server/supabase';

/** Opens the data for a command: directly, or through the server that has it open at this moment. */
export async function openForCommand(): Promise<Supabase> {
  const config = readConfig();
  if (config.kind === 'hosted' || (await lockHolder(config.dataDir)) === null) return openSupabase(config);
  const { publishableKey, secretKey } = await loadSecrets(config.dataDir);
  return connect(
    config,
    'http://embedded.supabase',
    publishableKey,
    secretKey,
    null,
    throughDoor(config.dataDir)
  );
}
