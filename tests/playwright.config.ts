import { defineConfig } from '@playwright/test';

/** Journeys of a file share one running application and run one after the other; each worker has an application of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './support/demo.ts',
  outputDir: '../test-results',
  // Journeys wait more than they compute: three keep two cores busy.
  workers: 3,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1366, height: 768 },
    // What moves costs the machine of the tests a core, and nothing here is about how it moves.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    },
    // Recording every step takes a tenth of the time of all journeys: TRACE=1 npx playwright test … when one fails.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off'
  }
});
