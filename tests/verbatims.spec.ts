import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { elsewhere, expect, test } from './support/app';
import { arrive, card, cards, stored, told } from './support/verbatims';

const idsOn = (page: Page) => cards(page).evaluateAll((all) => all.map(({ id }) => id.replace('v-', '')));

test.describe('a moderator', () => {
  test('finds "été" by typing "ete", and sends the address to a colleague', async ({
    signedIn,
    app,
    browser
  }) => {
    const id = await arrive(app, { text: 'Girouette posée cet été, elle tourne.' });
    const page = await signedIn('helene', '/verbatims');
    await page.getByRole('searchbox').fill('ete girouettes');
    await page.getByRole('searchbox').press('Enter');
    await expect(page).toHaveURL(/\?q=ete\+girouettes$/);
    await expect(cards(page)).toHaveCount(1);
    await expect(page.locator(`#v-${id}`)).toContainText('cet été');

    const colleague = await elsewhere(browser, app, 'thomas', { at: null });
    await colleague.goto(page.url());
    await expect(cards(colleague)).toHaveCount(1);
    await colleague.context().close();
  });

  test('approves a held one, which leaves the list, and undoes it', async ({ signedIn, app }) => {
    const next = await arrive(app, { text: 'Parapluie solide, le suivant.' });
    const id = await arrive(app, { text: 'Parapluie solide, le premier.' });
    const page = await signedIn('helene', '/verbatims?status=held&q=parapluie');
    const held = card(page, 'le premier');
    await expect(held).toContainText('la note et le texte se contredisent');
    await held.getByRole('button', { name: 'Approuver' }).click();

    await expect(told(page)).toContainText('Approuvé');
    await expect(held).toHaveCount(0);
    await expect(page.locator(`#v-${next}`)).toBeFocused();
    await expect(page).toHaveURL(/\?status=held&q=parapluie$/);
    expect((await stored(app, id)).status).toBe('approved');

    await page.getByRole('button', { name: 'Annuler' }).click();
    await expect(told(page)).toContainText('Remis à vérifier');
    await expect(held).toHaveCount(1);
    expect((await stored(app, id)).status).toBe('held');
  });

  test('hides one, and undoing never approves what was held', async ({ signedIn, app }) => {
    const id = await arrive(app, { text: 'Tabouret zinzolin mais joli.' });
    const page = await signedIn('helene', '/verbatims?q=tabouret+zinzolin');
    await card(page, 'Tabouret').getByRole('button', { name: 'Masquer' }).click();
    await expect(told(page)).toContainText('Masqué');
    await expect(card(page, 'Tabouret')).toContainText('Masqué');
    expect((await stored(app, id)).status).toBe('hidden');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await expect(card(page, 'Tabouret')).toContainText('À vérifier');
    expect((await stored(app, id)).status).toBe('held');
  });

  test('corrects a sentiment, and it is told that a person set it', async ({ signedIn, app }) => {
    const id = await arrive(app, { text: 'Nappe splendide, quelle ironie.' });
    const page = await signedIn('helene', '/verbatims?q=nappe+splendide');
    const nappe = card(page, 'Nappe');
    await nappe.getByRole('button', { name: 'Négatif' }).click();
    await expect(told(page)).toContainText('négatif');
    await expect(nappe).toContainText('corrigé par une personne');
    await expect(nappe.getByRole('button', { name: 'Négatif' })).toHaveAttribute('aria-pressed', 'true');
    expect(await stored(app, id)).toMatchObject({ sentiment: 'negative', confidence: 1 });
  });

  test('says which team took a negative and what was done, which its employees read', async ({
    signedIn,
    app,
    browser
  }) => {
    const id = await arrive(app, {
      text: 'Casserole rayée dès le départ.',
      sentiment: 'negative',
      status: 'approved'
    });
    const page = await signedIn('helene', '/verbatims?q=casserole+rayee');
    const casserole = card(page, 'Casserole');
    await expect(casserole).toContainText('Personne ne l’a encore pris en charge');
    await casserole.getByText('Prise en charge').click();
    await casserole
      .getByLabel('Équipe qui s’en charge')
      .selectOption({ label: '\u00a0\u00a0\u00a0\u00a0Nantes' });
    await casserole.getByLabel('Ce que nous avons fait').fill('Échangée le lendemain.');
    await casserole.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(casserole).toContainText('Pris en charge par Nantes');
    expect((await stored(app, id)).answer).toBe('Échangée le lendemain.');

    const ines = await elsewhere(browser, app, 'ines', { at: '/verbatims?q=casserole+rayee' });
    await expect(card(ines, 'Casserole')).toContainText('Échangée le lendemain.');
    await ines.context().close();
  });

  test('reads the original, and the audit log knows it', async ({ signedIn, app }) => {
    const id = await arrive(app, {
      text: 'Miroir livré par [nom].',
      original: 'Miroir livré par Gaspard Poinçon.'
    });
    const page = await signedIn('helene', '/verbatims?q=miroir+livre');
    const miroir = card(page, 'Miroir');
    await expect(miroir).not.toContainText('Poinçon');
    await miroir.locator('summary', { hasText: 'Lire l’original' }).click();
    await miroir.getByRole('button', { name: 'Lire l’original' }).click();
    await expect(miroir).toContainText('Gaspard Poinçon');
    const { data: log } = await app.service
      .from('audit_log')
      .select('action')
      .eq('subject_id', id)
      .throwOnError();
    expect(log).toEqual([{ action: 'read_original' }]);
  });

  test('is told when somebody else erased it meanwhile', async ({ signedIn, app }) => {
    const id = await arrive(app, { text: 'Bougeoir disparu entre-temps.' });
    const page = await signedIn('helene', '/verbatims?q=bougeoir+disparu');
    await app.service.from('verbatims').delete().eq('id', id).throwOnError();
    await card(page, 'Bougeoir').getByRole('button', { name: 'Approuver' }).click();
    await expect(page.getByRole('alert')).toContainText('n’existe plus');
    await expect(page.getByRole('button', { name: 'Annuler' })).toHaveCount(0);
  });

  test('does it all with the keyboard', async ({ signedIn, app }) => {
    const next = await arrive(app, { text: 'Hamac moelleux, le suivant.' });
    const id = await arrive(app, { text: 'Hamac moelleux, le premier.' });
    const page = await signedIn('helene', '/verbatims?status=held');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('hamac');
    await page.keyboard.press('Enter');
    await expect(cards(page)).toHaveCount(2);
    await expect(page.getByRole('searchbox')).toBeFocused();
    await card(page, 'le premier').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator(`#v-${next}`)).toBeFocused();
    expect((await stored(app, id)).status).toBe('approved');
  });

  test('needs no scripts', async ({ app, browser }) => {
    const id = await arrive(app, { text: 'Lampion fidèle, sans scripts.' });
    const page = await elsewhere(browser, app, 'helene', { at: '/verbatims', javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('lampion fidèle');
    await page.getByRole('combobox', { name: 'Statut' }).selectOption('held');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await expect(cards(page)).toHaveCount(1);
    await card(page, 'Lampion').getByRole('button', { name: 'Approuver' }).click();
    await expect(told(page)).toContainText('Approuvé');
    await expect(page.getByRole('combobox', { name: 'Statut' })).toHaveValue('held');
    await expect(cards(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await expect(cards(page)).toHaveCount(1);
    expect((await stored(app, id)).status).toBe('held');
    await page.context().close();
  });
});

test.describe('a manager', () => {
  test('sees the approved verbatims of their region and no act', async ({ signedIn, app }) => {
    await arrive(app, { text: 'Édredon douillet à Rennes.', team: 'rennes', status: 'approved' });
    await arrive(app, { text: 'Édredon douillet à Lille.', team: 'lille', status: 'approved' });
    await arrive(app, { text: 'Édredon retenu à Rennes.', team: 'rennes' });
    const page = await signedIn('youssef', '/verbatims?q=edredon&status=held');
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('à Rennes');
    await expect(cards(page).getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: 'Statut' })).toHaveCount(0);
    const teams = await page.getByRole('combobox', { name: 'Équipe' }).locator('option').allInnerTexts();
    expect(teams.map((team) => team.trim())).toEqual([
      'Toutes les équipes',
      'Ouest',
      'Bordeaux',
      'Nantes',
      'Rennes'
    ]);
  });

  test('who forges an act gets 403, and nothing changes', async ({ signedIn, app }) => {
    const id = await arrive(app, { text: 'Paravent convoité par un autre.' });
    const page = await signedIn('youssef', null);
    for (const act of ['approve', 'hide', 'hold', 'correct', 'answer', 'original']) {
      const answer = await page.request.post(`/verbatims?/${act}`, {
        form: { id, sentiment: 'negative', answer: 'Rien.' },
        headers: { origin: app.url }
      });
      expect(answer.status(), act).toBe(403);
    }
    expect(await stored(app, id)).toMatchObject({ status: 'held', sentiment: 'positive', answer: null });
    const { data: log } = await app.service
      .from('audit_log')
      .select('action')
      .eq('subject_id', id)
      .throwOnError();
    expect(log).toEqual([]);
  });
});

test.describe('an employee', () => {
  test('reads every approved verbatim of their team once, page by page, there and back', async ({
    signedIn,
    app
  }) => {
    const { data: nantes } = await app.service
      .from('teams')
      .select('id')
      .eq('slug', 'nantes')
      .single()
      .throwOnError();
    const { data: expected } = await app.service
      .from('verbatims')
      .select('id')
      .eq('team_id', nantes.id)
      .eq('status', 'approved')
      .order('day', { ascending: false })
      .order('id', { ascending: false })
      .throwOnError();
    const page = await signedIn('ines');
    await expect(page).toHaveURL(/\/verbatims$/);
    await expect(cards(page).getByRole('button')).toHaveCount(0);

    const pages: string[][] = [];
    const turn = async (name: string) => {
      const link = page.getByRole('link', { name });
      if ((await link.count()) === 0) return false;
      const from = page.url();
      await link.click();
      await expect(page).not.toHaveURL(from);
      return true;
    };
    do pages.push(await idsOn(page));
    while (await turn('Plus anciens'));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flat()).toEqual(expected.map(({ id }) => id));

    for (const earlier of pages.slice(0, -1).reverse()) {
      expect(await turn('Plus récents')).toBe(true);
      await expect.poll(() => idsOn(page)).toEqual(earlier);
    }
    await expect(page.getByRole('link', { name: 'Plus récents' })).toHaveCount(0);
  });
});

