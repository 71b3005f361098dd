// What a fresh clone lacks before anything of it can run. Only Node's own modules here: nothing else is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const OLDEST_MAJOR = 20;
const OLDEST_MINOR = 19;

/** Installs the dependencies unless they are there and as new as the lockfile. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_MAJOR || (major === OLDEST_MAJOR && minor < OLDEST_MINOR)) {
    fail(`Vis-à-vis needs Node ${OLDEST_MAJOR}.${OLDEST_MINOR} or newer; this is ${process.versions.node}.`);
  }
  const installed = join(root, 'node_modules/.package-lock.json');
  if (changedAt(installed) >= changedAt(join(root, 'package-lock.json'))) return;
  say('Installing what is missing (once, a minute or so)…');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev']);
}

/** Builds the application unless the build is newer than everything it is made of. */
export function ensureBuilt() {
  const built = changedAt(join(root, 'build/handler.js'));
  const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
  if (sources.every((source) => newestIn(join(root, source)) < built)) return;
  say('Building…');
  run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'error']);
}

/**
 * Runs a command in the project; ends this process with its status when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 */
export function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    // What these commands print is for people; standard output belongs to the results of ours.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32'
  });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * @param {string} text
 * @returns {never}
 */
export function fail(text) {
  say(text);
  process.exit(2);
}

/** @param {string} file */
function changedAt(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

/**
 * @param {string} path
 * @returns {number}
 */
function newestIn(path) {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return changedAt(path);
  const inside = readdirSync(path).filter((name) => name !== 'paraglide' && !/\.test\.ts$/.test(name));
  return Math.max(0, ...inside.map((name) => newestIn(join(path, name))));
}
