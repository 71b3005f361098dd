import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { TeachingReport } from '../src/lib/sentiment/learned/teach';
import { alone, expect, signIn, type RunningApp } from './support/app';

// What is learned here would tag in every other journey.
const test = alone();

const sentence = (page: Page) => page.getByRole('heading', { level: 1 });
const rowOf = (page: Page, model: string) => page.getByRole('row', { name: new RegExp(`^${model}`) });
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');

/** Opens the page; what is shown there has been learned before, here or by the job. */
async function open(page: Page, url: string) {
  await page.goto(`${url}/tagging`);
  if (!/\d+ (fois sur|times in) 100/.test((await sentence(page).textContent()) ?? '')) {
    await page.getByRole('button', { name: /Apprendre maintenant|Learn now/ }).click();
    await expect(async () => {
      await page.goto(`${url}/tagging`);
      await expect(sentence(page)).toHaveText(/\d+ (fois sur|times in) 100/, { timeout: 100 });
    }).toPass();
  }
}

async function modelsOf({ service }: RunningApp) {
  const { data } = await service.from('sentiment_models').select('id, adopted, report').throwOnError();
  return data.map(({ report, ...rest }) => ({ ...rest, report: report as unknown as TeachingReport }));
}

async function chosen({ service }: RunningApp) {
  const { data } = await service
    .from('sentiment_choices')
    .select('model_id, pinned')
    .order('id', { ascending: false })
    .limit(1)
    .maybeSingle()
    .throwOnError();
  return data;
}

test('Thomas has it learn from what customers rated, and reads how good it is', async ({ signedIn, app }) => {
  const page = await signedIn('thomas');
  await page.getByRole('link', { name: 'Qualité du tri' }).click();
  await page.getByRole('button', { name: 'Apprendre maintenant' }).click();
  // The job may have been quicker than Thomas.
  await expect(page.getByText(/^(Le modèle n° 1 est là|Pas de nouveau modèle)/)).toBeVisible();

  const [model] = await modelsOf(app);
  const { n, right } = model!.adopted ? model!.report.after : model!.report.before;
  expect(plain(await sentence(page).textContent())).toMatch(
    new RegExp(
      `^Sur ${n.toLocaleString('fr').replace(/\s/g, ' ')} textes de Maison Bellerive que le modèle n’a pas appris, ` +
        `le tri est juste ${Math.round((100 * right) / n)} fois sur 100 \\(entre \\d+ et \\d+\\)`
    )
  );
  const french = page.getByRole('table', { name: 'Français' });
  const confusion = (model!.adopted ? model!.report.after : model!.report.before).languages.fr!;
  const cells = french.getByRole('row', { name: /^Positif/ }).getByRole('cell');
  await expect(cells).toHaveCount(3);
  const { negative, neutral, positive } = confusion.positive;
  await expect(cells.nth(0)).toContainText(new RegExp(`^${negative}\\D.*contresens`));
  await expect(cells.nth(1)).toContainText(new RegExp(`^${neutral}\\D`));
  await expect(cells.nth(2)).toContainText(new RegExp(`^${positive}\\D.*juste`));

  const mistake = page.getByRole('region', { name: 'Où le tri s’est trompé' }).getByRole('listitem').first();
  const words = await mistake.getByRole('blockquote').textContent();
  await mistake.getByRole('link').click();
  await expect(page.getByRole('article').first()).toContainText(words!.trim().slice(0, 30));
});

