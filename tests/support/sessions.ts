import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CAST, DEMO_PASSWORD } from '../../src/lib/demo/company';

export type Who = keyof typeof CAST;

interface Cookie {
  name: string;
  value: string;
  httpOnly: boolean;
  sameSite: 'Lax';
}

/** Names of the cookies that hold a session. */
export const SESSION = /^sb-.*-auth-token/;

const file = (dataDir: string) => join(dataDir, 'sessions.json');

/**
 * Signs everybody of the company in once and keeps their cookies beside its data: every copy of the data knows these
 * sessions, and they last for an hour, longer than any run.
 *
 * @throws when somebody is refused
 */
export async function keepSessions(url: string, dataDir: string): Promise<void> {
  const present = (Object.keys(CAST) as Who[]).filter((who) => !('left' in CAST[who]));
  const kept = await Promise.all(present.map(async (who) => [who, await sessionAt(url, who)] as const));
  await writeFile(file(dataDir), JSON.stringify(Object.fromEntries(kept)), { mode: 0o600 });
}

async function sessionAt(url: string, who: Who): Promise<Cookie[]> {
  const response = await fetch(`${url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, accept: 'text/html' },
    body: new URLSearchParams({ email: CAST[who].email, password: DEMO_PASSWORD })
  });
  const cookies = response.headers
    .getSetCookie()
    .map((line) => /^([^=]+)=([^;]+)/.exec(line))
    .flatMap((parts) => (parts && SESSION.test(parts[1]!) ? [{ name: parts[1]!, value: parts[2]! }] : []));
  if (cookies.length === 0) throw new Error(`${who} is not let in: ${response.status}`);
  return cookies.map((cookie) => ({ ...cookie, httpOnly: true, sameSite: 'Lax' }));
}

/** The session that was kept for a character, or null when journeys are not what runs. */
export async function sessionOf(who: Who): Promise<Cookie[] | null> {
  const { DEMO_DATA } = process.env;
  if (!DEMO_DATA) return null;
  const kept = JSON.parse(await readFile(file(DEMO_DATA), 'utf8')) as Record<Who, Cookie[]>;
  return kept[who];
}
