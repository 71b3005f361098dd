import AxeBuilder from '@axe-core/playwright';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Page } from '@playwright/test';
import { expect, signIn, test, type RunningApp } from './support/app';

/** What French Excel writes: Windows-1252, semicolons, CRLF, a line break inside quotes. */
const EXCEL = iconv.encode(
  [
    'Date;Magasin;Note;Avis client',
    '12/03/2026;Nantes;2;"Livré avec dix jours de retard,\r\ncarton éventré."',
    '14/03/2026;Lyon;5;"Accueil parfait, merci à toute l’équipe !"',
    '15/03/2026;Atlantide;4;Joli magasin, personnel aimable',
    '16/03/2026;Lille;9;Très bien',
    '17/13/2026;Lille;3;Correct sans plus',
    '18/03/2026;Lille;4;',
    '19/03/2026;Lille;5;Rappelez-moi au 06 39 98 12 34, service adorable;en trop',
    '20/03/2026;Dijon;5;"Rappelez-moi au 06 39 98 12 34, vendeuse adorable"'
  ].join('\r\n'),
  'windows-1252'
);

async function send(page: Page, app: RunningApp, name: string, bytes: Buffer): Promise<void> {
  await page.goto(`${app.url}/imports`);
  await page.getByLabel('Fichier').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
}

async function importAs(page: Page, source: string): Promise<void> {
  await page.getByLabel('Échelle des notes', { exact: true }).selectOption('1-5');
  await page.getByLabel('D’où viennent ces verbatims').fill(source);
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByText('Import terminé')).toBeVisible({ timeout: 30_000 });
}

const figure = (page: Page, name: string) =>
  page.locator('dl div', { has: page.getByText(name, { exact: true }) }).locator('dd');

test('Hélène imports the export of a French Excel, and every line is accounted for', async ({
  page,
  app
}) => {
  await signIn(page, 'helene', app.url, null);
  await send(page, app, 'avis mars.csv', EXCEL);

  await expect(page.getByText('windows-1252')).toBeVisible();
  await expect(page.getByLabel('Verbatim', { exact: true })).toHaveValue('3');
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('2');
  await expect(page.getByLabel('Équipe', { exact: true })).toHaveValue('1');
  const preview = page.getByRole('region', { name: /20 premières lignes/ });
  await expect(preview.getByText('carton éventré')).toBeVisible();
  await expect(preview.getByText('[téléphone]')).toBeVisible();
  await expect(preview.getByText('06 39 98')).toHaveCount(0);
  await expect(preview.getByText('Aucune équipe ne porte ce nom')).toBeVisible();

  await importAs(page, 'Borne en magasin');
  await expect(figure(page, 'Importés')).toHaveText('3');
  await expect(figure(page, 'Refusés')).toHaveText('5');
  await expect(page.getByText('La note ne se lit pas')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Télécharger toutes les lignes refusées/ }).click();
  const file = await (await download).createReadStream();
  let refusals = '';
  for await (const chunk of file) refusals += chunk;
  expect(refusals.trim().split('\r\n')).toHaveLength(6);
  expect(refusals).not.toContain('06 39 98');

  const { data } = await app.service
    .from('verbatims')
    .select('raw_text, text, day')
    .like('raw_text', '%12 34, vendeuse adorable%');
  expect(data).toEqual([
    {
      raw_text: expect.stringContaining('06 39 98 12 34'),
      text: expect.stringContaining('[téléphone]'),
      day: '2026-03-20'
    }
  ]);
});

test('the same file again imports nothing', async ({ page, app }) => {
  await signIn(page, 'helene', app.url, null);
  await send(page, app, 'avis mars.csv', EXCEL);
  await importAs(page, 'Borne en magasin');
  await expect(figure(page, 'Importés')).toHaveText('0');
  await expect(figure(page, 'Doublons')).toHaveText('3');
});

test('files that are no table are refused with what to do, and nothing changes', async ({ page, app }) => {
  await signIn(page, 'thomas', app.url, null);
  const before = await app.service.from('verbatims').select('id', { count: 'exact', head: true });
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  for (const [name, bytes, words] of [
    ['vide.csv', Buffer.from(''), 'Ce fichier est vide'],
    ['photo.csv', png, 'n’est pas un tableau'],
    ['classeur.xlsx', Buffer.from('PK\u0003\u0004 and so on'), 'C’est un classeur']
  ] as const) {
    await send(page, app, name, bytes);
    await expect(page.getByRole('alert')).toContainText(words);
  }
  // A file cut in the middle of a quoted text only shows at its end: it is refused before anything is stored.
  const truncated = Buffer.from(`Note;Avis\n${'5;"Très bien, merci"\n'.repeat(700)}1;"Coupé au milieu d’une`);
  await send(page, app, 'coupé.csv', truncated);
  await page.getByLabel('D’où viennent ces verbatims').fill('Fichier coupé');
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('ligne 702');
  await expect(page.getByRole('alert')).toContainText('Rien n’a été importé');
  const after = await app.service.from('verbatims').select('id', { count: 'exact', head: true });
  expect(after.count).toBe(before.count);
});

test('a cell of two megabytes is refused and the rows around it come in', async ({ page, app }) => {
  await signIn(page, 'thomas', app.url, null);
  const huge = Buffer.from(
    `Note;Avis\n5;Avant la cellule géante\n1;"${'x'.repeat(2_000_000)}"\n4;Après la cellule géante\n`
  );
  await send(page, app, 'geante.csv', huge);
  await importAs(page, 'Cellule géante');
  await expect(figure(page, 'Importés')).toHaveText('2');
  await expect(figure(page, 'Refusés')).toHaveText('1');
  await expect(page.getByText('20 000 caractères')).toBeVisible();
});

test('npm run import works while the server runs, and says the same', async ({ app }, testInfo) => {
  const file = testInfo.outputPath('commande.csv');
  await writeFile(file, 'rating,text\n5,"Lovely lamp, helpful staff"\n1,Never again\n');
  const once = await command(['import', file, '--source', 'Ligne de commande'], app.dataDir);
  expect(once.code).toBe(0);
  expect(JSON.parse(once.out)).toMatchObject({ rows: 2, imported: 2, duplicates: 0, refused: 0 });
  const again = await command(['import', file, '--source', 'Ligne de commande'], app.dataDir);
  expect(JSON.parse(again.out)).toMatchObject({ imported: 0, duplicates: 2 });
  const wrong = await command(
    ['import', file, '--source', 'Ligne de commande', '--map', 'text=avis'],
    app.dataDir
  );
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('The file has: rating, text');
});

test('the import pages are accessible, in both languages', async ({ page, app }) => {
  await signIn(page, 'helene', app.url, null);
  await send(page, app, 'avis.csv', EXCEL);
  for (const language of ['fr', 'en']) {
    await page.context().addCookies([{ name: 'language', value: language, url: app.url }]);
    await page.reload();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto(`${app.url}/imports`);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goBack();
  }
});

function command(
  args: string[],
  dataDir: string
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/cli/command.js', ...args], {
      env: { ...process.env, DATA_DIR: dataDir }
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('exit', (code) => resolve({ code, out, err }));
  });
}
