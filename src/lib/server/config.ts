import { resolve } from 'node:path';

/** Which Supabase this server works on, from the environment. */
export type Config =
  | { kind: 'embedded'; dataDir: string; demo: boolean }
  | { kind: 'hosted'; dataDir: string; url: string; publishableKey: string; secretKey: string };

/**
 * Reads the environment.
 *
 * With SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY all set the server uses that Supabase; with none
 * of them, the embedded one in DATA_DIR (default ./.data), with the demo company unless EMPTY is `true`.
 *
 * @throws when only some of the three are set: guessing which Supabase was meant could write into the wrong one
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const dataDir = resolve(env.DATA_DIR || '.data');
  const names = ['SUPABASE_URL', 'SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_SECRET_KEY'] as const;
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return { kind: 'embedded', dataDir, demo: env.EMPTY !== 'true' };
  if (missing.length > 0) {
    throw new Error(
      `To use a Supabase project, also set ${missing.join(' and ')}; to use the embedded one, set none.`
    );
  }
  const [url, publishableKey, secretKey] = names.map((name) => env[name] as string) as [
    string,
    string,
    string
  ];
  return { kind: 'hosted', dataDir, url, publishableKey, secretKey };
}
