import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { alone, elsewhere, expect, signIn, type RunningApp } from './support/app';

// A curtain raised here would hang before every other journey.
const test = alone();

const PHONE = { width: 390, height: 844 };

interface Offer {
  code: string;
  address: string;
  qr: { path: string; size: number };
}

/** A TV as the server knows it: what it carries, and what it sends. */
async function tv(browser: Browser, app: RunningApp) {
  const context = await browser.newContext({ baseURL: app.url });
  const { request } = context;
  return {
    context,
    ask: async () => (await (await request.post('/wall/pairing')).json()) as Offer & { paired?: boolean },
    beat: async (changes: object = {}) =>
      (await request.post('/wall/beat', { data: beatOf(changes) })).status()
  };
}

function beatOf(changes: object) {
  return {
    build: 'b1',
    painted: { scene: 'spotlight', id: null, at: new Date().toISOString() },
    state: 'live',
    viewport: { width: 1920, height: 1080, ratio: 1 },
    engine: 'Chromium 79',
    clockOffset: 0,
    heap: null,
    uptime: 90_000,
    ...changes
  };
}

/** Thomas confirms the TV that shows a code, as the form does. */
async function confirm(page: Page, code: string, name: string) {
  await page.goto(`/screens/pair?code=${code}`);
  await page.getByLabel('Nom de l’écran').fill(name);
  await page.getByRole('button', { name: 'Associer cet écran' }).click();
  await expect(page.getByRole('heading', { name: `${name} est associé` })).toBeVisible();
}

const cardOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
}

test('Thomas pairs a TV with his phone, and takes it away again', async ({ browser, app }) => {
  const screen = await tv(browser, app);
  const offer = await screen.ask();
  expect(offer.code).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/);
  expect(offer.address).toBe(`${app.url}/screens/pair`);
  expect(offer.qr.path).toMatch(/^M0 0h7v1h-7z/);
  expect((await screen.ask()).code).toBe(offer.code);

  const thomas = await elsewhere(browser, app, 'thomas', { viewport: PHONE, locale: 'fr-FR' });
  await thomas.goto('/screens');
  await expect(thomas.getByRole('heading', { level: 1 })).toHaveText('Aucun écran n’est encore associé');
  await expect(thomas.getByText(`${app.url}/wall`)).toBeVisible();
  await expect(thomas.getByText('HOST=0.0.0.0')).toBeVisible();
  await expectAccessible(thomas);

  await thomas.goto(`/screens/pair?code=${offer.code}`);
  await expect(thomas.getByLabel('Code affiché par le téléviseur')).toHaveValue(offer.code);
  await expectAccessible(thomas);
  await thomas.getByLabel('Nom de l’écran').fill('Hall');
  await thomas.getByRole('radio', { name: '3 m' }).check();
  await thomas.getByRole('button', { name: 'Associer cet écran' }).click();
  await expect(thomas.getByRole('heading', { name: 'Hall est associé' })).toBeVisible();
  await expect(thomas.getByText('L’écran affiche les avis dans quelques secondes.')).toBeVisible();
  await expect(thomas.getByRole('link', { name: 'Régler cet écran' })).toHaveAttribute(
    'href',
    /\/screens\/[\da-f-]{36}$/
  );

  expect(await screen.ask()).toEqual({ paired: true });
  const [cookie, ...others] = (await screen.context.cookies()).filter(({ path }) => path === '/wall');
  expect(cookie).toMatchObject({ name: 'screen', httpOnly: true, sameSite: 'Lax' });
  expect(others).toEqual([]);
  expect(await screen.beat()).toBe(204);

  await thomas.getByRole('link', { name: 'Voir tous les écrans' }).click();
  await expect(cardOf(thomas, 'Hall')).toContainText('en direct');
  await expect(cardOf(thomas, 'Hall')).toContainText('Verbatim');
  await cardOf(thomas, 'Hall').getByText('Détails techniques').click();
  await expect(cardOf(thomas, 'Hall')).toContainText('Chromium 79');
  await expectAccessible(thomas);

  await cardOf(thomas, 'Hall').getByRole('link', { name: 'Retirer…' }).click();
  await expect(cardOf(thomas, 'Hall')).toContainText('Cela ne s’annule pas');
  await cardOf(thomas, 'Hall').getByRole('button', { name: 'Retirer cet écran' }).click();
  await expect(thomas.getByRole('status').filter({ hasText: 'Hall est retiré.' })).toBeVisible();
  await expect(cardOf(thomas, 'Hall')).toHaveCount(0);
  expect(await screen.beat()).toBe(410);
  // Nothing of the screen stays on the device.
  expect(await screen.beat()).toBe(401);
});

