import type { Browser, BrowserContext, Page } from '@playwright/test';
import { alone, elsewhere, expect, type RunningApp } from './support/app';
import { serveTwoBuilds, type Builds } from './support/builds';
import { layCable } from './support/proxy';
import { refuseStorage } from './support/rig';
import { card, line, TV } from './support/wall';

// Screens are paired here, and the fleet of another journey would count them.
const test = alone();
test.describe.configure({ timeout: 120_000 });

const ELSEWHERE = { 'x-forwarded-for': '203.0.113.7' };
const OFFLINE = /^hors ligne depuis \d\d:\d\d$/;
/** A cold start without a network takes five seconds at most. */
const COLD_START = 5_000;

let thomas: Page | null = null;

/** A TV that Thomas has paired. Cookies do not tell ports apart, so it knows every address of the application. */
async function screen(
  browser: Browser,
  app: RunningApp,
  options: Parameters<Browser['newContext']>[0] = {}
): Promise<{ context: BrowserContext; name: string }> {
  const context = await browser.newContext({ viewport: TV, locale: 'fr-FR', ...options });
  const ask = async () =>
    (await (await context.request.post(`${app.url}/wall/pairing`)).json()) as { code: string; paired?: true };
  const { code } = await ask();
  thomas ??= await elsewhere(browser, app, 'thomas', { locale: 'fr-FR' });
  await thomas.goto(`/screens/pair?code=${code}`);
  const name = `Écran ${code}`;
  await thomas.getByLabel('Nom de l’écran').fill(name);
  await thomas.getByRole('button', { name: 'Associer cet écran' }).click();
  await expect(thomas.getByRole('heading', { name: `${name} est associé` })).toBeVisible();
  expect((await ask()).paired).toBe(true);
  return { context, name };
}

/** Opens the wall on a screen and waits until the device has kept all it needs. */
async function watch(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${url}/wall`);
  await expect(line(page)).toHaveText('en direct');
  await expect(card(page).first()).toBeVisible();
  await expect.poll(() => kept(page), { timeout: 15_000 }).toContain('snapshot');
  return page;
}

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('wall') ?? '');
/** Settles once the screen has all it begins with, and has kept it. */
const keeps = (page: Page) =>
  expect
    .poll(
      async () => {
        await page.clock.runFor(1_000);
        return kept(page);
      },
      { timeout: 30_000 }
    )
    .toContain('snapshot');
const build = (page: Page) => page.locator('html').getAttribute('data-build');

/** Counts how often a page is loaded from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
}

test.describe('without a network', () => {
  for (const [name, serviceWorkers] of [
    ['by its service worker', 'allow'],
    ['by the cache of a browser without one', 'block']
  ] as const) {
    test(`a screen starts with the wall of before, ${name}, and says since when`, async ({
      browser,
      app
    }) => {
      const cable = await layCable(app.url);
      const { context } = await screen(browser, app, { serviceWorkers });
      const before = await watch(context, cable.url);
      if (serviceWorkers === 'allow')
        await before.evaluate(async () => void (await navigator.serviceWorker.ready));
      await cable.pull();
      await before.close();

      const page = await context.newPage();
      const from = Date.now();
      await page.goto(`${cable.url}/wall`);
      await expect(card(page).first()).toBeVisible({ timeout: COLD_START });
      expect(Date.now() - from).toBeLessThan(COLD_START);
      await expect(line(page)).toHaveText(OFFLINE);

      await cable.plug();
      await expect(line(page)).toHaveText('en direct');
      await context.close();
      await cable.dispose();
    });
  }

  test('a screen whose lease is over shows no verbatim, keeps none, and starts with none', async ({
    browser,
    app
  }) => {
    const cable = await layCable(app.url);
    const { context } = await screen(browser, app);
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${cable.url}/wall`);
    await expect(line(page)).toHaveText('en direct');
    await keeps(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));

    await cable.pull();
    await page.clock.runFor(5_000);
    await expect(line(page)).toHaveText(OFFLINE);
    await expect(card(page).first()).toBeVisible();
    await page.clock.fastForward('25:00:00');
    await page.clock.runFor(11_000);
    await expect(card(page)).toHaveCount(0);
    await page.clock.runFor(1_000);
    expect(await kept(page)).toBe('');

    await page.reload();
    await page.clock.runFor(5_000);
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expect(card(page)).toHaveCount(0);
    await context.close();
    await cable.dispose();
  });

  test('a page leaves for itself', async ({ browser, app }) => {
    const cable = await layCable(app.url);
    const { context } = await screen(browser, app, { serviceWorkers: 'block' });
    const page = await watch(context, cable.url);
    await page.evaluate(() => fetch('/wall', { cache: 'reload' }).then((answer) => answer.text()));
    await cable.pull();
    await page.evaluate(() => location.replace(location.pathname));
    await page.waitForLoadState();
    await expect(card(page).first()).toBeVisible({ timeout: COLD_START });
    await context.close();
    await cable.dispose();
  });
});

for (const how of ['refused', 'full'] as const) {
  test(`a screen whose storage is ${how} works`, async ({ browser, app }) => {
    const context = await browser.newContext({ viewport: TV, locale: 'fr-FR' });
    const page = await context.newPage();
    const faults: Error[] = [];
    page.on('pageerror', (fault) => faults.push(fault));
    await refuseStorage(page, how);
    await page.goto(`${app.url}/wall`);
    await expect(line(page)).toHaveText('en direct');
    await expect(card(page).first()).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(card(page).first()).toBeVisible();
    expect(faults).toEqual([]);
    await context.close();
  });
}

