/**
 * The engine of a browser and its version, which decide what it can do: `Chromium 79`, `Firefox 128`, `Safari 17`, or
 * `WebKit 605` where a TV says no more. The names that makers give their browsers tell nothing.
 *
 * @param agent the browser's user agent
 */
export function engineOf(agent: string): string {
  for (const [name, pattern] of ENGINES) {
    const found = pattern.exec(agent);
    if (found) return `${name} ${found[1]}`;
  }
  return 'unknown';
}

/** In this order: each also calls itself what comes after it. Only Apple's `Version` is that of Safari. */
const ENGINES: [string, RegExp][] = [
  ['Chromium', /(?:Chrome|Chromium|CrMo)\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Safari', /(?:Macintosh|iPhone|iPad|Apple ?TV).*Version\/(\d+)/],
  ['WebKit', /AppleWebKit\/(\d+)/]
];
