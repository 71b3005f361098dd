import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { elsewhere, expect, test } from './support/app';
import { arrive, card, cards, stored, told } from './support/verbatims';

/** Opens the verbatims that have a word, once the page listens to keys. */
async function list(page: Page, query: string): Promise<void> {
  await page.goto(`/verbatims?${query}`);
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(page.getByText('verbatim suivant')).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('?');
  await expect(page.getByText('verbatim suivant')).toBeHidden();
}

test.describe('Hélène, the moderator,', () => {
  test('walks through the list, corrects and approves, and is on the next', async ({ signedIn, app }) => {
    const ids = [
      await arrive(app, { text: 'Métronome ponctuel, disait-on.' }),
      await arrive(app, { text: 'Métronome muet, encore une fois.' })
    ];
    const page = await signedIn('helene', null);
    await list(page, 'status=held&q=metronome');
    const [first, second] = [cards(page).first(), cards(page).nth(1)];
    await page.keyboard.press('j');
    await expect(first).toBeFocused();
    await page.keyboard.press('j');
    await expect(second).toBeFocused();
    await page.keyboard.press('j');
    await expect(second).toBeFocused();
    await page.keyboard.press('k');
    await expect(first).toBeFocused();

    const here = (await first.getAttribute('id'))!.replace('v-', '');
    const there = ids.find((id) => id !== here)!;
    await page.keyboard.press('g');
    await expect(told(page)).toContainText('Sentiment corrigé : négatif');
    await expect(first.getByRole('button', { name: 'Négatif' })).toHaveAttribute('aria-pressed', 'true');
    await expect(first.getByRole('button', { name: 'Positif' })).toHaveAttribute('aria-pressed', 'false');
    // It is still held, and waits to be approved or hidden.
    await expect(page.locator(`#v-${here}`)).toBeFocused();
    await page.keyboard.press('a');
    await expect(told(page)).toContainText('Approuvé');
    await expect(page.locator(`#v-${there}`)).toBeFocused();
    expect(await stored(app, here)).toMatchObject({
      status: 'approved',
      sentiment: 'negative',
      confidence: 1
    });
    expect(await stored(app, there)).toMatchObject({ status: 'held', sentiment: 'positive' });
  });

  test('types faster than the server answers: each key counts for the verbatim it was meant for', async ({
    signedIn,
    app
  }) => {
    const ids = [
      await arrive(app, { text: 'Diapason faux, le premier.' }),
      await arrive(app, { text: 'Diapason faux, le suivant.' })
    ];
    const page = await signedIn('helene', null);
    await list(page, 'status=held&q=diapason');
    await page.keyboard.press('j');
    const here = (await cards(page).first().getAttribute('id'))!.replace('v-', '');
    const there = ids.find((id) => id !== here)!;
    await page.route('**/verbatims?/correct**', async (route) => {
      await page.keyboard.press('a');
      await page.keyboard.press('a');
      await route.continue();
    });
    await page.keyboard.press('n');
    await expect(told(page)).toContainText('Approuvé');
    await expect(page.locator(`#v-${there}`)).toBeFocused();
    expect(await stored(app, here)).toMatchObject({ status: 'approved', sentiment: 'neutral' });
    expect((await stored(app, there)).status).toBe('held');
  });

  test('hides and undoes, corrects and undoes, and confirms, which leaves nothing to undo', async ({
    signedIn,
    app
  }) => {
    const id = await arrive(app, { text: 'Montgolfière envolée, dit-on.', status: 'approved', held_for: [] });
    const page = await signedIn('helene', null);
    await list(page, 'q=montgolfiere');
    await page.keyboard.press('j');
    await page.keyboard.press('h');
    await expect(told(page)).toContainText('Masqué');
    await page.keyboard.press('u');
    await expect(told(page)).toContainText('Approuvé');
    await expect(card(page, 'Montgolfière')).toBeFocused();
    await page.keyboard.press('n');
    await expect(told(page)).toContainText('neutre');
    await page.keyboard.press('u');
    await expect(told(page)).toContainText('Correction reprise');
    const back = await stored(app, id);
    expect(back).toMatchObject({ status: 'approved', sentiment: 'positive' });
    expect(back.confidence).toBeLessThan(1);
    await page.keyboard.press('p');
    await expect(told(page)).toContainText('Sentiment confirmé : positif');
    await expect(page.getByRole('button', { name: 'Annuler' })).toHaveCount(0);
  });

  test('does nothing by typing in a field, with Ctrl or Alt, or where there is no verbatim', async ({
    signedIn,
    app
  }) => {
    const id = await arrive(app, { text: 'Sarbacane bouchée par la rouille.', sentiment: 'negative' });
    const page = await signedIn('helene', null);
    await list(page, 'q=sarbacane');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await card(page, 'Sarbacane').getByText('Prise en charge').click();
    await card(page, 'Sarbacane').getByLabel('Ce que nous avons fait').fill('');
    await card(page, 'Sarbacane').getByLabel('Ce que nous avons fait').press('p');
    await page.keyboard.type('ah ?');
    await expect(card(page, 'Sarbacane').getByLabel('Ce que nous avons fait')).toHaveValue('pah ?');
    await card(page, 'Sarbacane').focus();
    await page.keyboard.press('Control+g');
    await page.keyboard.press('Alt+a');
    await expect(told(page)).toBeEmpty();
    expect(await stored(app, id)).toMatchObject({ status: 'held', sentiment: 'negative', confidence: 0.6 });
    // The keys were heard all along.
    await page.keyboard.press('p');
    await expect(told(page)).toContainText('positif');
  });

  test('sees at once why a sentiment is doubted, and opens it where it is not', async ({ signedIn, app }) => {
    const text = 'Lorgnette jolie, mais le service ne répond pas.';
    const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
    const reasons = [
      { text: 'jolie', ...at('jolie'), weight: 2, negated: false, by: 'learned' },
      { text: 'répond', ...at('répond'), weight: -2, negated: true, negation: at('pas') }
    ];
    await arrive(app, { text, reasons, confidence: 0.41, sentiment: 'neutral', held_for: ['uncertain'] });
    await arrive(app, {
      text: 'Lorgnette bleue reçue mardi.',
      confidence: 0.93,
      status: 'approved',
      held_for: []
    });
    const page = await signedIn('helene', '/verbatims?q=lorgnette');
    const doubted = card(page, 'jolie');
    await expect(doubted).toContainText('trop incertain pour trancher');
    await expect(doubted.getByText('le mot qui nie')).toBeVisible();
    await expect(doubted.getByText('Vers le positif :')).toContainText(
      '« jolie » (appris des avis et des corrections)'
    );
    await expect(doubted.getByText('Vers le négatif :')).toContainText('« répond » (nié par « pas »)');
    // The words of the customer stay as they are, for whoever listens to them or copies them.
    await expect(doubted.getByText('Lorgnette jolie')).toHaveText(text);

    const plain = card(page, 'bleue');
    await expect(plain).toContainText('très sûr');
    await expect(plain.getByText('neuf fois sur dix')).toBeHidden();
    await plain.getByText('Pourquoi ce sentiment').click();
    await expect(plain.getByText('neuf fois sur dix')).toBeVisible();
  });

  test('turns the keys off for good on this computer, and on again', async ({ signedIn, app }) => {
    await arrive(app, { text: 'Longue-vue floue.' });
    const page = await signedIn('helene', null);
    await list(page, 'q=longue+vue');
    const negative = card(page, 'Longue-vue').getByRole('button', { name: 'Négatif' });
    await expect(negative).toHaveAttribute('aria-keyshortcuts', 'g');
    const keysAct = page.getByRole('checkbox', { name: 'Ces touches agissent' });
    await page.getByText('Au clavier').click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await keysAct.uncheck();
    await page.reload();
    await expect(negative).not.toHaveAttribute('aria-keyshortcuts');
    await card(page, 'Longue-vue').focus();
    for (const key of ['j', 'g', 'a', '?']) await page.keyboard.press(key);
    await expect(keysAct).toBeHidden();
    await expect(told(page)).toBeEmpty();
    await page.getByText('Au clavier').click();
    await keysAct.check();
    await card(page, 'Longue-vue').focus();
    await page.keyboard.press('g');
    await expect(told(page)).toContainText('négatif');
  });

  test('needs no scripts to correct, and is shown no key then', async ({ app, browser }) => {
    const id = await arrive(app, { text: 'Sextant fidèle, sans scripts.' });
    const page = await elsewhere(browser, app, 'helene', {
      at: '/verbatims?q=sextant',
      javaScriptEnabled: false
    });
    await expect(page.getByText('Au clavier')).toBeHidden();
    await expect(card(page, 'Sextant').getByText('Hésitant :')).toBeVisible();
    await card(page, 'Sextant').getByRole('button', { name: 'Négatif' }).click();
    await expect(told(page)).toContainText('Sentiment corrigé : négatif');
    expect(await stored(app, id)).toMatchObject({ sentiment: 'negative', confidence: 1 });
    await page.context().close();
  });
});

test('Youssef, a manager, can NOT: his keys do nothing, and he is shown none', async ({ signedIn, app }) => {
  const id = await arrive(app, { text: 'Boussole lente de Rennes.', team: 'rennes', status: 'approved' });
  const page = await signedIn('youssef', '/verbatims?q=boussole');
  await page.waitForLoadState('networkidle');
  await expect(page.getByText('Au clavier')).toHaveCount(0);
  await card(page, 'Boussole').focus();
  const posted: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posted.push(request.url()));
  for (const key of ['p', 'n', 'g', 'a', 'h', 'u']) await page.keyboard.press(key);
  await expect(card(page, 'Boussole')).toBeFocused();
  // What the keys would have done has had the time of a whole page to be asked for.
  await page.reload();
  expect(posted).toEqual([]);
  expect(await stored(app, id)).toMatchObject({ status: 'approved', sentiment: 'positive', confidence: 0.6 });
});
