import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/cli/prepare.js';
import { faultsOfScript } from './script-floor';
import { faultsOfStyles } from './style-floor';

/** TVs of 2020 (LG webOS 5). */
const FLOOR = 68;
/** Asked for before it is used, or of no harm where it is not. */
const PARDONED = {
  script: ['wakeLock'],
  styles: ['text-wrap', 'font-variation-settings', 'color-scheme', 'overscroll-behavior']
};
const WALL = join(root, 'build/client/_app/immutable/wall');

describe(`the built wall on Chromium ${FLOOR}`, () => {
  const files = (end: string) =>
    (existsSync(WALL) ? readdirSync(WALL) : []).filter((name) => name.endsWith(end));

  test('has a script and styles', () => {
    expect(files('.js')).toHaveLength(1);
    expect(files('.css').length).toBeGreaterThan(0);
  });

  test.each(files('.js'))('is understood: %s', (file) => {
    expect(faultsOfScript(readFileSync(join(WALL, file), 'utf8'), FLOOR, PARDONED.script)).toEqual([]);
  });

  test.each(files('.css'))('is dressed as meant: %s', (file) => {
    expect(faultsOfStyles(readFileSync(join(WALL, file), 'utf8'), FLOOR, PARDONED.styles)).toEqual([]);
  });
});

describe('the check of the floor', () => {
  test.each([
    ['a?.b', /^syntax: /],
    ['a ?? b', /^syntax: /],
    ['class A { #b = 1 }', /^syntax: /],
    ['text.replaceAll("a", "b")', '.replaceAll(): since Chromium 85'],
    ['list.at(-1)', '.at(): since Chromium 92'],
    ['const beat = { at: 1 }; list.at(beat.at)', '.at(): since Chromium 92'],
    ['list.flatMap(f)', '.flatMap(): since Chromium 69'],
    ['element.replaceChildren()', '.replaceChildren(): since Chromium 86'],
    ['Object.fromEntries(pairs)', 'Object.fromEntries: since Chromium 73'],
    ['Promise.allSettled(all)', 'Promise.allSettled: since Chromium 76'],
    ['queueMicrotask(f)', 'queueMicrotask: since Chromium 71'],
    ['structuredClone(a)', 'structuredClone: since Chromium 98'],
    ['new Intl.RelativeTimeFormat("fr")', 'Intl.RelativeTimeFormat: since Chromium 71'],
    ['AbortSignal.timeout(1000)', 'AbortSignal.timeout: since Chromium 103'],
    ['crypto.randomUUID()', 'crypto.randomUUID: since Chromium 92'],
    ['new Intl.DateTimeFormat("fr", { dateStyle: "long" })', 'option dateStyle: since Chromium 76'],
    ['navigator.wakeLock.request("screen")', 'navigator.wakeLock: since Chromium 84']
  ])('refuses %s', (source, fault) => {
    expect(faultsOfScript(source, FLOOR)).toContainEqual(
      typeof fault === 'string' ? fault : expect.stringMatching(fault)
    );
  });

  test.each([
    'try { a() } catch { b({ ...c }) }',
    'async () => { for await (const a of b) c(a.share); }',
    'class A { at() { return this.at() } }',
    'typeof structuredClone === "function" ? structuredClone(a) : a',
    'document.querySelectorAll("p").forEach((p) => p.remove()); new AbortController().abort()',
    'list.map(String).filter(Boolean).includes("a".padEnd(6)); Object.entries(a); fetch("/")'
  ])('lets pass %s', (source) => expect(faultsOfScript(source, FLOOR)).toEqual([]));

  test.each([
    ['a { inset: 0 }', 'inset: since Chromium 87'],
    ['a { aspect-ratio: 1 }', 'aspect-ratio: since Chromium 88'],
    ['a { width: max(1px, 2px) }', 'max(): since Chromium 79'],
    ['a { --size: clamp(1px, 2vw, 3px); width: var(--size) }', 'clamp(): since Chromium 79'],
    ['a { color: oklch(50% 0 0) }', 'oklch(): since Chromium 111'],
    ['a { padding-inline: 1px }', 'padding-inline: since Chromium 87'],
    ['a { height: 100dvh }', 'unit dvh: since Chromium 108'],
    ['a { overflow-wrap: anywhere }', 'overflow-wrap: anywhere: since Chromium 80'],
    ['a { display: flex; gap: 1px }', 'gap of a, which is no grid: since Chromium 84'],
    ['a:is(b) { top: 0 }', ':is: since Chromium 88'],
    ['a:where(.b) { top: 0 }', ':where: since Chromium 88'],
    ['a:has(b) { top: 0 }', ':has: since Chromium 105'],
    ['a { b { top: 0 } }', 'b within a: since Chromium 120'],
    ['@layer a { b { top: 0 } }', '@layer: since Chromium 99'],
    ['@media (width > 4em) { a { top: 0 } }', '@media (width > 4em): since Chromium 104']
  ])('refuses %s', (source, fault) => expect(faultsOfStyles(source, FLOOR)).toContain(fault));

  test.each([
    'a { display: grid; gap: 1px 2px; color: var(--a); width: calc(1px + 2vw) }',
    'a { height: 100vh; height: 100dvh }',
    'a { --unused: clamp(1px, 2vw, 3px); place-self: end }',
    '@supports (inset: 0) { a { inset: 0; height: 1dvh } }',
    '@media (prefers-reduced-motion: reduce) { a:not(.b)::before { content: "inset: 0"; transition: none } }',
    '@font-face { font-family: A; src: url(a.woff2) format("woff2"); font-display: swap; unicode-range: U+0-FF }'
  ])('lets pass %s', (source) => expect(faultsOfStyles(source, FLOOR)).toEqual([]));
});
