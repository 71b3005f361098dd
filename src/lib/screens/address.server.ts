import { networkInterfaces } from 'node:os';
import { readOutside } from '$lib/server/config';

/** Where somebody with another device finds this server, and whether one could. */
export interface Reachable {
  origin: string;
  /** False while the server listens to its own machine alone: only a TV plugged into it reaches it. */
  elsewhere: boolean;
}

/**
 * The address of this server for people and TVs: the one that is set, else the one it was asked at; where that is a
 * name for the machine itself, its first address in the network, should it listen there.
 *
 * @param url it was asked at
 */
export function reachable(url: URL, env: NodeJS.ProcessEnv = process.env): Reachable {
  const { origin } = readOutside(env);
  if (origin) return { origin, elsewhere: true };
  if (!isLoopback(url.hostname)) return { origin: url.origin, elsewhere: true };
  const address = LISTENS_EVERYWHERE.has(env.HOST ?? '') ? addressInNetwork() : null;
  if (!address) return { origin: url.origin, elsewhere: false };
  return { origin: `${url.protocol}//${address}${url.port ? `:${url.port}` : ''}`, elsewhere: true };
}

const LISTENS_EVERYWHERE = new Set(['0.0.0.0', '::']);

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function addressInNetwork(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
