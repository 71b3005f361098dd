import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { lastMonths } from '../src/lib/verbatims/period';
import { expect, openPage, signIn, startApp, test, type RunningApp } from './support/app';

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());

/** Spaces of every width are one space. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');
const sentence = (page: Page) => page.getByRole('heading', { level: 1 });
const figure = (page: Page, name: string): Locator => page.getByRole('figure', { name });

/** What the tables themselves hold, of some teams or of all. */
async function stored({ service }: RunningApp, since: string, slugs?: string[]): Promise<number> {
  const { data: teams } = await service.from('teams').select('id, slug').throwOnError();
  const ids = teams.filter(({ slug }) => slugs?.includes(slug)).map(({ id }) => id);
  const all = service.from('verbatims').select('id', { count: 'exact', head: true }).gte('day', since);
  const counted = all.not('sentiment', 'is', null).neq('status', 'erased');
  const { count } = await (slugs ? counted.in('team_id', ids) : counted).throwOnError();
  return count ?? 0;
}

test('Claire reads what happened, how sure that is, and from how many', async ({ signedIn, app }) => {
  const page = await signedIn('claire', '/dashboard?period=12m');
  await expect(sentence(page)).toHaveText(/^Maison Bellerive\s: \d+\s% de verbatims positifs/);
  await expect(page.getByText(/très probablement entre/)).toBeVisible();

  const n = await stored(app, lastMonths(12, today()).since);
  const figures = page.getByRole('region', { name: 'Chiffres clés' });
  expect(n).toBeGreaterThan(1000);
  expect(plain(await figures.textContent())).toMatch(
    new RegExp(`Part de positifs \\d+ % entre \\d+ % et \\d+ % · n = ${plain(n.toLocaleString('fr-FR'))}`)
  );
  expect(plain(await figures.textContent())).toMatch(
    /Note moyenne [1-5],\d sur 5 entre [1-5],\d et [1-5],\d · n = \d+/
  );
});

test('the answer stands on a laptop’s first screen: sentence, figures, first picture', async ({
  signedIn
}) => {
  const page = await signedIn('claire', '/dashboard');
  for (const seen of [
    sentence(page),
    page.getByText('Note moyenne'),
    figure(page, 'Part de positifs dans le temps')
  ]) {
    const box = await seen.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(768);
  }
});

test('Claire filters by team, and the address holds it for a colleague', async ({ signedIn }) => {
  const page = await signedIn('claire', '/dashboard');
  await page.getByRole('combobox', { name: 'Équipe' }).selectOption({ label: 'Ouest' });
  await expect(page).toHaveURL('/dashboard?period=90d&team=ouest');
  await expect(sentence(page)).toHaveText(/^Ouest/);
  await page.getByRole('combobox', { name: 'Période' }).selectOption('12m');
  await expect(page).toHaveURL('/dashboard?period=12m&team=ouest');

  await page.reload();
  await expect(sentence(page)).toHaveText(/^Ouest/);
  await expect(page.getByRole('combobox', { name: 'Période' })).toHaveValue('12m');
  await figure(page, 'Part de positifs par équipe')
    .getByRole('link', { name: 'Nantes', exact: true })
    .first()
    .click();
  await expect(sentence(page)).toHaveText(/^Nantes/);
  await expect(figure(page, 'Part de positifs par équipe')).toHaveCount(0);
  await page.getByRole('link', { name: 'Remonter à Ouest' }).click();
  await expect(page).toHaveURL('/dashboard?period=12m&team=ouest');
});

test('a figure leads to the verbatims it is made of', async ({ signedIn }) => {
  const page = await signedIn('claire', '/dashboard');
  await figure(page, 'Part de positifs par équipe')
    .getByRole('link', { name: /verbatims?, Ouest\s: les lire/ })
    .click();
  await expect(page).toHaveURL('/verbatims?team=ouest&period=90d');
});