test('a wrong code says what to do, and what was typed stays', async ({ signedIn }) => {
  const page = await signedIn('thomas');
  await page.goto('/screens/pair');
  await page.getByLabel('Code affiché par le téléviseur').fill('zzz zzz');
  await page.getByLabel('Nom de l’écran').fill('Cantine');
  await page.getByRole('button', { name: 'Associer cet écran' }).click();
  await expect(page.getByText(/Aucun téléviseur n’affiche ce code/)).toBeVisible();
  await expect(page.getByLabel('Nom de l’écran')).toHaveValue('Cantine');
  await page.getByLabel('Code affiché par le téléviseur').fill('zzz-zz0');
  await page.getByRole('button', { name: 'Associer cet écran' }).click();
  await expect(page.getByText('Le code a six lettres ou chiffres, comme ABC-DEF.')).toBeVisible();
});

test('the fleet begins with trouble, and does what Thomas says', async ({ browser, signedIn, app }) => {
  const page = await signedIn('thomas');
  const [well, frozen] = [await tv(browser, app), await tv(browser, app)];
  await confirm(page, (await well.ask()).code, 'Accueil');
  await confirm(page, (await frozen.ask()).code, 'Quai');
  await Promise.all([well.ask(), frozen.ask()]);
  await well.beat();
  const longAgo = new Date(Date.now() - 20 * 60_000).toISOString();
  await frozen.beat({ painted: { scene: 'mosaic', id: null, at: longAgo }, clockOffset: 4 * 60_000 });

  await page.goto('/screens');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 écran sur 2 montre des avis frais');
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Quai', 'Accueil']);
  await expect(cardOf(page, 'Quai')).toContainText(/figé depuis/);
  await expect(cardOf(page, 'Quai')).toContainText(/horloge en retard de 4\smin/);

  await cardOf(page, 'Accueil').getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Accueil est en pause.' })).toBeVisible();
  await expect(cardOf(page, 'Accueil').getByRole('button', { name: 'Reprendre' })).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(cardOf(page, 'Accueil').getByRole('button', { name: 'Pause' })).toBeVisible();
  await cardOf(page, 'Accueil').getByRole('button', { name: 'Recharger' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Accueil se recharge.' })).toBeVisible();

  await page.getByLabel('En français').fill('Exercice d’évacuation à 15 h');
  await page.getByRole('button', { name: 'Afficher partout' }).click();
  await expect(page.getByText(/Affiché jusqu’à/)).toBeVisible();
  await page.getByRole('button', { name: 'Retirer le message' }).click();
  await expect(page.getByLabel('En français')).toHaveValue('');

  await page.getByLabel(/un écran montre ses avis encore/).fill('48');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Durée enregistrée.' })).toBeVisible();
  const { data: control } = await app.service
    .from('wall_control')
    .select('lease_hours')
    .single()
    .throwOnError();
  expect(control.lease_hours).toBe(48);
});

test('the fleet refreshes itself without taking the focus or what is being typed', async ({
  browser,
  signedIn,
  app
}) => {
  const page = await signedIn('thomas');
  const screen = await tv(browser, app);
  await confirm(page, (await screen.ask()).code, 'Étage 3');
  await screen.ask();
  await page.clock.install();
  await page.goto('/screens');
  await expect(cardOf(page, 'Étage 3')).toContainText('jamais vu');
  await page.getByLabel('En français').fill('Bonjour à');
  await screen.beat();
  await page.clock.runFor(10_500);
  await expect(cardOf(page, 'Étage 3')).toContainText('en direct');
  await page.keyboard.type(' tous');
  await expect(page.getByLabel('En français')).toHaveValue('Bonjour à tous');
});

test('Hélène raises the curtain and lifts it; she pairs nothing and takes nothing away', async ({
  signedIn,
  app
}) => {
  const page = await signedIn('helene');
  await page.getByRole('link', { name: 'Écrans' }).click();
  const curtain = page.getByRole('switch', { name: 'Rideau' });
  await expect(curtain).not.toBeChecked();
  await curtain.click();
  await expect(curtain).toBeChecked();
  await expect(page.getByText(/Tiré par Hélène Dubreuil/)).toBeVisible();
  const { data: control } = await app.service
    .from('wall_control')
    .select('curtain_since')
    .single()
    .throwOnError();
  expect(control.curtain_since).not.toBeNull();
  await expectAccessible(page);
  await curtain.click();
  await expect(curtain).not.toBeChecked();

  await expect(page.getByRole('button', { name: 'Recharger' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Associer un écran' })).toHaveCount(0);
  const answer = await page.goto('/screens/pair?code=ABC-DEF');
  expect(answer?.status()).toBe(403);
  await expect(page.getByText(/Seul un administrateur associe un écran/)).toBeVisible();
});

test('Youssef does not come to the screens at all', async ({ signedIn }) => {
  const page = await signedIn('youssef');
  await expect(page.getByRole('link', { name: 'Écrans' })).toHaveCount(0);
  expect((await page.goto('/screens'))?.status()).toBe(403);
});

test('without scripts a TV is paired and taken away all the same', async ({ browser, app }) => {
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await signIn(page, 'thomas', app.url);
  const screen = await tv(browser, app);
  await confirm(page, (await screen.ask()).code, 'Sans script');
  expect(await screen.ask()).toEqual({ paired: true });
  await page.goto('/screens');
  await cardOf(page, 'Sans script').getByRole('link', { name: 'Retirer…' }).click();
  await page.getByRole('button', { name: 'Retirer cet écran' }).click();
  await expect(page.getByText('Sans script est retiré.')).toBeVisible();
  expect(await screen.beat()).toBe(410);
  await page.getByRole('switch', { name: 'Rideau' }).click();
  await expect(page.getByText(/Tiré par Thomas Nguyen/)).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('Levé : chaque écran suit sa liste.')).toBeVisible();
});

test('what is not a beat is not taken, however large', async ({ browser, app }) => {
  const screen = await tv(browser, app);
  expect(await screen.beat()).toBe(401);
  const admin = await elsewhere(browser, app, 'thomas', { locale: 'fr-FR' });
  await confirm(admin, (await screen.ask()).code, 'Bavard');
  await screen.ask();
  expect(await screen.beat({ state: 'fine' })).toBe(400);
  expect(await screen.beat({ engine: 'x'.repeat(1_000_000) })).toBe(400);
  expect(await screen.beat()).toBe(204);
});

test('codes are not begun without end from one address', async ({ browser, app }) => {
  let answer = 200;
  let retry: string | undefined;
  for (let n = 0; n < 61 && answer === 200; n++) {
    const context = await browser.newContext({ baseURL: app.url });
    const response = await context.request.post('/wall/pairing');
    answer = response.status();
    retry = response.headers()['retry-after'];
    await context.close();
  }
  expect(answer).toBe(429);
  expect(Number(retry)).toBeGreaterThan(0);
});
