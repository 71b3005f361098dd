import { chromium } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../lib/server/project';
import { signIn, startApp } from '../../tests/support/app';
import { ensureChromium } from './browser.js';

/** npm run screenshots: the pictures of the README, of the demo company as it looks today. */
export async function run(): Promise<number> {
  const folder = join(PROJECT_ROOT, 'docs/pictures');
  await mkdir(folder, { recursive: true });
  const app = await startApp();
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  });
  try {
    const wall = await browser.newPage({
      viewport: { width: 1920, height: 1080 },
      locale: 'fr-FR',
      colorScheme: 'dark'
    });
    await wall.goto(`${app.url}/wall`);
    await wall.getByRole('blockquote').first().waitFor();
    await wall.getByText('en direct').waitFor();
    await wall.waitForFunction(() => !document.querySelector('.unread'));
    await wall.screenshot({ path: join(folder, 'wall.png') });

    const dashboard = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR' });
    await signIn(dashboard, 'claire', app.url, '/dashboard');
    await dashboard.getByRole('img').first().waitFor();
    await dashboard.waitForLoadState('networkidle');
    await dashboard.screenshot({ path: join(folder, 'dashboard.png') });
  } finally {
    await browser.close();
    await app.dispose();
  }
  return 0;
}
