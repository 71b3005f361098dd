import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import {
  expect,
  freePort,
  openPage,
  signIn,
  startApp,
  test,
  withScripts,
  type RunningApp
} from './support/app';
import { openMailbox, readable } from './support/mailbox';

/** Plans a wave for the whole company that opens today, and stands on its page. */
async function plan(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/waves/new`);
  await page.getByLabel('Nom').fill(name);
  await page.getByLabel(/Mon rythme de travail est tenable/).check();
  await page.getByLabel(/Le travail bien fait est remarqué/).check();
  await page.getByRole('button', { name: 'Planifier', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('La vague est planifiée.')).toBeVisible();
}

const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const sha256 = (token: string) => createHash('sha256').update(token).digest('hex');

async function statusOf(app: RunningApp, id: string): Promise<string | undefined> {
  const { data } = await app.service.from('waves').select('status').eq('id', id).single().throwOnError();
  return data.status;
}

async function tomorrow(page: Page): Promise<void> {
  const day = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel('Ouverture', { exact: true }).fill(day);
}

test('Thomas plans a wave, opens it, and hands out links that open', async ({ page, browser, app }) => {
  await signIn(page, 'thomas', app.url, '/waves');
  await page.getByRole('link', { name: 'Planifier une vague' }).click();
  await page.getByLabel('Nom').fill('Avant les soldes');
  await tomorrow(page);
  await page.getByRole('button', { name: 'Planifier', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Choisissez une question au moins.');
  await expect(page.getByLabel('Nom')).toHaveValue('Avant les soldes');
  await page.getByLabel(/Mes outils et mon matériel/).check();
  await page.getByLabel(/Certaines équipes/).check();
  await page.getByLabel('Ouest', { exact: true }).check();
  await page.getByRole('button', { name: 'Planifier', exact: true }).click();

  await expect(page.getByText('La vague est planifiée.')).toBeVisible();
  await expect(page.getByText(/^Ouest/)).toContainText(/\d+ personnes à ce jour/);
  const id = idOf(page);
  expect(await statusOf(app, id)).toBe('planned');
  await page.getByRole('button', { name: 'Ouvrir maintenant' }).click();
  await expect(page.getByText('La vague est ouverte.')).toBeVisible();
  expect(await statusOf(app, id)).toBe('open');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger les liens' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^liens-\d{4}-\d{2}-\d{2}\.csv$/);
  let csv = '';
  for await (const chunk of await file.createReadStream()) csv += chunk;
  const [heading, ...lines] = csv.split('\r\n').filter(Boolean);
  expect(heading).toBe('\uFEFFNom;E-mail;Lien');
  const tokens = lines.map((line) => line.split(`${app.url}/answer/`)[1] ?? '');
  expect(new Set(tokens).size).toBe(lines.length);
  expect(csv).toContain('youssef.karam@bellerive.example');
  expect(csv).not.toContain('thomas.nguyen@bellerive.example');
  const { data: opened } = await app.service.rpc('open_link', { link: sha256(tokens[0]!) }).throwOnError();
  expect(opened).toEqual([{ wave_id: id, state: 'invited' }]);
  const stranger = await openPage(browser, { locale: 'fr-FR' });
  expect((await stranger.goto(`${app.url}/answer/${tokens[0]}`))?.status()).toBe(200);
  await expect(stranger.getByText('Mes outils et mon matériel fonctionnent')).toBeVisible();
  await stranger.close();
  const { data: noted } = await app.service
    .from('audit_log')
    .select('action, subject_id')
    .eq('action', 'hand_out_links')
    .throwOnError();
  expect(noted).toEqual([{ action: 'hand_out_links', subject_id: id }]);
});

test('an open wave is called off for good, and what was answered is forgotten', async ({ page, app }) => {
  await signIn(page, 'thomas', app.url, null);
  await plan(page, app.url, 'Par erreur');
  const id = idOf(page);
  await page.getByRole('button', { name: 'Ouvrir maintenant' }).click();
  await expect(page.getByText('La vague est ouverte.')).toBeVisible();
  await page.getByText('Annuler cette vague…').click();
  await page.getByRole('button', { name: 'Annuler et effacer les réponses' }).click();
  await expect(page.getByText('Les réponses ont été effacées.')).toBeVisible();
  expect(await statusOf(app, id)).toBe('cancelled');
  await expect(page.getByRole('button')).toHaveCount(
    await page.getByRole('banner').or(page.getByRole('contentinfo')).getByRole('button').count()
  );
});

test('what another administrator has just done is told in words', async ({ page, app }) => {
  await signIn(page, 'thomas', app.url, null);
  await plan(page, app.url, 'À deux');
  const id = idOf(page);
  const other = withScripts(await page.context().newPage());
  await other.goto(`${app.url}/waves/${id}`);
  await other.getByRole('button', { name: 'Supprimer cette vague' }).click();
  await expect(other.getByText('La vague a été supprimée.')).toBeVisible();
  await page.getByRole('button', { name: 'Ouvrir maintenant' }).click();
  await expect(
    page.getByRole('heading', { name: 'Page introuvable' }).or(page.getByText(/n’est plus là/))
  ).toBeVisible();
  expect((await page.goto(`${app.url}/waves/not-an-id`))?.status()).toBe(404);
});

test('thresholds below the floors and too small an audience are refused', async ({ page, app }) => {
  await signIn(page, 'thomas', app.url, '/waves/new');
  await page
    .locator('form[method=post]')
    .evaluateAll((forms) => forms.forEach((form) => ((form as HTMLFormElement).noValidate = true)));
  await page.getByLabel('Nom').fill('Trop fine');
  await page.getByLabel(/Mes outils et mon matériel/).check();
  await page.getByLabel('Chiffres à partir de').fill('4');
  await page.getByLabel('Détail et commentaires à partir de').fill('9');
  await page.getByRole('button', { name: 'Planifier', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('5 au moins');
  await expect(page.getByRole('alert')).toContainText('10 au moins');
  await page.getByLabel('Chiffres à partir de').fill('60');
  await page.getByLabel('Détail et commentaires à partir de').fill('60');
  await page.getByLabel(/Certaines équipes/).check();
  await page.getByLabel('Dijon', { exact: true }).check();
  await page.getByRole('button', { name: 'Planifier', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Moins de personnes seraient invitées');
  const { data } = await app.service.from('waves').select('id').eq('name', 'Trop fine').throwOnError();
  expect(data).toEqual([]);
});

test('a programme is created, shows what it will ask, pauses, resumes and goes', async ({ page, app }) => {
  await signIn(page, 'thomas', app.url, '/waves');
  await page.getByRole('link', { name: 'Créer un programme' }).click();
  await page.getByLabel('Nom du programme').fill('Hebdo des boutiques');
  await page.getByLabel('Rythme').selectOption('weekly');
  await page.getByLabel('Jours d’ouverture').fill('8');
  const later = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Prochaine ouverture').fill(later);
  await page.getByRole('button', { name: 'Créer le programme' }).click();
  await expect(page.getByRole('alert')).toContainText('doit se fermer avant que la suivante s’ouvre');
  await page.getByLabel('Jours d’ouverture').fill('5');
  await page.getByRole('button', { name: 'Créer le programme' }).click();

  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Hebdo des boutiques' }) });
  await expect(card).toContainText('Chaque semaine');
  await expect(page.getByText('Hebdo des boutiques').first()).toBeVisible();
  await card.getByRole('button', { name: /Mettre en pause/ }).click();
  await expect(card).toContainText('En pause');
  await card.getByRole('button', { name: /Reprendre/ }).click();
  await expect(card).toContainText('Prochaine');

  await card.getByRole('link', { name: /Modifier/ }).click();
  const aside = page.getByRole('complementary');
  await expect(aside.getByRole('listitem')).toHaveCount(3);
  await page.getByLabel('Questions par vague').fill('6');
  await page.getByLabel(/quelle note donnent les clients/).check();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Le programme est modifié.')).toBeVisible();
  await expect(card).toContainText('6 questions par vague, plus la recommandation, plus la note des clients');

  await card.getByRole('link', { name: /Modifier/ }).click();
  await page.getByText('Supprimer ce programme…').click();
  await page.getByRole('button', { name: 'Supprimer le programme' }).click();
  await expect(page.getByText('Le programme est supprimé.')).toBeVisible();
  await expect(card).toHaveCount(0);
});

test('a question is added, worded anew, retired and put back; one that was asked is fixed', async ({
  page,
  app
}) => {
  await signIn(page, 'thomas', app.url, '/waves/questions');
  await page.getByRole('link', { name: 'Ajouter une question' }).click();
  await page.getByLabel('En français').fill('Je sais à quoi sert mon travail.');
  await page.getByLabel('En anglais').fill('I know what my work is for.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert')).toContainText('Choisissez un levier.');
  await page.getByLabel('Levier', { exact: true }).selectOption({ label: 'Culture d’équipe' });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('La question est ajoutée.')).toBeVisible();

  const culture = page.getByRole('region', { name: /Culture d’équipe/ });
  const question = culture.getByRole('listitem').filter({ hasText: 'à quoi sert mon travail' });
  await expect(question).toContainText('jamais posée');
  await question.getByRole('link', { name: /Modifier/ }).click();
  await page.getByLabel('En français').fill('Je vois à quoi sert mon travail.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(question).toContainText('Je vois à quoi sert mon travail.');
  await question.getByRole('button', { name: /Retirer/ }).click();
  await expect(question.getByText('retirée')).toBeVisible();
  await question.getByRole('button', { name: /Remettre/ }).click();
  await expect(question.getByText('retirée')).toHaveCount(0);

  await expect(page.getByRole('region', { name: /Note des clients, devinée/ })).toContainText(
    'quelle note nos clients nous donnent-ils'
  );

  const asked = page.getByRole('listitem').filter({ hasText: 'Mon rythme de travail est tenable' });
  await expect(asked).toContainText('Figée : ses mots font partie de ses chiffres.');
  await expect(asked.getByRole('link')).toHaveCount(0);
  const { data } = await app.service
    .from('questions')
    .select('id')
    .eq('slug', 'rhythm')
    .single()
    .throwOnError();
  await page.goto(`${app.url}/waves/questions/${data.id}`);
  await expect(page.getByText('Cette question a déjà été posée.')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('without scripts a wave is planned and opened all the same', async ({ browser, app }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await signIn(page, 'thomas', app.url, '/waves/new');
  await expect(page.getByLabel('Nantes', { exact: true })).toBeHidden();
  await page.getByLabel(/Certaines équipes/).check();
  await expect(page.getByLabel('Nantes', { exact: true })).toBeVisible();
  await plan(page, app.url, 'Sans script');
  await page.getByRole('button', { name: 'Ouvrir maintenant' }).click();
  // Its hour has come already: now and then the job, which looks every minute, is faster.
  const opened = page.getByText('La vague est ouverte.');
  await expect(opened.or(page.getByText('son heure, est passé avant'))).toBeVisible();
  await context.close();
});

test('Claire reads the calendar and changes nothing; Inès meets 403 in words', async ({ page, app }) => {
  await signIn(page, 'claire', app.url, '/waves');
  await expect(page.getByRole('heading', { name: 'Passées' })).toBeVisible();
  await expect(page.getByText(/participation \d+/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Planifier une vague' })).toHaveCount(0);
  await expect(page.getByText('SMTP_URL')).toHaveCount(0);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Pouls mensuel/ })
    .first()
    .click();
  await page.waitForURL(/\/waves\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  const wave = page.url();
  for (const address of [`${app.url}/waves/new`, `${app.url}/waves/plans/new`, `${wave}/edit`])
    expect((await page.goto(address))?.status(), address).toBe(403);
  for (const [address, form] of [
    [`${wave}/links.csv`, {}],
    [`${wave}?/call_off`, {}],
    [`${app.url}/waves?/pause`, { id: idOf(page) }]
  ] as const) {
    const answer = await page.request.post(address, {
      form,
      headers: { origin: app.url, accept: 'text/html' }
    });
    expect(answer.status(), address).toBe(403);
  }

  await page.goto(`${app.url}/waves`);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(/\/login$/);
  await signIn(page, 'ines', app.url, null);
  for (const place of ['/waves', '/waves/questions', new URL(wave).pathname]) {
    expect((await page.goto(app.url + place))?.status(), place).toBe(403);
    await expect(page.getByText('Votre rôle ne donne pas accès à cette page')).toBeVisible();
  }
});

test('with a mail server, opening a wave writes to everybody at once, each with a link of their own', async ({
  browser
}) => {
  test.setTimeout(180_000);
  const mailbox = await openMailbox();
  mailbox.refused.add('ines.morel@bellerive.example');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PORT: String(port),
    ORIGIN: url,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Vis-à-vis <pulse@bellerive.example>'
  };
  const app = await startApp({ env });
  try {
    const page = await openPage(browser, { locale: 'fr-FR' });
    await signIn(page, 'thomas', url, '/waves');
    await expect(page.getByText('Les invitations et le rappel partent par e-mail.')).toBeVisible();
    await plan(page, url, 'Par la poste');
    const id = idOf(page);
    await page.getByRole('button', { name: 'Ouvrir maintenant' }).click();
    await expect(page.getByText('La vague est ouverte.')).toBeVisible();

    // The demo company has a wave of its own under way, which asks more.
    const letters = () =>
      mailbox.received
        .map(({ to, raw }) => ({ to, text: readable(raw) }))
        .filter(({ text }) => text.includes('vous pose 2 questions'))
        .map(({ to, text }) => ({ to, text, token: text.match(/\/answer\/([\w-]{43})/)?.[1] ?? '' }));
    const { data: everybody } = await app.service
      .rpc('wave_recipients', { wave: id, occasion: 'everybody', at_most: 1000 })
      .throwOnError();
    const reachable = everybody.map(({ email }) => email).filter((email) => !mailbox.refused.has(email));
    const written = () =>
      letters()
        .map(({ to }) => to)
        .sort();
    await expect.poll(written, { timeout: 60_000 }).toEqual(reachable.sort());
    expect(new Set(letters().map(({ token }) => token)).size).toBe(reachable.length);
    const [letter] = letters();
    expect(letter?.text).toContain(`${url}/answer/`);
    expect(letter?.text).toContain('from 5 answers up');
    const { data: opened } = await app.service
      .rpc('open_link', { link: sha256(letter?.token ?? '') })
      .throwOnError();
    expect(opened[0]?.wave_id).toBe(id);

    await page.reload();
    await expect(page.getByText('Inès Morel <ines.morel@bellerive.example>')).toBeVisible();
    for (const { token } of letters()) expect(app.output()).not.toContain(token);
    await page.close();
  } finally {
    await app.dispose();
    await mailbox.close();
  }
});

for (const [language, theme] of [
  ['fr', 'light'],
  ['en', 'dark']
] as const) {
  test(`the pages of waves are accessible, in ${language}, ${theme}`, async ({ page, app }) => {
    await signIn(page, 'thomas', app.url, null);
    await page.context().addCookies([
      { name: 'language', value: language, url: app.url },
      { name: 'theme', value: theme, url: app.url }
    ]);
    const { data: waves } = await app.service.from('waves').select('id').eq('status', 'open').throwOnError();
    const { data: plans } = await app.service.from('wave_plans').select('id').throwOnError();
    for (const place of [
      '/waves?all',
      '/waves/new',
      `/waves/${waves[0]!.id}`,
      '/waves/plans/new',
      `/waves/plans/${plans[0]!.id}`,
      '/waves/questions',
      '/waves/questions/new'
    ]) {
      await page.goto(app.url + place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations, place).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${app.url}/waves`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}