test('an address that makes no sense shows the list', async ({ signedIn }) => {
  const page = await signedIn('claire', '/verbatims');
  const plain = await idsOn(page);
  for (const address of [
    'before=garbage&after=x_y',
    'before=2026-02-31_00000000-0000-0000-0000-000000000000',
    'from=2026-99-99&to=0',
    'team=%00&step=..&channel=%F0%9F%98%80',
    'status=held&sentiment=%5B%5D&period=',
    'q=%00%01&q=second'
  ]) {
    const answer = await page.goto(`/verbatims?${address}`);
    expect(answer?.status(), address).toBe(200);
    expect(await idsOn(page), address).toEqual(plain);
  }
});

test('a search that finds nothing says which criterion to drop', async ({ signedIn, app }) => {
  await arrive(app, { text: 'Soupière héritée de Nantes.', status: 'approved' });
  const page = await signedIn('claire', '/verbatims?q=soupiere+heritee&team=lille');
  await expect(page.getByRole('heading', { name: 'Aucun verbatim ne correspond' })).toBeVisible();
  await expect(page.getByRole('link', { name: /sans la recherche/ })).toBeVisible();
  await page.getByRole('link', { name: 'pour toutes les équipes' }).click();
  await expect(cards(page)).toHaveCount(1);
});

test('fits a phone', async ({ signedIn }) => {
  const page = await signedIn('helene', null);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/verbatims?status=held');
  await expect(cards(page).first()).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

for (const [locale, colorScheme, heading, approve] of [
  ['fr-FR', 'light', 'Tout ce que disent les clients', 'Approuver'],
  ['en-GB', 'dark', 'Everything customers say', 'Approve']
] as const) {
  test(`can be read by everyone, in ${locale}, ${colorScheme}`, async ({ app, browser }) => {
    const text = `Écritoire ${locale} ${colorScheme}, un vrai plaisir.`;
    await arrive(app, { text, sentiment: 'negative', held_for: ['personal_data', 'uncertain'] });
    const page = await elsewhere(browser, app, 'helene', {
      at: '/verbatims?status=held',
      locale,
      colorScheme
    });
    await expect(page.getByText(heading)).toBeVisible();
    for (const summary of await card(page, text).locator('summary').all()) await summary.click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto('/verbatims?status=held&q=ecritoire');
    await card(page, text).getByRole('button', { name: approve }).click();
    await expect(card(page, text)).toHaveCount(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto('/verbatims?q=xylophone');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.context().close();
  });
}