test('a period of one’s own is shown by the button', async ({ signedIn }) => {
  const page = await signedIn('claire', '/dashboard');
  await page.getByRole('combobox', { name: 'Période' }).selectOption('dates');
  await page.getByLabel('Du', { exact: true }).fill('2026-01-01');
  await page.getByLabel('Au', { exact: true }).fill('2026-01-31');
  await page.getByRole('button', { name: 'Afficher' }).click();
  await expect(page).toHaveURL('/dashboard?from=2026-01-01&to=2026-01-31');
  await expect(page.getByText(/1er\s?–\s?31 janv\. 2026 · comparaison/)).toBeVisible();
});

test('every chart has its table, and the team’s adds up', async ({ signedIn, app }) => {
  const page = await signedIn('claire', '/dashboard?period=12m');
  const teams = figure(page, 'Part de positifs par équipe');
  await expect(teams.getByRole('table')).toBeHidden();
  await teams.getByText('Tableau').click();
  const counts = await teams.getByRole('row').locator('td:nth-of-type(3)').allTextContents();
  const n = await stored(app, lastMonths(12, today()).since);
  expect(counts.map((text) => Number(text.replace(/\D/g, ''))).reduce((sum, count) => sum + count, 0)).toBe(
    n
  );
  await expect(page.getByRole('figure').getByText('Tableau')).toHaveCount(4);
});

test('a table is saved as CSV, a chart as PNG, both named by their period', async ({ signedIn }) => {
  const page = await signedIn('claire', '/dashboard?period=12m');
  const { since, until } = lastMonths(12, today());
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Part de positifs par équipe.*CSV/ }).click()
  ]);
  expect(csv.suggestedFilename()).toBe(`part-de-positifs-par-equipe_${since}_${until}.csv`);
  expect((await readFile(await csv.path(), 'utf8')).split('\r\n')[0]).toBe(
    '\ufeffÉquipe;Part de positifs;Borne basse à 95 %;Borne haute à 95 %;n;Changement'
  );
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Verbatims dans le temps.*PNG/ }).click()
  ]);
  expect(png.suggestedFilename()).toBe(`verbatims-dans-le-temps-par-sentiment_${since}_${until}.png`);
  const bytes = await readFile(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2400, 1260]);
});

