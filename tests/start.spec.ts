import AxeBuilder from '@axe-core/playwright';
import { spawn } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, startApp, test, type RunningApp } from './support/app';

test.describe('npm start', () => {
  test('prints the addresses and one demo sign-in for each role', async ({ app }) => {
    const printed = app.output();
    expect(printed).toContain(`Home  ${app.url}/`);
    expect(printed).toContain(`Wall  ${app.url}/wall`);
    for (const role of ['employee', 'manager', 'moderator', 'leadership', 'admin']) {
      expect(printed).toMatch(new RegExp(`${role}\\s+\\S+@bellerive\\.example`));
    }
  });

  test('keeps the company from one start to the next, and loads the demo once', async ({ app }) => {
    const before = await app.service.from('verbatims').select('id', { count: 'exact', head: true });
    await app.restart();
    const after = await app.service.from('verbatims').select('id', { count: 'exact', head: true });
    expect(after.count).toBe(before.count);
    expect(after.count).toBeGreaterThan(300);
  });

  test('stops within 3 seconds of Ctrl-C, even with a wall open', async ({ app, page }) => {
    await page.goto(`${app.url}/wall`);
    const { code, took } = await app.stop();
    expect(code).toBe(0);
    expect(took).toBeLessThan(3000);
    await app.start();
  });

  test('refuses, in words, a data directory that another process has open', async ({ app }) => {
    const { code, printed } = await runStart({ DATA_DIR: app.dataDir, PORT: '0' });
    expect(code).toBe(2);
    expect(printed).toContain('already in use by process');
    expect(printed).toContain('DATA_DIR=');
  });

  test('refuses, in words, a port that is taken', async ({ app }) => {
    const dataDir = `${app.dataDir}-second`;
    await cp(process.env.EMPTY_DATA!, dataDir, { recursive: true });
    const second = await runStart({ DATA_DIR: dataDir, PORT: new URL(app.url).port, EMPTY: 'true' });
    expect(second.code).toBe(2);
    expect(second.printed).toContain('is taken');
    await rm(dataDir, { recursive: true });
  });

  test('takes over the lock of a process that is gone', async ({ app }) => {
    await app.stop();
    await writeFile(join(app.dataDir, 'lock'), '999999 12345');
    await app.start();
    expect((await fetch(`${app.url}/login`)).status).toBe(200);
  });

  test('refuses half of a Supabase configuration', async ({ app }) => {
    const { code, printed } = await runStart({
      DATA_DIR: `${app.dataDir}-third`,
      PORT: '0',
      SUPABASE_URL: 'http://127.0.0.1:1'
    });
    expect(code).toBe(2);
    expect(printed).toContain('SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY');
  });
});

test.describe('npm start -- --empty', () => {
  let empty: RunningApp & { dispose(): Promise<void> };
  test.beforeAll(async () => {
    empty = await startApp({ empty: true });
  });
  test.afterAll(() => empty.dispose());

  test('is accessible, in both languages, light and dark', async ({ page }) => {
    for (const [language, theme] of [
      ['fr', 'light'],
      ['en', 'dark']
    ] as const) {
      await page.context().addCookies([
        { name: 'language', value: language, url: empty.url },
        { name: 'theme', value: theme, url: empty.url }
      ]);
      await page.goto(`${empty.url}/setup`);
      await page.getByRole('button', { name: /l’entreprise|company/ }).click();
      await expect(page.getByText(/À remplir|Required/).first()).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });

  test('is not offered to a visitor who comes from elsewhere', async () => {
    const forwarded = await fetch(`${empty.url}/setup`, {
      headers: { 'x-forwarded-for': '203.0.113.9', accept: 'text/html' }
    });
    expect(forwarded.status).toBe(403);
    expect(await forwarded.text()).toContain('localhost');
  });

  // The last one, for there is a company from then on.
  test('leads the first visitor to the administrator and the first team, once', async ({ page }) => {
    await page.goto(empty.url);
    await expect(page).toHaveURL(/\/setup$/);
    await page.getByRole('button', { name: 'Créer l’entreprise' }).click();
    await expect(page.getByText('À remplir.').first()).toBeVisible();

    await page.getByLabel('Nom de l’entreprise').fill('Atelier Lumen');
    await page.getByLabel('Première équipe').fill('Boutique');
    await page.getByLabel('Votre nom').fill('Anne Prévost');
    await page.getByLabel('Adresse e-mail').fill('Anne@lumen.example');
    await page.getByLabel('Mot de passe').fill('court');
    await page.getByRole('button', { name: 'Créer l’entreprise' }).click();
    await expect(page.getByLabel('Mot de passe')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Nom de l’entreprise')).toHaveValue('Atelier Lumen');

    await page.getByLabel('Mot de passe').fill('une phrase assez longue');
    await page.getByRole('button', { name: 'Créer l’entreprise' }).click();
    await expect(page.getByRole('heading', { name: 'Imports' })).toBeVisible();
    await expect(page.getByText('Anne Prévost')).toBeVisible();

    await page.goto(`${empty.url}/setup`);
    await expect(page).not.toHaveURL(/\/setup/);
  });
});

/** Runs npm start's command until it ends by itself. */
function runStart(env: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/cli/start.js'], {
      env: { ...process.env, HOST: '127.0.0.1', ...env }
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.once('exit', (code) => resolve({ code, printed }));
  });
}
