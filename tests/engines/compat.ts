import type {
  CompatData,
  CompatStatement,
  Identifier,
  SimpleSupportStatement
} from '@mdn/browser-compat-data';
import { createRequire } from 'node:module';

/** Twenty megabytes, which are read as they are rather than compiled. */
const tables = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData;

/** The first Chromium with something, by MDN's browser-compat-data; Infinity when none has it, null when MDN knows no such thing. */
export type Since = number | null;

const { css, javascript, api } = tables;
const builtins = javascript.builtins as Identifier;

export const sinceProperty = (name: string): Since => since(at(css.properties, name));
/** A keyword of a property, or the function that its value calls. */
export const sinceValue = (property: string, value: string): Since =>
  since(at(css.properties, property, value));
export const sinceSelector = (name: string): Since => since(at(css.selectors, name));
export const sinceAtRule = (name: string): Since => since(at(css['at-rules'], name));
export const sinceDescriptor = (rule: string, name: string): Since => since(at(css['at-rules'], rule, name));

/** A function in a value of CSS: `clamp`, `oklch`. */
export const sinceFunction = (name: string): Since =>
  earliest([at(css.types, name), ...Object.values(css.types ?? {}).map((type) => at(type, name))]);

/** A name nobody declares: `structuredClone`. */
export const sinceGlobal = (name: string): Since =>
  earliest([at(builtins, name), at(api, name), at(api, 'Window', name), at(api, '_globals', name)]);

/** A property of a global object: `Object.fromEntries`, `navigator.wakeLock`. */
export function sinceMember(object: string, name: string): Since {
  const kind = INSTANCES[object] ?? object;
  return earliest([at(builtins, object, name), at(api, kind, name), at(api, kind, `${name}_static`)]);
}

/** A method of whatever object: of all that have one of that name, the first to come. */
export function sinceMethod(name: string): Since {
  return METHODS.get(name) ?? null;
}

const INSTANCES: Record<string, string> = {
  navigator: 'Navigator',
  document: 'Document',
  window: 'Window',
  performance: 'Performance',
  screen: 'Screen',
  location: 'Location',
  history: 'History',
  crypto: 'Crypto',
  caches: 'CacheStorage',
  indexedDB: 'IDBFactory'
};

const METHODS = new Map<string, number>();
for (const group of [
  ...Object.values(builtins),
  ...Object.values(builtins.Intl ?? {}),
  ...Object.values(api)
])
  for (const name of Object.keys(group)) {
    const first = since(at(group, name));
    if (first !== null) METHODS.set(name, Math.min(first, METHODS.get(name) ?? Infinity));
  }

function at(from: unknown, ...path: string[]): CompatStatement | undefined {
  let here = from as Identifier | undefined;
  for (const name of path) here = here && Object.hasOwn(here, name) ? (here[name] as Identifier) : undefined;
  return here?.__compat;
}

function earliest(statements: (CompatStatement | undefined)[]): Since {
  const versions = statements.map(since).filter((version) => version !== null);
  return versions.length === 0 ? null : Math.min(...versions);
}

/** Support behind a flag or under another name is none. */
function since(compat: CompatStatement | undefined): Since {
  const support = compat?.support.chrome;
  if (!support) return null;
  const plain = ([support].flat() as SimpleSupportStatement[]).filter(
    (each) => !each.flags && !each.prefix && !each.alternative_name
  );
  return Math.min(
    ...plain.map(({ version_added: added }) =>
      typeof added === 'string' && added !== 'preview' ? Number(added.replace('≤', '')) : Infinity
    )
  );
}
