import type { Cookies } from '@sveltejs/kit';
import { createHash, randomBytes } from 'node:crypto';

/** Cookies of a device: `screen` once it is paired, `pairing` while it waits to be. */
const COOKIES = {
  /** Browsers keep a cookie for 400 days at most. */
  screen: 400 * 86_400,
  /** As long as a pairing can live. */
  pairing: 12 * 60
};
export type DeviceCookie = keyof typeof COOKIES;

/** 256 random bits. Nobody but the device that carries it knows it: the database has its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hexadecimal, as the database keeps it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What the device carries under this name; null when it is nothing that we gave out. */
export function tokenOf(cookies: Cookies, name: DeviceCookie): string | null {
  const token = cookies.get(name) ?? '';
  return /^[\w-]{43}$/.test(token) ? token : null;
}

/** Gives it to the device, or renews it there. */
export function giveToken(
  { cookies, url }: { cookies: Cookies; url: URL },
  name: DeviceCookie,
  token: string
): void {
  cookies.set(name, token, { ...options(url), maxAge: COOKIES[name] });
}

export function takeToken({ cookies, url }: { cookies: Cookies; url: URL }, name: DeviceCookie): void {
  cookies.delete(name, options(url));
}

function options(url: URL) {
  return { path: '/wall', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
}
