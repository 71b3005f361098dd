import { createClient } from '@supabase/supabase-js';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import type { Database } from '../src/lib/server/database.types';
import type { Client } from '../src/lib/server/supabase';
import { expect, startApp, test, type RunningApp } from './support/app';
import { whyNoNativePostgres } from './support/native-postgres';

interface Project {
  url: string;
  publishableKey: string;
  secretKey: string;
}

const missing = whyNoNativePostgres();

test.describe(`on a Supabase over HTTP${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test.skip(missing !== null, missing ?? '');

  let supabase: ChildProcess;
  let service: Client;
  let app: RunningApp & { dispose(): Promise<void> };

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    supabase = spawn(process.execPath, ['--import', 'tsx', 'tests/support/hosted-supabase.ts'], {
      stdio: ['pipe', 'pipe', 'inherit']
    });
    const project = await firstLine<Project>(supabase);
    service = createClient<Database>(project.url, project.secretKey, {
      auth: { persistSession: false },
      realtime: { transport: WebSocket as never }
    });
    app = await startApp({
      env: {
        SUPABASE_URL: project.url,
        SUPABASE_PUBLISHABLE_KEY: project.publishableKey,
        SUPABASE_SECRET_KEY: project.secretKey
      }
    });
  });

  test.afterAll(async () => {
    await app?.dispose();
    supabase?.stdin?.end();
  });

  test('the main journey: first company, import, wall, live, hidden again', async ({ page, context }) => {
    await page.goto(app.url);
    await page.getByLabel('Nom de l’entreprise').fill('Atelier Lumen');
    await page.getByLabel('Première équipe').fill('Boutique');
    await page.getByLabel('Votre nom').fill('Anne Prévost');
    await page.getByLabel('Adresse e-mail').fill('anne@lumen.example');
    await page.getByLabel('Mot de passe').fill('une phrase assez longue');
    await page.getByRole('button', { name: 'Créer l’entreprise' }).click();
    await expect(page.getByRole('heading', { name: 'Imports' })).toBeVisible();

    const file = Buffer.from(
      'Note;Avis\n5;"Une lampe magnifique, accueil parfait, merci !"\n1;"Très déçu, livraison lamentable."\n'
    );
    await page.getByLabel('Fichier').setInputFiles({ name: 'avis.csv', mimeType: 'text/csv', buffer: file });
    await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
    await page.getByLabel('D’où viennent ces verbatims').fill('Borne');
    await page.getByLabel(/Approuver d’office/).check();
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await expect(page.getByText('Import terminé')).toBeVisible({ timeout: 30_000 });

    const wall = await context.newPage();
    await wall.goto(`${app.url}/wall`);
    await expect(
      wall.getByText('Une lampe magnifique').or(wall.getByText('livraison lamentable')).first()
    ).toBeVisible();

    const { data: source } = await service.from('sources').select('id').eq('name', 'Borne').single();
    const row = {
      raw_text: 'Conseils en or au rayon luminaires',
      text: 'Conseils en or au rayon luminaires',
      language: 'fr'
    };
    const tagged = { sentiment: 'positive', score: 0.8, confidence: 0.9, status: 'approved' };
    await service.rpc('store_verbatims', { source: source!.id, batch: [{ ...row, ...tagged }] });
    await expect(wall.getByText('Conseils en or').first()).toBeVisible({ timeout: 30_000 });

    await service.from('verbatims').update({ status: 'hidden' }).eq('text', row.text);
    await expect(wall.getByText('Conseils en or')).toHaveCount(0, { timeout: 30_000 });

    await page.goto(`${app.url}/dashboard`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('starts no database of its own, and says once that it polls for want of Realtime', async () => {
    expect(existsSync(join(app.dataDir, 'database'))).toBe(false);
    const said = app
      .output()
      .split('\n')
      .filter((line) => /realtime/i.test(line));
    expect(said).toHaveLength(1);
  });
});

function firstLine<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [line, rest] = printed.split('\n');
      if (line && rest !== undefined) resolve(JSON.parse(line) as T);
    });
    child.once('exit', (code) =>
      reject(new Error(`The stand-in for Supabase ended with ${code}:\n${printed}`))
    );
  });
}
