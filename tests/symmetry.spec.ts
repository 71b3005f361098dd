import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { alone, expect, openPage, signIn, startApp, type RunningApp } from './support/app';

/** Targets and events are set here: nobody else’s figures may move with them. */
const test = alone();

/** Spaces of every width are one space. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');
const sentence = (page: Page) => page.getByRole('heading', { level: 1 });
const figure = (page: Page, name: string | RegExp): Locator => page.getByRole('figure', { name });
const choice = (page: Page, name: string | RegExp): Locator => page.getByRole('combobox', { name });
const link = (page: Page): Locator => page.getByRole('heading', { name: 'Le lien entre équipes et clients' });

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());

async function targets({ service }: RunningApp) {
  const { data } = await service.from('symmetry_targets').select('cx, ex').order('set_at').throwOnError();
  return data;
}

/** How many sheets it takes on paper. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('Claire reads where both sides stand as soon as she has signed in, without scrolling', async ({
  signedIn
}) => {
  const page = await signedIn('claire');
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(page).toHaveURL('/symmetry');
  await expect(sentence(page)).toHaveText(/\S.{20,}/);
  const figures = page.getByRole('region', { name: 'Chiffres clés' });
  expect(plain(await figures.textContent())).toMatch(
    /CX, notes des clients ?\d+ sur 100 ?entre \d+ et \d+ · n = [\d ]+.*NPS ?[−+]?\d+.*Symétrie ?\d+ sur 100.*Écart CX − EX ?[−+]?[\d,]+ points?.*EX, tous leviers ?\d+ sur 100.*eNPS · .+ ?[−+]?\d+/
  );
  for (const seen of [sentence(page), figures]) {
    const box = await seen.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(768);
  }
  const quadrant = await figure(page, 'Où en sont les équipes').locator('canvas').boundingBox();
  expect(quadrant?.y).toBeLessThan(600);
  await expect(page.getByRole('navigation').getByRole('link').first()).toHaveText('Symétrie');
});

test('what is chosen lives in the address, for a colleague', async ({ signedIn }) => {
  const page = await signedIn('claire');
  await choice(page, 'Périmètre').selectOption({ label: 'Ouest' });
  await expect(page).toHaveURL(/\/symmetry\?.*region=ouest/);
  await expect(sentence(page)).toHaveText(/Ouest/);
  await choice(page, 'Période').selectOption('12m');
  await choice(page, 'Courbes').selectOption('month');
  await expect(page).toHaveURL(/(?=.*region=ouest)(?=.*period=12m)(?=.*by=month)/);
  const address = page.url();
  const rows = page.getByRole('region', { name: /Toutes les équipes/ }).getByRole('rowheader');
  await expect(rows).toHaveText(['Bordeaux', 'Nantes', 'Rennes']);

  await page.goto('/symmetry');
  await page.goto(address);
  await expect(choice(page, 'Périmètre')).toHaveValue('ouest');
  await expect(choice(page, 'Période')).toHaveValue('12m');
  await expect(choice(page, 'Courbes')).toHaveValue('month');
  await page.getByRole('link', { name: 'Remonter à toute l’entreprise' }).click();
  await expect(page).toHaveURL(/\/symmetry\?(?!.*region)/);

  await page.goto('/symmetry?region=atlantis&period=99m&step=never&by=day&sort=salary&page=-4');
  await expect(choice(page, 'Périmètre')).toHaveValue('');
  await expect(choice(page, 'Période')).toHaveValue('6m');
});

test('one step of the journey is CX of that step alone, and the page says so', async ({ signedIn }) => {
  const page = await signedIn('claire');
  const step = choice(page, 'Étape du parcours').getByRole('option').nth(2);
  const name = (await step.textContent())?.trim() ?? '';
  await choice(page, 'Étape du parcours').selectOption({ label: name });
  await expect(page).toHaveURL(/step=/);
  await expect(page.getByText(`CX de l’étape « ${name} » seulement ; EX de toute l’équipe.`)).toBeVisible();
});

test('months of one’s own are a period too', async ({ signedIn }) => {
  const page = await signedIn('claire');
  await choice(page, 'Période').selectOption('months');
  const months = choice(page, /^Du\b/).getByRole('option');
  await choice(page, /^Du\b/).selectOption({ index: 7 });
  const from = await months.nth(7).getAttribute('value');
  await page.getByRole('button', { name: 'Afficher' }).click();
  await expect(page).toHaveURL(new RegExp(`from=${from}&to=\\d{4}-\\d{2}`));
  await expect(choice(page, /^Du\b/)).toHaveValue(from ?? '');
});

test('Claire sets the targets, is told what that does, and takes it back', async ({ signedIn, app }) => {
  const page = await signedIn('claire');
  const before = await targets(app);
  const { cx, ex } = before.at(-1)!;
  await page.getByText(`Seuils : CX ${cx}, EX ${ex}, depuis le`).first().click();
  await expect(page.getByText('Toutes les équipes seront rejugées')).toBeVisible();
  await page.getByLabel('Seuil de CX').fill(String(cx + 5));
  await page.getByRole('button', { name: 'Fixer les seuils' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'rejugées' })).toBeVisible();
  await expect(page.getByText(`Seuils : CX ${cx + 5}, EX ${ex}, depuis le`).first()).toBeVisible();
  await expect.poll(() => targets(app)).toEqual([...before, { cx: cx + 5, ex }]);

  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText(`Seuils : CX ${cx}, EX ${ex}, depuis le`).first()).toBeVisible();
  await expect.poll(() => targets(app)).toEqual([...before, { cx: cx + 5, ex }, { cx, ex }]);
});

test('a target of 0 or 100 is refused beside its field, and no target is set', async ({ signedIn, app }) => {
  const page = await signedIn('claire');
  const before = await targets(app);
  await page.getByText('Seuils : CX').first().click();
  // The browser would refuse it by itself; what it sends is not to be trusted.
  await page.locator('form', { has: page.getByLabel('Seuil de CX') }).evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await page.getByLabel('Seuil d’EX').fill('100');
  await page.getByRole('button', { name: 'Fixer les seuils' }).click();
  await expect(page.getByText('Un seuil est un nombre entier de 1 à 99.')).toBeVisible();
  await expect(page.getByLabel('Seuil d’EX')).toHaveValue('100');
  expect(await targets(app)).toEqual(before);
});

test('Claire notes what happened, sees it on the curves, takes it back and puts it there again', async ({
  signedIn
}) => {
  const page = await signedIn('claire');
  const curves = figure(page, 'Les deux courbes');
  const day = await choice(page, 'Période').evaluate(() =>
    new Date(Date.now() - 60 * 864e5).toISOString().slice(0, 10)
  );
  await page.getByText('Noter un événement').click();
  await page.getByLabel('Ce qui s’est passé').fill('Ouverture du dimanche');
  await page.getByLabel('Le', { exact: true }).fill(day);
  await page.getByRole('button', { name: 'Noter', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Événement noté.' })).toBeVisible();
  await expect(curves.getByText('Ouverture du dimanche')).toBeVisible();
  await expect(page.getByLabel('Ce qui s’est passé')).toHaveValue('');

  await page.getByRole('button', { name: 'Retirer : Ouverture du dimanche' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Événement retiré.' })).toBeVisible();
  await expect(curves.getByText('Ouverture du dimanche')).toHaveCount(0);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(curves.getByText('Ouverture du dimanche')).toBeVisible();
});

test('an event of tomorrow is refused beside its field, with what was typed', async ({ signedIn }) => {
  const page = await signedIn('claire');
  await page.getByText('Noter un événement').click();
  await page
    .locator('form', { has: page.getByLabel('Ce qui s’est passé') })
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
  await page.getByLabel('Ce qui s’est passé').fill('La fin du monde');
  await page.getByLabel('Le', { exact: true }).fill('2999-01-01');
  await page.getByRole('button', { name: 'Noter', exact: true }).click();
  await expect(page.getByText('Cette date n’est pas encore passée.')).toBeVisible();
  await expect(page.getByLabel('Ce qui s’est passé')).toHaveValue('La fin du monde');
});

test('Claire guesses what customers will say, and guesses again', async ({ signedIn }) => {
  const page = await signedIn('claire');
  for (const guess of ['3', '4']) {
    await page.getByRole('radio', { name: guess, exact: true }).check();
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: /estimation/ }).click()
    ]);
    await page.reload();
    await expect(page.getByRole('radio', { name: guess, exact: true })).toBeChecked();
  }
});

test('the table of teams is sorted by its heads, in the address', async ({ signedIn }) => {
  const page = await signedIn('claire');
  const table = page.getByRole('region', { name: /Toutes les équipes/ });
  await table.getByRole('link', { name: 'Écart CX − EX' }).click();
  await expect(page).toHaveURL(/sort=-gap/);
  await expect(table.getByRole('columnheader', { name: 'Écart CX − EX' })).toHaveAttribute(
    'aria-sort',
    'descending'
  );
  const gaps = (await table.locator('tbody tr td:nth-child(5) b').allTextContents()).map((text) =>
    Number(text.replace('−', '-').replace(',', '.'))
  );
  expect(gaps.length).toBeGreaterThan(5);
  expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
  await table.getByRole('rowheader').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/team\?team=/);
});

test('the link is told in words once it is worked out', async ({ signedIn }) => {
  const page = await signedIn('claire');
  await expect(link(page)).toBeVisible();
  await expect(page.getByText(/n’est pas une cause/).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText(/grâce à|à cause de|provoque/)).toHaveCount(0);
});

test('Youssef is sent to his team, the others meet 403 in words, and nobody but leadership gets the file', async ({
  browser,
  app
}) => {
  for (const who of ['youssef', 'ines', 'helene', 'thomas'] as const) {
    const page = await openPage(browser, { baseURL: app.url, locale: 'fr-FR' });
    await signIn(page, who, app.url, null);
    const response = await page.goto('/symmetry');
    if (who === 'youssef') await expect(page).toHaveURL('/team');
    else {
      expect(response?.status(), who).toBe(403);
      await expect(page.getByText('Votre rôle ne donne pas accès')).toBeVisible();
    }
    await expect(page.getByRole('link', { name: 'Symétrie', exact: true })).toHaveCount(0);
    expect((await page.request.get('/symmetry/figures.xlsx')).status(), who).toBe(403);
    const form = { cx: '50', ex: '50' };
    const sent = await page.request.post('/symmetry?/targets', { form, headers: { origin: app.url } });
    expect(await sent.text(), who).not.toContain('"success"');
    await page.close();
  }
  expect(await targets(app)).not.toContainEqual({ cx: 50, ex: 50 });
});

test('all figures are one workbook: numbers as numbers, texts as texts', async ({ signedIn }) => {
  const page = await signedIn('claire', '/symmetry?region=ouest');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tous les chiffres (XLSX)' }).click()
  ]);
  expect(download.suggestedFilename()).toMatch(/^symetrie_ouest_\d{4}-\d{2}_\d{4}-\d{2}\.xlsx$/);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const read = (name: string) => strFromU8(files[name]!);
  const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual([
    'À propos',
    'Équipes',
    'Historique',
    'Lien',
    'NPS et eNPS',
    'Perception',
    'Événements et actions'
  ]);
  const teams = read('xl/worksheets/sheet2.xml');
  // The head, the region itself, Bordeaux, Nantes and Rennes.
  expect(teams.match(/<row /g)).toHaveLength(5);
  expect(teams).toMatch(/<c r="C2"[^>]*><v>\d+(\.\d)?<\/v>/);
  for (const name of Object.keys(files)) expect(read(name), name).not.toMatch(/<f[ >]/);
  const words = read('xl/sharedStrings.xml');
  for (const word of ['Ouest', 'Nantes', 'n’est pas une cause', 'Benjamini']) expect(words).toContain(word);
});

test('the page is one sheet of paper, for the company and for a region', async ({ signedIn }) => {
  const page = await signedIn('claire', null);
  for (const address of ['/symmetry', '/symmetry?region=ouest&period=24m&by=month']) {
    await page.goto(address);
    await expect(link(page)).toBeVisible();
    await expect(figure(page, 'Où en sont les équipes').locator('canvas').first()).toHaveAttribute(
      'width',
      /\d+/
    );
    expect(await sheets(page), address).toBe(1);
  }
});

test('without scripts the tables are the charts, and the link is one step away', async ({ browser, app }) => {
  const context = await browser.newContext({ baseURL: app.url, locale: 'fr-FR', javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'claire', app.url, '/symmetry');
  await expect(page.getByRole('table', { name: 'Où en sont les équipes' })).toBeVisible();
  await page.getByRole('link', { name: 'Calculer le lien et l’afficher ici' }).click();
  await expect(link(page)).toBeVisible();
  await choice(page, 'Périmètre').selectOption({ label: 'Ouest' });
  await page.getByRole('button', { name: 'Afficher' }).click();
  await expect(sentence(page)).toHaveText(/Ouest/);
  await page.getByText('Noter un événement').click();
  await page.getByLabel('Ce qui s’est passé').fill('Sans script');
  await page.getByLabel('Le', { exact: true }).fill(today());
  await page.getByRole('button', { name: 'Noter', exact: true }).click();
  await expect(page.getByText('Événement noté.')).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('Événement retiré.')).toBeVisible();
  await context.close();
});

test('a company that has just begun is invited to connect both halves', async ({ browser }) => {
  const app = await startApp({ empty: true });
  try {
    const page = await openPage(browser, { baseURL: app.url, locale: 'fr-FR' });
    await page.goto('/setup');
    await page.getByLabel('Nom de l’entreprise').fill('Maison neuve');
    await page.getByLabel('Première équipe').fill('Boutique');
    await page.getByLabel('Votre nom').fill('Ada Neuve');
    await page.getByLabel('Adresse e-mail').fill('ada@neuve.example');
    await page.getByLabel('Mot de passe').fill('maison-neuve-2026');
    await page.getByRole('button', { name: 'Créer l’entreprise' }).click();
    await page.waitForURL((address) => !address.pathname.startsWith('/setup'));
    await app.service
      .from('people')
      .update({ role: 'leadership' })
      .eq('email', 'ada@neuve.example')
      .throwOnError();
    await page.goto('/');
    await expect(page).toHaveURL('/symmetry');
    await expect(sentence(page)).toHaveText('Deux moitiés d’une même image');
    await page.getByRole('link', { name: 'Voir le calendrier des vagues' }).click();
    await expect(page).toHaveURL('/waves');
    await page.close();
  } finally {
    await app.dispose();
  }
});

test('on a phone nothing is wider than the page', async ({ signedIn }) => {
  const page = await signedIn('claire', null);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/symmetry');
  await expect(link(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

for (const [language, theme, words] of [
  ['fr', 'light', 'Où en sont les équipes'],
  ['en', 'dark', 'Where the teams stand']
] as const) {
  test(`the page speaks ${language} and is accessible, ${theme}`, async ({ signedIn, app }) => {
    const page = await signedIn('claire', null);
    await page.context().addCookies([
      { name: 'language', value: language, url: app.url },
      { name: 'theme', value: theme, url: app.url }
    ]);
    await page.goto('/symmetry');
    await expect(figure(page, words)).toBeVisible();
    await expect(page.getByRole('heading', { name: /^(Le lien entre|The link between)/ })).toBeVisible();
    // The last one first: an open one is none of them any more.
    for (const closed of (await page.locator('details:not([open]) > summary').all()).reverse())
      await closed.click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
