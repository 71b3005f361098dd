/** An address to return to after a form: a path of this site, and `/` for anything that would lead elsewhere. */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return '/';
  // Read as a browser reads it, which drops tabs and takes backslashes for slashes.
  const url = new URL(value, HERE);
  return url.origin === HERE ? url.pathname + url.search : '/';
}

const HERE = 'http://here.invalid';
