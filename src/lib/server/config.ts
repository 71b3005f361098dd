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

/** How the application meets the world outside: where people reach it, when their day is, how it writes to them. */
export interface Outside {
  /** The public address without a final slash, such as https://vis-a-vis.example.com; null while it is not known. */
  origin: string | null;
  /** An IANA name. */
  timeZone: string;
  /** null until everything a message needs is set. */
  mail: { smtp: string; from: string; origin: string } | null;
  /** The settings that mail still lacks. */
  missing: string[];
}

/**
 * Reads ORIGIN, TIME_ZONE (default Europe/Paris), SMTP_URL and MAIL_FROM.
 *
 * @throws when one of them cannot be what it should be: better at the start than at the first message
 */
export function readOutside(env: NodeJS.ProcessEnv = process.env): Outside {
  const origin = env.ORIGIN ? addressOf('ORIGIN', env.ORIGIN, ['http:', 'https:']).origin : null;
  const timeZone = env.TIME_ZONE || 'Europe/Paris';
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new Error(`TIME_ZONE must be a name such as Europe/Paris, not ${timeZone}.`);
  }
  const smtp = env.SMTP_URL || null;
  if (smtp) addressOf('SMTP_URL', smtp, ['smtp:', 'smtps:']);
  const from = env.MAIL_FROM || null;
  const missing = Object.entries({ SMTP_URL: smtp, MAIL_FROM: from, ORIGIN: origin })
    .filter(([, value]) => value === null)
    .map(([name]) => name);
  return { origin, timeZone, mail: smtp && from && origin ? { smtp, from, origin } : null, missing };
}

/** The value is not repeated in the error: it may hold a password. */
function addressOf(name: string, value: string, protocols: string[]): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !protocols.includes(url.protocol) || url.host === '')
    throw new Error(`${name} must be an address that starts with ${protocols.join('// or ')}//.`);
  return url;
}