test('a page whose script nobody has any more is fetched anew instead of staying blank', async ({
  browser,
  app
}) => {
  const context = await browser.newContext({ viewport: TV, locale: 'fr-FR', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route(/wall\/main\..*\.js$/, (route) => route.fulfill({ status: 404 }), { times: 1 });
  await page.goto(`${app.url}/wall`);
  await expect(line(page)).toHaveText('en direct');
  await context.close();
});

test.describe('from afar', () => {
  /** Thomas presses a button of a screen's card. */
  const press = async (name: string, button: string) => {
    const fleet = thomas as Page;
    const screenCard = () =>
      fleet.getByRole('listitem').filter({ has: fleet.getByRole('heading', { name, exact: true }) });
    await fleet.goto('/screens');
    if (button === 'Retirer cet écran') await screenCard().getByRole('link', { name: 'Retirer…' }).click();
    await screenCard().getByRole('button', { name: button }).click();
    await expect(fleet.getByRole('status').filter({ hasText: name })).toBeVisible();
  };

  test('a screen says its name, and is loaded anew, once each', async ({ browser, app }) => {
    const { context, name } = await screen(browser, app);
    const page = await watch(context, app.url);
    const loads = countLoads(page);
    await press(name, 'Identifier');
    await expect(page.getByRole('alert')).toHaveText(name);
    await press(name, 'Recharger');
    await expect
      .poll(() => page.keyboard.press('ArrowRight').then(loads), { timeout: 30_000, intervals: [500] })
      .toBe(1);
    await expect(line(page)).toHaveText('en direct');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await context.close();
  });

  test('a screen that is revoked darkens, keeps nothing, and asks to be paired when it is opened again', async ({
    browser,
    app
  }) => {
    const { context, name } = await screen(browser, app);
    const page = await watch(context, app.url);
    await press(name, 'Retirer cet écran');
    await expect(card(page)).toHaveCount(0, { timeout: 5_000 });
    expect(await kept(page)).toBe('');
    await page.reload();
    // Whoever sits at the server may look at the wall, so the device itself is asked.
    expect((await context.request.get(`${app.url}/wall/stream`, { headers: ELSEWHERE })).status()).toBe(401);
    await context.close();
  });
});

test.describe('a new build', () => {
  let builds: Builds;
  let page: Page;
  let loads: () => number;
  test.beforeEach(async ({ browser, app }) => {
    builds = await serveTwoBuilds(app.url);
    const { context } = await screen(browser, app);
    await context.addInitScript(noteFirstCard);
    page = await context.newPage();
    await page.clock.install();
    await page.goto(`${builds.url}/wall`);
    await expect(line(page)).toHaveText('en direct');
    await keeps(page);
    loads = countLoads(page);
  });
  test.afterEach(async () => {
    await page.context().close();
    await builds.dispose();
  });

  /** Another server takes over, and the screen hears of it. */
  const roll = async (choice: Parameters<Builds['serve']>[0]) => {
    builds.serve(choice);
    builds.cut();
    await page.clock.runFor(1_000);
    await expect(line(page)).toHaveText('en direct');
  };
  const turn = async () => {
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('main .scene:not(.leaves)')).toBeVisible();
  };
  const trials = () => builds.asked.filter(({ path }) => path.startsWith('/wall?trial')).length;

  test('is picked up between two cards, with one load, and with a card from the first moment', async () => {
    await roll('new');
    await page.clock.runFor(6_000);
    await expect(page.locator('iframe')).toHaveCount(1);
    await expect(page.locator('iframe')).toHaveCount(0);
    expect(loads()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-build', builds.newBuild);
    await expect(card(page).first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-card-after', /^\d{1,3}$/);
    await expect(line(page)).toHaveText('en direct');
    for (let i = 0; i < 5; i += 1) {
      await page.clock.runFor(30_000);
      await turn();
    }
    expect(loads()).toBe(1);
    expect(trials()).toBe(1);
  });

  test('that does not boot leaves the screen with the old one', async () => {
    const old = await build(page);
    builds.spoil('throws');
    await roll('new');
    await page.clock.runFor(6_000);
    await expect(page.locator('iframe')).toHaveCount(1);
    await page.clock.runFor(21_000);
    await expect(page.locator('iframe')).toHaveCount(0);
    for (let i = 0; i < 6; i += 1) {
      await turn();
      await page.clock.runFor(30_000);
    }
    expect(await build(page)).toBe(old);
    expect(loads()).toBe(0);
    expect(trials()).toBe(1);
  });

  test('that alternates with the old one for 90 seconds does not make a screen load in circles', async () => {
    for (let i = 0; i < 22; i += 1) {
      await roll((request) => (request % 2 ? 'new' : 'old'));
      await page.clock.runFor(3_000);
      await turn();
    }
    expect(loads()).toBeLessThanOrEqual(1);
    await roll('new');
    await expect
      .poll(
        async () => {
          await page.clock.runFor(10_000);
          await page.keyboard.press('ArrowRight');
          return build(page);
        },
        { timeout: 30_000, intervals: [200] }
      )
      .toBe(builds.newBuild);
    expect(loads()).toBeLessThanOrEqual(2);
  });
});

/** In the page: writes down how long it took until a card was there. */
function noteFirstCard(): void {
  const seen = new MutationObserver(() => {
    if (!document.querySelector('figure')) return;
    document.documentElement.setAttribute(
      'data-card-after',
      String(Math.round(Number(document.timeline.currentTime)))
    );
    seen.disconnect();
  });
  seen.observe(document, { childList: true, subtree: true });
}