test('the keyboard does all of it', async ({ signedIn }) => {
  const page = await signedIn('claire', '/dashboard');
  await page.getByRole('combobox', { name: 'Équipe' }).focus();
  await page.keyboard.type('Oue');
  await expect(page).toHaveURL('/dashboard?period=90d&team=ouest');
  await expect(page.getByRole('combobox', { name: 'Équipe' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const first = figure(page, 'Part de positifs dans le temps');
  await expect(first.getByRole('table')).toBeVisible();
});

test('Youssef sees the West and nothing else, whatever he asks for', async ({ signedIn, app }) => {
  const page = await signedIn('youssef', '/dashboard?period=12m');
  const west = await stored(app, lastMonths(12, today()).since, ['ouest', 'nantes', 'rennes', 'bordeaux']);
  await expect(sentence(page)).toHaveText(/^Ouest/);
  const choices = page.getByRole('combobox', { name: 'Équipe' }).getByRole('option');
  expect((await choices.allTextContents()).map((name) => name.trim())).toEqual([
    'Toutes les équipes',
    'Bordeaux',
    'Nantes',
    'Rennes'
  ]);
  const share = page.getByRole('region', { name: 'Chiffres clés' }).getByText(/n\s=/).first();
  await expect(share).toContainText(`n = ${west}`);

  await page.goto('/dashboard?period=12m&team=lyon');
  await expect(sentence(page)).toHaveText(/^Ouest/);
  await expect(share).toContainText(`n = ${west}`);
});

test('Inès is told in words that this is not hers to see', async ({ signedIn }) => {
  const page = await signedIn('ines', null);
  expect((await page.goto('/dashboard'))?.status()).toBe(403);
  await expect(page.getByText('Votre rôle ne donne pas accès à cette page')).toBeVisible();
});

test('a wrong address is a dashboard all the same', async ({ signedIn }) => {
  const page = await signedIn('claire', null);
  const wrong = [
    'period=never',
    'from=2026-02-30&to=x',
    'team=%00',
    "step=';--",
    'channel=../..',
    'from=0001-01-01&to=9999-12-31'
  ];
  for (const address of wrong) {
    expect((await page.goto(`/dashboard?${address}`))?.status(), address).toBe(200);
    await expect(sentence(page), address).toHaveText(/^Maison Bellerive/);
  }
});

test('a chart that cannot be loaded says so, and opens its table', async ({ signedIn }) => {
  const page = await signedIn('claire', '/dashboard');
  await page.route('**/chunks/*.js', async (route) => {
    const response = await route.fetch();
    const isEngine = (await response.text()).includes('pointWithErrorBar');
    await (isEngine ? route.abort() : route.fulfill({ response }));
  });
  await page.goto('/dashboard?period=12m');
  await expect(page.getByText('Le graphique n’a pas pu être dessiné').first()).toBeVisible();
  await expect(page.getByRole('table').first()).toBeVisible();
});

test('no verbatim and too few verbatims are said in words, never drawn as zero', async ({
  signedIn,
  app
}) => {
  const page = await signedIn('claire', '/dashboard?channel=fax');
  await expect(sentence(page)).toHaveText(/aucun verbatim sur cette période/);
  await page.getByRole('link', { name: 'Retirer les filtres' }).click();
  await expect(page).toHaveURL('/dashboard');

  const { data: source } = await app.service.from('sources').select('id').limit(1).single().throwOnError();
  const words = { raw_text: 'Fax reçu', text: 'Fax reçu', language: 'fr', channel: 'fax', said_on: today() };
  const tagged = { status: 'held', held_for: [], sentiment: 'neutral', score: 0, confidence: 1, reasons: [] };
  const batch = [1, 2, 3].map((external_id) => ({ ...words, ...tagged, external_id: `fax ${external_id}` }));
  await app.service.rpc('store_verbatims', { source: source.id, batch }).throwOnError();
  await page.goto('/dashboard?channel=fax');
  await expect(sentence(page)).toHaveText(/trop peu de verbatims pour conclure/);
  await expect(page.getByText('3 verbatims seulement')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Chiffres clés' }).getByText('Trop peu (moins de 5)')
  ).toHaveCount(2);
  await app.service.from('verbatims').delete().eq('channel', 'fax').throwOnError();
});

test('an empty installation invites its administrator to import', async ({ browser }) => {
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
    await page.goto('/dashboard');
    await expect(sentence(page)).toHaveText('Bienvenue sur votre tableau de bord');
    await page.getByRole('link', { name: 'Importer un fichier' }).click();
    await expect(page).toHaveURL('/imports');
    await page.close();
  } finally {
    await app.dispose();
  }
});

test('without scripts the tables are the charts, and a button shows the filters', async ({
  browser,
  app
}) => {
  const context = await browser.newContext({ baseURL: app.url, locale: 'fr-FR', javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'claire', app.url, '/dashboard');
  await expect(page.getByRole('table')).toHaveCount(4);
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Équipe' }).selectOption({ label: 'Ouest' });
  await page.getByRole('button', { name: 'Afficher' }).click();
  await expect(sentence(page)).toHaveText(/^Ouest/);
  await context.close();
});

for (const [language, theme, words] of [
  ['fr', 'light', /% de verbatims positifs/],
  ['en', 'dark', /% of verbatims positive/]
] as const) {
  test(`the dashboard speaks ${language} and is accessible, ${theme}`, async ({ signedIn, app }) => {
    const page = await signedIn('claire', null);
    await page.context().addCookies([
      { name: 'language', value: language, url: app.url },
      { name: 'theme', value: theme, url: app.url }
    ]);
    await page.goto('/dashboard?period=12m');
    await expect(sentence(page)).toHaveText(words);
    await page
      .getByRole('figure')
      .first()
      .getByText(/^(Tableau|Table)$/)
      .click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