test('Thomas goes back to the shipped model, undoes it, and lets learning choose again', async ({
  signedIn,
  app
}) => {
  const page = await signedIn('thomas', null);
  await open(page, app.url);
  const [model] = await modelsOf(app);
  const own = page.getByRole('button', { name: 'Mettre en service : Modèle n° 1' });
  if (await own.isVisible()) await own.click();
  await expect(rowOf(page, 'Modèle n° 1')).toContainText('En service');

  await page.getByRole('button', { name: 'Mettre en service : Modèle livré' }).click();
  await expect(page.getByText(/^C’est fait\s: le modèle livré/)).toBeVisible();
  await expect(rowOf(page, 'Modèle livré')).toContainText('En service');
  await expect(
    page.getByText(/^En service\s: le modèle livré.*choisi par Thomas Nguyen/).first()
  ).toBeVisible();
  expect(await chosen(app)).toEqual({ model_id: null, pinned: true });

  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(rowOf(page, 'Modèle n° 1')).toContainText('En service');
  expect(await chosen(app)).toMatchObject({ model_id: model!.id });

  await page.getByRole('button', { name: 'Mettre en service : Modèle livré' }).click();
  await page.getByRole('button', { name: 'Laisser l’apprentissage choisir de nouveau' }).click();
  await expect(page.getByText('Le prochain qui sera au moins aussi juste prendra sa place.')).toBeVisible();
  expect(await chosen(app)).toEqual({ model_id: null, pinned: false });
});

test('Thomas has the past read again, and sees it end', async ({ signedIn, app }) => {
  const page = await signedIn('thomas', null);
  await open(page, app.url);
  await page.getByRole('button', { name: 'Relire les verbatims' }).click();
  await expect(page.getByRole('progressbar', { name: /verbatims relus|commence/ })).toBeVisible();
  await expect(page.getByText(/^Relecture finie .* sentiments changés sur/)).toBeVisible({ timeout: 30_000 });
  const { data } = await app.service.from('retaggings').select('status, total, done').single().throwOnError();
  expect(data).toMatchObject({ status: 'done', done: data.total });
  await expect(page.getByRole('button', { name: 'Relire les verbatims' })).toBeVisible();
});

test('without JavaScript a model is chosen, and a reading that was asked for is stopped', async ({
  browser,
  app
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await signIn(page, 'thomas', app.url, null);
  await open(page, app.url);
  const [one, other] = [/le modèle n° 1 est en service/, /le modèle livré avec Vis-à-vis est en service/];
  const own = page.getByRole('button', { name: 'Mettre en service : Modèle n° 1' });
  const shipped = page.getByRole('button', { name: 'Mettre en service : Modèle livré' });
  const isShipped = await own.isVisible();
  await (isShipped ? own : shipped).click();
  await expect(page.getByText(isShipped ? one : other)).toBeVisible();
  await page.getByRole('button', { name: 'Relire les verbatims' }).click();
  await expect(page.getByRole('link', { name: 'Actualiser la page' })).toBeVisible();
  await page.getByRole('button', { name: 'Arrêter la relecture' }).click();
  await expect(page.getByText(/^Relecture arrêtée/)).toBeVisible();
  await context.close();
});

for (const who of ['helene', 'claire'] as const) {
  test(`${who}, who is no administrator, finds no way in`, async ({ signedIn, app }) => {
    const before = await chosen(app);
    const page = await signedIn(who);
    await expect(page.getByRole('navigation').getByRole('link').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Qualité du tri' })).toHaveCount(0);
    expect((await page.goto('/tagging'))?.status()).toBe(403);
    for (const act of ['learn', 'choose', 'unpin', 'retag', 'cancel']) {
      const forged = await page.request.post(`${app.url}/tagging?/${act}`, {
        form: { id: '1', model: '' },
        headers: { origin: app.url, accept: 'text/html' }
      });
      expect(forged.status(), act).toBe(403);
    }
    expect(await chosen(app)).toEqual(before);
  });
}

for (const [theme, language] of [
  ['light', 'fr'],
  ['dark', 'en']
] as const) {
  test(`is no wider than a phone and within reach of everybody: ${theme}, ${language}`, async ({
    signedIn,
    app
  }) => {
    const page = await signedIn('thomas', null);
    await page.context().addCookies([
      { name: 'language', value: language, url: app.url },
      { name: 'theme', value: theme, url: app.url }
    ]);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, app.url);
    await expect(sentence(page)).toHaveText(language === 'fr' ? /^Sur .* textes/ : /^On .* texts/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
