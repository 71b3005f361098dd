import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { elsewhere, expect, signIn, test, type RunningApp } from './support/app';

/** A TV that Thomas has paired, whose page is not open yet. */
async function pairedTv(browser: Browser, app: RunningApp, thomas: Page, name: string) {
  const tv = await browser.newContext({ baseURL: app.url, viewport: { width: 1920, height: 1080 } });
  const { code } = (await (await tv.request.post('/wall/pairing')).json()) as { code: string };
  await thomas.goto(`${app.url}/screens/pair?code=${code}`);
  await thomas.getByLabel('Nom de l’écran').fill(name);
  await thomas.getByRole('button', { name: 'Associer cet écran' }).click();
  await expect(thomas.getByRole('heading', { name: `${name} est associé` })).toBeVisible();
  expect(await (await tv.request.post('/wall/pairing')).json()).toEqual({ paired: true });
  const { data } = await app.service.from('screens').select('id').eq('name', name).single().throwOnError();
  return { tv, id: data.id, address: `${app.url}/screens/${data.id}` };
}

/** A screen whose TV is of no interest to the journey; returns the address of its editor. */
async function screen(browser: Browser, app: RunningApp, thomas: Page, name: string): Promise<string> {
  const { tv, address } = await pairedTv(browser, app, thomas, name);
  await tv.close();
  return address;
}

const previewIn = (page: Page) => page.frameLocator('iframe[title^="Aperçu"]');
const entries = (page: Page) => page.getByRole('region', { name: 'Playlist' }).getByRole('listitem');
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer' }).click();

/** Opens an editor and waits until its preview is live. */
async function edit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(previewIn(page).getByRole('status')).toBeVisible();
  await expect(previewIn(page).getByRole('figure').first()).toBeVisible();
}

/** Takes away every scene and has the screen say one sentence. */
async function sayOnly(page: Page, text: string): Promise<void> {
  for (let left = await entries(page).count(); left > 0; left -= 1)
    await entries(page)
      .first()
      .getByRole('button', { name: /^Retirer/ })
      .click();
  await page.getByRole('button', { name: '+ Message' }).click();
  await page.getByLabel('Message en français').fill(text);
}

