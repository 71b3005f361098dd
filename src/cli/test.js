// npm test: everything, from unit to browser, and one last line that counts it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './browser.js';
import { ensureBuilt, ensureInstalled, root, run } from './prepare.js';

ensureInstalled();
const CHROMIUM = await ensureChromium();
run('npx', ['--no-install', 'svelte-kit', 'sync']);
ensureBuilt();

const reports = mkdtempSync(join(tmpdir(), 'vis-a-vis-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const vitest = suite([
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`
]);
const playwright = suite(
  ['playwright', 'test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'],
  {
    CHROMIUM,
    PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport
  }
);

const units = countVitest(readReport(vitestReport));
const journeys = countPlaywright(readReport(playwrightReport));
rmSync(reports, { recursive: true, force: true });

const passed = units.passed + journeys.passed;
// A runner that fails without a failed test (a crash, a file that does not load) still counts as a failure.
const failed =
  Math.max(units.failed, vitest === 0 ? 0 : 1) + Math.max(journeys.failed, playwright === 0 ? 0 : 1);
for (const reason of [...units.skipped, ...journeys.skipped]) console.log(`skipped: ${reason}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** @param {string[]} args @param {Record<string, string>} [env] */
function suite(args, env = {}) {
  const { status } = spawnSync('npx', ['--no-install', ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32'
  });
  return status ?? 1;
}

/**
 * @param {string} file
 * @returns {any} what the runner wrote, or null when it wrote nothing
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {import('vitest/node').JsonTestResults | null} report */
function countVitest(report) {
  const tests = (report?.testResults ?? []).flatMap((file) => file.assertionResults);
  return {
    passed: report?.numPassedTests ?? 0,
    failed: Math.max(report?.numFailedTests ?? 1, report?.numFailedTestSuites ?? 0),
    skipped: tests
      .filter(({ status }) => status === 'pending' || status === 'skipped')
      .map(({ fullName }) => fullName)
  };
}

/** @param {import('@playwright/test/reporter').JSONReport | null} report */
function countPlaywright(report) {
  /** @type {import('@playwright/test/reporter').JSONReportSpec[]} */
  const specs = [];
  /** @param {import('@playwright/test/reporter').JSONReportSuite[]} suites */
  const visit = (suites) => {
    for (const suite of suites) {
      specs.push(...suite.specs);
      visit(suite.suites ?? []);
    }
  };
  visit(report?.suites ?? []);
  return {
    passed: report?.stats?.expected ?? 0,
    failed: (report?.stats?.unexpected ?? 1) + (report?.stats?.flaky ?? 0),
    skipped: specs
      .filter(({ tests }) => tests.every(({ status }) => status === 'skipped'))
      .map(({ title }) => title)
  };
}
