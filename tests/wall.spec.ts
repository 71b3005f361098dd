import { layCable } from './support/proxy';
import { expect, startApp, test } from './support/app';
import {
  approve,
  card,
  hide,
  line,
  neverReloaded,
  openWall,
  quotation,
  shownOn,
  turn,
  TV,
  whole
} from './support/wall';

const ELSEWHERE = { 'x-forwarded-for': '203.0.113.7' };

test.describe('the wall', () => {
  test('opens for whoever sits at the machine and for people who are signed in, and for nobody else', async ({
    app,
    page,
    signedIn,
    request
  }) => {
    await openWall(page);
    await expect(card(page)).toBeVisible();

    const stream = await request.get(`${app.url}/wall/stream`, { headers: ELSEWHERE });
    expect(stream.status()).toBe(401);
    const shell = await request.get(`${app.url}/wall`, { headers: ELSEWHERE });
    expect(await shell.text()).toBe(await (await request.get(`${app.url}/wall`)).text());

    const ines = await signedIn('ines');
    await ines.setExtraHTTPHeaders(ELSEWHERE);
    await openWall(ines, `${app.url}/wall`);
    await expect(card(ines)).toBeVisible();
  });

  test('shows one verbatim with its sentiment, its age and the true share', async ({ page }) => {
    await openWall(page);
    await expect(page).toHaveTitle('Le mur · Vis-à-vis');
    await expect(quotation(page)).toHaveText(/\S/);
    await expect(page.getByRole('figure', { name: /^(Positif|Neutre|Négatif)/ })).toBeVisible();
    await expect(card(page).getByRole('time')).toHaveAttribute('title', /\d{4}/);
    const share = page.getByRole('region', { name: 'La part réelle de chaque avis' });
    await expect(share).toContainText(/\d+\s%\spositifs/);
    await expect(share).toContainText(/\d+ sur \d+/);
    await expect(share).toContainText(/aujourd’hui|ces (7|30|365) derniers jours/);
  });

  test('says what it needs where there is no JavaScript', async ({ app, browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
    const page = await context.newPage();
    await page.goto(`${app.url}/wall`);
    // Texts in it are not looked for by what they say.
    await expect(page.locator('noscript p').first()).toBeVisible();
    await context.close();
  });

  test('shows a verbatim that is approved now, without a reload, and drops it when it is hidden', async ({
    app,
    page
  }) => {
    await openWall(page);
    const text = 'Merci à Inès, qui a retrouvé notre lampe.';
    const id = await approve(app, text);
    await expect(page.getByText(text)).toBeVisible();
    await turn(page, 3);
    await page.keyboard.press('ArrowLeft');
    await hide(app, id);
    await expect(page.getByText(text)).toHaveCount(0);
    const after = await turn(page, 6);
    expect(after).not.toContain(id);
    await neverReloaded(page);
  });

  test('shows what was done about a negative, and never quotes one that nobody took before its turn', async ({
    app,
    page
  }) => {
    await openWall(page);
    const waiting = await approve(app, 'Toujours aucune nouvelle de mon buffet.', { sentiment: 'negative' });
    await expect(page.getByText('Un avis négatif vient d’arriver')).toBeVisible();
    await expect(page.getByText('Toujours aucune nouvelle de mon buffet.')).toHaveCount(0);
    await app.service
      .from('verbatims')
      .update({ answer: 'Nous avons livré le buffet hier.' })
      .eq('id', waiting)
      .throwOnError();
    await expect(page.getByText('Toujours aucune nouvelle de mon buffet.')).toBeVisible();
    for (let i = 0; i < 10 && !(await shownOn(page)).includes(waiting); i += 1) await turn(page, 1);
    await expect(page.getByText('Ce que nous avons fait')).toBeVisible();
    await expect(page.getByText('Nous avons livré le buffet hier.')).toBeVisible();
    await hide(app, waiting);
  });

  test('loses nothing and repeats nothing when the cable is pulled', async ({ app, page }) => {
    const cable = await layCable(app.url);
    await openWall(page, `${cable.url}/wall`);
    await whole(page);
    const before = await approve(app, 'Avant la coupure');
    await expect(page.getByText('Avant la coupure')).toBeVisible();

    await cable.pull();
    await expect(line(page)).toHaveText(/^hors ligne depuis \d\d:\d\d$/);
    await expect(card(page)).toBeVisible();
    const during = [
      await approve(app, 'Pendant la coupure, un'),
      await approve(app, 'Pendant la coupure, deux')
    ];
    await hide(app, before);
    await cable.plug();
    await expect(line(page)).toHaveText('en direct', { timeout: 15_000 });
    await expect(page.getByText('Avant la coupure')).toHaveCount(0);

    const shown = [...(await shownOn(page)), ...(await turn(page, 30))];
    expect(shown).toEqual(expect.arrayContaining(during));
    expect(shown).not.toContain(before);
    expect(new Set(shown).size).toBe(shown.length);
    await neverReloaded(page);
    await cable.dispose();
  });

  test('loses nothing and repeats nothing when the server restarts', async ({ app, page }) => {
    await openWall(page);
    await whole(page);
    const before = await approve(app, 'Avant le redémarrage');
    await expect(page.getByText('Avant le redémarrage')).toBeVisible();
    await app.restart();
    const after = await approve(app, 'Après le redémarrage');
    await expect(line(page)).toHaveText('en direct', { timeout: 15_000 });
    const shown = [...(await shownOn(page)), ...(await turn(page, 30))];
    expect(shown).toEqual(expect.arrayContaining([before, after]));
    expect(new Set(shown).size).toBe(shown.length);
    await neverReloaded(page);
  });

  test('lets the server stop while screens are open', async ({ app, page }) => {
    await openWall(page);
    const { code, took } = await app.stop();
    expect(code).toBe(0);
    expect(took).toBeLessThan(3_000);
    await expect(card(page)).toBeVisible();
    await app.start();
    await expect(line(page)).toHaveText('en direct', { timeout: 15_000 });
  });

  test('turns back and forth and pauses from the keyboard', async ({ page }) => {
    await openWall(page);
    const first = await card(page).getAttribute('data-verbatim');
    const [second] = await turn(page, 1);
    await page.keyboard.press('ArrowLeft');
    await expect(card(page)).toHaveAttribute('data-verbatim', first ?? '');
    await page.keyboard.press('ArrowRight');
    await expect(card(page)).toHaveAttribute('data-verbatim', second ?? '');
    await page.keyboard.press('Space');
    await expect(page.getByText('en pause', { exact: true })).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByText('en pause', { exact: true })).toHaveCount(0);
  });

  test('has commands for the pointer, which go with it', async ({ page }) => {
    await openWall(page);
    const commands = page.getByRole('region', { name: 'Commandes du mur' });
    await page.mouse.move(500, 500);
    await page.mouse.move(520, 510);
    const first = await card(page).getAttribute('data-verbatim');
    await commands.getByRole('button', { name: 'Verbatim suivant' }).click();
    await expect(card(page)).not.toHaveAttribute('data-verbatim', first ?? '');
    await commands.getByRole('button', { name: 'Mettre en pause' }).click();
    await expect(page.getByText('en pause', { exact: true })).toBeVisible();
  });

  test('speaks English too', async ({ page, context, app }) => {
    await context.addCookies([{ name: 'language', value: 'en', url: app.url }]);
    await page.setViewportSize(TV);
    await page.goto('/wall');
    await expect(line(page)).toHaveText('live');
    await expect(page).toHaveTitle('The wall · Vis-à-vis');
    await expect(page.getByRole('region', { name: 'The real share of each opinion' })).toContainText(
      /\d+% positive/
    );
    await expect(page.getByRole('figure', { name: /^(Positive|Neutral|Negative)/ })).toBeVisible();
  });
});

test('an installation without verbatims says what to do', async ({ page }) => {
  const app = await startApp({ empty: true });
  await page.goto(`${app.url}/wall`);
  await expect(page.getByRole('heading', { name: 'Le mur attend sa première voix' })).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  await app.dispose();
});