test('Thomas sees what he changes before the TV does; the TV follows once he saves', async ({
  page,
  browser,
  app
}) => {
  await signIn(page, 'thomas', app.url);
  const { tv, address } = await pairedTv(browser, app, page, 'Atelier');
  const wall = await tv.newPage();
  await wall.goto('/wall');
  await expect(wall.getByRole('figure').first()).toBeVisible();

  await edit(page, address);
  await expect(page.getByText('Tout est enregistré')).toBeVisible();
  await sayOnly(page, 'Fête à midi');
  await page.getByRole('radio', { name: 'Sombre' }).check();
  await expect(previewIn(page).getByText('Fête à midi')).toBeVisible();
  await expect(previewIn(page).locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByText('Modifications non enregistrées')).toBeVisible();
  await expect(page.getByText('Un tour : 1 message, environ 10 s.')).toBeVisible();
  await expect(wall.getByText('Fête à midi')).toHaveCount(0);

  await save(page);
  await expect(page.getByText('Enregistré. L’écran suit')).toBeVisible();
  await expect(wall.getByText('Fête à midi')).toBeVisible();
  await expect(wall.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.reload();
  await expect(entries(page)).toHaveCount(1);
  await expect(page.getByLabel('Message en français')).toHaveValue('Fête à midi');
  await expect(page.getByRole('radio', { name: 'Sombre' })).toBeChecked();
  await expect(page.getByText('Tout est enregistré')).toBeVisible();
  await tv.close();
});

test('scenes move by button and by keyboard, and keep the focus', async ({ page, browser, app }) => {
  await signIn(page, 'thomas', app.url);
  await edit(page, await screen(browser, app, page, 'Réunion'));
  const names = () => entries(page).locator('b').allTextContents();
  const before = ['Verbatim', 'Miroir', 'Verbatim', 'Mosaïque', 'Chiffres'];
  expect(await names()).toEqual(before);

  const up = (place: number) => page.getByRole('button', { name: `Monter · Mosaïque, place ${place} sur 5` });
  await up(4).focus();
  await page.keyboard.press('Enter');
  await expect(up(3)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(up(2)).toBeFocused();
  expect(await names()).toEqual(['Verbatim', 'Mosaïque', 'Miroir', 'Verbatim', 'Chiffres']);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(names).toEqual(before);

  await entries(page).first().getByLabel('Fois').fill('2');
  await entries(page).first().getByLabel('Durée').selectOption('30 s');
  await expect(
    page.getByText('Un tour : 5 verbatims, 1 mosaïque, 1 miroir, 1 page de chiffres, environ')
  ).toBeVisible();
  await entries(page)
    .nth(1)
    .getByRole('button', { name: /^Retirer/ })
    .click();
  await expect(page.getByRole('button', { name: 'Retirer · Verbatim, place 2 sur 4' })).toBeFocused();
});

test('the preview has the verbatims of the chosen teams alone, and its commands work', async ({
  page,
  browser,
  app
}) => {
  await signIn(page, 'thomas', app.url);
  await edit(page, await screen(browser, app, page, 'Lyon'));
  const narrowed = page.waitForResponse(
    (response) =>
      response.url().includes('/wall/stream?settings=') && response.url().includes('teams%22%3A%5B%22')
  );
  await page.getByText('Équipes toute l’entreprise').click();
  await page.getByLabel('Sud-Est', { exact: true }).check();
  await expect(page.getByLabel('Lyon (comprise)')).toBeChecked();
  await expect(page.getByLabel('Lyon (comprise)')).toBeDisabled();
  await page.getByLabel('Sud-Est', { exact: true }).uncheck();
  await page.getByLabel('Lyon', { exact: true }).check();
  await expect(page.getByText('Équipes Lyon')).toBeVisible();
  await narrowed;

  const preview = previewIn(page);
  const shown = preview.locator('figure[data-verbatim]');
  await expect(shown.first()).toContainText('Lyon');
  for (let i = 0; i < 4; i += 1) {
    const before = (await shown.first().getAttribute('data-verbatim')) ?? '';
    await page.getByRole('button', { name: 'Suivant' }).click();
    await expect(preview.locator(`figure[data-verbatim="${before}"]`)).toHaveCount(0);
    for (const card of await shown.all()) await expect(card).toContainText('Lyon');
  }
  await page.getByRole('button', { name: 'Voir dans l’aperçu · Chiffres, place 5 sur 5' }).click();
  await expect(page.getByText('Cette scène seule : Chiffres, place 5 sur 5.')).toBeVisible();
  await expect(shown).toHaveCount(0);
  await page.getByRole('button', { name: 'Voir tout' }).click();
  await expect(page.getByText('Cette scène seule')).toHaveCount(0);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(preview.getByText('en pause')).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre', exact: true }).click();
  await expect(preview.getByText('en pause')).toBeHidden();
});

test('what is wrong is said beside its field, and nothing typed is lost', async ({ page, browser, app }) => {
  await signIn(page, 'thomas', app.url);
  await screen(browser, app, page, 'Vestiaire');
  await edit(page, await screen(browser, app, page, 'Couloir'));
  const describedAs = (field: Locator, words: string) =>
    expect(field).toHaveAccessibleDescription(new RegExp(words));

  await entries(page).first().getByLabel('Fois').fill('40');
  await page.getByRole('button', { name: '+ Message' }).click();
  await page.getByLabel('Distance des gens, en mètres').fill('loin');
  await page.getByRole('radio', { name: 'Anglais' }).check();
  await expect(page.getByText('L’aperçu attend que chaque champ soit correct.')).toBeVisible();
  await save(page);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Rien n’est enregistré');
  await expect(alert.getByRole('link')).toHaveText([
    'Verbatim, place 1 sur 6 : Un nombre entier de 1 à 20.',
    'Message, place 6 sur 6 : Écrivez le message dans une langue au moins.',
    'Distance des gens, en mètres : Un nombre de mètres, de 1 à 20.'
  ]);
  await describedAs(entries(page).first().getByLabel('Fois'), 'Un nombre entier de 1 à 20');
  await describedAs(page.getByLabel('Message en français'), 'Écrivez le message dans une langue au moins');
  await describedAs(page.getByLabel('Distance des gens, en mètres'), 'de 1 à 20');
  await expect(page.getByLabel('Distance des gens, en mètres')).toHaveValue('loin');
  await expect(page.getByRole('radio', { name: 'Anglais' })).toBeChecked();

  await entries(page).first().getByLabel('Fois').fill('4');
  await page.getByLabel('Message en anglais').fill('Party at noon');
  await page.getByLabel('Distance des gens, en mètres').fill('3,5');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByLabel('Nom de l’écran').fill('Vestiaire');
  await save(page);
  await describedAs(page.getByLabel('Nom de l’écran'), 'Un autre écran porte déjà ce nom');
  await page.getByLabel('Nom de l’écran').fill('Couloir nord');
  await save(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Couloir nord' })).toBeVisible();
  await expect(page.getByLabel('Distance des gens, en mètres')).toHaveValue('3,5');
  await expect(page.getByText(/Lettres de \d+ px/)).toBeVisible();
  await page.getByLabel('Distance des gens, en mètres').fill('20');
  await expect(page.getByText('Trop loin pour cet écran')).toBeVisible();
});

test('when the server does not answer, what was typed stays', async ({ page, browser, app }) => {
  await signIn(page, 'thomas', app.url);
  await edit(page, await screen(browser, app, page, 'Réserve'));
  await page.getByLabel('Nom de l’écran').fill('Réserve du bas');
  await page.route(/\?\/save$/, (route) => route.abort());
  await save(page);
  await expect(page.getByRole('alert')).toContainText('Ce que vous avez écrit est toujours là');
  await expect(page.getByLabel('Nom de l’écran')).toHaveValue('Réserve du bas');
  await page.unroute(/\?\/save$/);
  await save(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Réserve du bas' })).toBeVisible();
});

test('leaving with changes that are not saved says so', async ({ page, browser, app }) => {
  await signIn(page, 'thomas', app.url);
  const address = await screen(browser, app, page, 'Quai');
  await edit(page, address);
  await page.getByRole('radio', { name: 'Anglais' }).check();
  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect.poll(() => asked).toHaveLength(1);
  expect(asked[0]).toContain('ne sont pas enregistrées');
  expect(page.url()).toBe(address);
  await expect(page.getByRole('radio', { name: 'Anglais' })).toBeChecked();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: 'Annuler' }).click();
  await page.waitForURL(`${app.url}/screens`);
  await page.goto(address);
  await expect(page.getByRole('radio', { name: 'Français' })).toBeChecked();
});

test('the settings of another screen are taken, and saved when Thomas says so', async ({
  page,
  browser,
  app
}) => {
  await signIn(page, 'thomas', app.url);
  const model = await screen(browser, app, page, 'Modèle');
  const copy = await screen(browser, app, page, 'Copie');
  await edit(page, model);
  await sayOnly(page, 'Bienvenue');
  await page.getByRole('checkbox', { name: 'Au repos chaque jour' }).check();
  await save(page);
  await expect(page.getByText('Enregistré. L’écran suit')).toBeVisible();

  await edit(page, copy);
  await page.getByLabel('Reprendre les réglages d’un autre écran').selectOption('Modèle');
  await page.getByRole('button', { name: 'Copier' }).click();
  await expect(page.getByText('Réglages repris de « Modèle ».')).toBeVisible();
  await expect(previewIn(page).getByText('Bienvenue')).toBeVisible();
  await expect(page.getByText('Modifications non enregistrées')).toBeVisible();
  await save(page);
  await expect(page.getByText('Enregistré. L’écran suit')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Nom de l’écran')).toHaveValue('Copie');
  await expect(page.getByLabel('Message en français')).toHaveValue('Bienvenue');
  await expect(page.getByRole('checkbox', { name: 'Au repos chaque jour' })).toBeChecked();
});

test('without scripts scenes are arranged and saved all the same', async ({ page, browser, app }) => {
  await signIn(page, 'thomas', app.url);
  const address = await screen(browser, app, page, 'Sans script');
  const plain = await elsewhere(browser, app, 'thomas', { javaScriptEnabled: false, locale: 'fr-FR' });
  await plain.goto(address);
  await expect(plain.locator('iframe')).toBeHidden();
  await plain.getByLabel('Nom de l’écran').fill('Sans un script');
  await plain.getByRole('button', { name: 'Monter · Miroir, place 2 sur 5' }).click();
  await expect(plain.getByLabel('Nom de l’écran')).toHaveValue('Sans un script');
  await expect(entries(plain).locator('b')).toHaveText([
    'Miroir',
    'Verbatim',
    'Verbatim',
    'Mosaïque',
    'Chiffres'
  ]);
  await plain.getByRole('button', { name: '+ Message' }).click();
  await save(plain);
  await expect(plain.getByRole('alert')).toContainText('Écrivez le message');
  await plain.getByLabel('Message en français').fill('Bonjour');
  await plain.getByRole('radio', { name: 'Clair' }).check();
  await plain.getByLabel('Nom de l’écran').press('Enter');
  await expect(plain.getByText('Enregistré. L’écran suit')).toBeVisible();
  await plain.goto(address);
  await expect(plain.getByRole('heading', { level: 1, name: 'Sans un script' })).toBeVisible();
  await expect(entries(plain).locator('b').first()).toHaveText('Miroir');
  await expect(plain.getByLabel('Message en français')).toHaveValue('Bonjour');
  await expect(plain.getByRole('radio', { name: 'Clair' })).toBeChecked();
  await plain.context().close();
});

test('Youssef and Hélène may not set a screen, and a screen that is not there is not there', async ({
  page,
  browser,
  app
}) => {
  await signIn(page, 'thomas', app.url);
  const address = await screen(browser, app, page, 'Direction');
  expect((await page.goto(`${app.url}/screens/none`))?.status()).toBe(404);
  for (const who of ['youssef', 'helene'] as const) {
    const other = await elsewhere(browser, app, who, { locale: 'fr-FR' });
    expect((await other.goto(address))?.status(), who).toBe(403);
    await expect(other.getByText('Votre rôle ne donne pas accès à cette page')).toBeVisible();
    const answer = await other.request.post(`${address}?/save`, {
      form: { name: 'À moi' },
      headers: { origin: app.url, accept: 'text/html' }
    });
    expect(answer.status(), who).toBe(403);
    await other.context().close();
  }
  const { data } = await app.service.from('screens').select('name').eq('name', 'À moi').throwOnError();
  expect(data).toEqual([]);
});

const inLanguage = (context: BrowserContext, url: string, language: string, theme: string) =>
  context.addCookies([
    { name: 'language', value: language, url },
    { name: 'theme', value: theme, url }
  ]);

for (const [language, theme] of [
  ['fr', 'light'],
  ['en', 'dark']
] as const) {
  test(`the editor is accessible and fits a telephone, in ${language}, ${theme}`, async ({
    page,
    browser,
    app
  }) => {
    await signIn(page, 'thomas', app.url);
    const address = await screen(browser, app, page, `Accès ${language}`);
    await inLanguage(page.context(), app.url, language, theme);
    await page.goto(address);
    await expect(page.frameLocator('iframe').getByRole('figure').first()).toBeVisible();
    await page.getByRole('button', { name: '+ Message' }).click();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.getByRole('button', { name: /^(Enregistrer|Save)$/ }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}
