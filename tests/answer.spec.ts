import AxeBuilder from '@axe-core/playwright';
import { createHash, randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { CAST } from '../src/lib/demo/company';
import { alone, expect, openPage, signIn, withScripts, type RunningApp } from './support/app';

const test = alone();

const DAY = 86_400_000;
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const ASKED = ['rhythm', 'respect', 'recommend'];

interface Wave {
  id: string;
  /** Addresses of personal links, one a person. */
  links: string[];
}

/** A wave that was just launched for the whole company or for one team, and the links of some who are invited. */
async function launch(
  { service, url }: RunningApp,
  name: string,
  team?: string,
  asks = ASKED
): Promise<Wave> {
  const audience = team ? [await idOf(service, 'teams', team)] : null;
  const { data: wave } = await service
    .from('waves')
    .insert({ name, audience, opens_at: moment(-1000), closes_at: moment(7 * DAY) })
    .select('id')
    .single()
    .throwOnError();
  const questions = await Promise.all(asks.map((slug) => idOf(service, 'questions', slug)));
  const asked = questions.map((question_id, position) => ({ wave_id: wave.id, question_id, position }));
  await service.from('wave_questions').insert(asked).throwOnError();
  await service.rpc('launch_wave', { wave: wave.id }).throwOnError();
  const { data: people } = await service
    .rpc('wave_recipients', { wave: wave.id, occasion: 'everybody', at_most: 6 })
    .throwOnError();
  const tokens = people.map(() => randomBytes(32).toString('base64url'));
  const batch = people.map(({ person_id }, i) => ({
    person_id,
    hash: createHash('sha256').update(tokens[i]!).digest('hex')
  }));
  await service.rpc('store_answer_links', { wave: wave.id, batch }).throwOnError();
  return { id: wave.id, links: tokens.map((token) => `${url}/answer/${token}`) };
}

async function idOf(service: RunningApp['service'], table: 'teams' | 'questions', slug: string) {
  const { data } = await service.from(table).select('id').eq('slug', slug).single().throwOnError();
  return data.id;
}

function moment(fromNow: number): string {
  return new Date(Date.now() + fromNow).toISOString();
}

interface Closed {
  scores: { n: number }[];
  respondents: { n: number }[];
  comments: { text: string }[];
}

/** Ends a wave before its time; what was answered is known only then. */
async function close({ service }: RunningApp, wave: Wave) {
  await service.rpc('close_wave', { wave: wave.id, at: moment(8 * DAY) }).throwOnError();
  const { data } = await service.rpc('closed_wave', { wave: wave.id }).throwOnError();
  const closed = data as unknown as Closed;
  const sum = (rows: { n: number }[]) => rows.reduce((total, { n }) => total + n, 0);
  return {
    answers: sum(closed.scores),
    people: sum(closed.respondents),
    comments: closed.comments.map(({ text }) => text)
  };
}

const question = (page: Page, text: RegExp) => page.getByRole('group', { name: text });
const send = (page: Page) => page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

function pageOf(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  return openPage(browser, { locale: 'fr-FR', ...options });
}

test('on a phone: what happens to an answer is said first, then three taps and it is in', async ({
  browser,
  app
}) => {
  const wave = await launch(app, 'Au téléphone');
  const page = await pageOf(browser, PHONE);
  await page.goto(wave.links[0]!);
  const terms = page.getByRole('region', { name: 'Avant de répondre' });
  for (const words of [
    'Ni votre nom',
    'votre équipe',
    'à partir de 5 réponses',
    'à partir de 10',
    'Une seule fois'
  ])
    await expect(terms).toContainText(new RegExp(words, 'i'));
  const before = await terms.boundingBox();
  const first = await question(page, /rythme/).boundingBox();
  expect(before!.y + before!.height).toBeLessThan(first!.y);
  await question(page, /rythme/)
    .getByText('Plutôt d’accord')
    .tap();
  await question(page, /respect/)
    .getByText('Passer cette question')
    .tap();
  await question(page, /Recommanderiez/)
    .getByText('9', { exact: true })
    .tap();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).tap();
  await expect(heading(page, 'Merci')).toBeFocused();
  await expect(page.getByText(/Les résultats paraîtront une seule fois/)).toBeVisible();
  expect(await close(app, wave)).toEqual({ answers: 2, people: 1, comments: [] });
});

test('customers’ score is guessed from 0 to 10, between words of its own, without JavaScript too', async ({
  browser,
  app
}) => {
  const wave = await launch(app, 'À deviner', undefined, ['customers-score']);
  const page = await pageOf(browser, { ...PHONE, javaScriptEnabled: false });
  await page.goto(wave.links[0]!);
  const guess = question(page, /quelle note nos clients/);
  await expect(guess).toContainText('la plus mauvaise note');
  await expect(guess).not.toContainText('sans hésiter');
  await expect(guess.getByRole('radio', { name: /^\d/ })).toHaveCount(11);
  await guess.getByRole('radio', { name: '10 la meilleure note' }).check();
  await send(page);
  await expect(heading(page, 'Merci')).toBeVisible();
  expect(await close(app, wave)).toEqual({ answers: 1, people: 1, comments: [] });
});

test('with the keyboard alone: arrows choose, Enter sends', async ({ page, app }) => {
  const wave = await launch(app, 'Au clavier');
  await page.goto(wave.links[0]!);
  // Past the language, the theme and the way to decline.
  for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Space', 'ArrowDown', 'ArrowDown'])
    await page.keyboard.press(key);
  await expect(question(page, /rythme/).getByRole('radio', { name: 'Ni d’accord' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(question(page, /Recommanderiez/).getByRole('radio', { name: '1', exact: true })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Merci')).toBeFocused();
  expect(await close(app, wave)).toEqual({ answers: 2, people: 1, comments: [] });
});

test('without JavaScript: mistakes keep what was given, and a comment is shown as it will be kept', async ({
  browser,
  app
}) => {
  const wave = await launch(app, 'Sans script');
  const page = await pageOf(browser, { ...PHONE, javaScriptEnabled: false });
  await page.goto(wave.links[0]!);
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Rien n’est rempli');
  await question(page, /rythme/)
    .getByRole('radio', { name: 'Plutôt d’accord' })
    .check();
  await page.getByRole('textbox').fill('Merci à Mme Dupont,\njoignable au 06 12 34 56 78.');
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Rien n’est encore envoyé');
  await expect(page.getByRole('blockquote')).toHaveText(
    /Merci à Mme \[nom\],\s*joignable au \[téléphone\]\./
  );
  await expect(question(page, /rythme/).getByRole('radio', { name: 'Plutôt d’accord' })).toBeChecked();
  await expect(page.getByRole('textbox')).toHaveValue(/06 12 34 56 78/);
  await send(page);
  await expect(heading(page, 'Merci')).toBeVisible();
  expect(await close(app, wave)).toEqual({
    answers: 1,
    people: 1,
    comments: ['Merci à Mme [nom],\njoignable au [téléphone].']
  });
});

test('a comment with personal data warns while it is written, and goes in without it', async ({
  page,
  app
}) => {
  const wave = await launch(app, 'Commentaire');
  await page.goto(wave.links[0]!);
  await question(page, /rythme/)
    .getByRole('radio', { name: 'Plutôt d’accord' })
    .check();
  await page.getByRole('textbox').fill('Écrivez-moi : ines.morel@bellerive.example');
  await expect(page.getByText('Ce commentaire contient des données personnelles')).toBeVisible();
  await expect(page.getByRole('blockquote')).toHaveText('Écrivez-moi : [e-mail]');
  await page.getByRole('textbox').fill('x'.repeat(1002));
  await expect(page.getByText('2 caractères de trop')).toBeVisible();
  await expect(page.getByText('Ce commentaire contient')).toBeHidden();
  await send(page);
  await expect(page.getByRole('alert')).toContainText('trop long');
  await page.getByRole('textbox').fill('Appelez Karim au 06 12 34 56 78');
  await expect(page.getByRole('blockquote')).toContainText('[téléphone]');
  await send(page);
  await expect(heading(page, 'Merci')).toBeVisible();
  const { comments } = await close(app, wave);
  expect(comments).toHaveLength(1);
  expect(comments[0]).toContain('[téléphone]');
  expect(comments[0]).not.toContain('06 12');
});

test('declining takes one press, and a second one when something was filled in', async ({ browser, app }) => {
  const wave = await launch(app, 'Refus');
  const page = await pageOf(browser, PHONE);
  await page.goto(wave.links[0]!);
  await page.getByRole('button', { name: 'Je ne veux pas répondre' }).click();
  await expect(heading(page, 'C’est noté')).toBeFocused();
  await page.goto(wave.links[1]!);
  await page.getByRole('textbox').fill('Finalement non.');
  await page.getByRole('button', { name: 'Je ne veux pas répondre' }).click();
  await expect(page.getByRole('alert')).toContainText('ne sera pas envoyé');
  await page.getByRole('button', { name: 'Ne rien envoyer' }).click();
  await expect(heading(page, 'C’est noté')).toBeFocused();
  expect(await close(app, wave)).toEqual({ answers: 0, people: 0, comments: [] });
});

test('two tabs with one link: the first counts, the second is told so', async ({ browser, app }) => {
  const wave = await launch(app, 'Deux onglets');
  const context = await browser.newContext({ locale: 'fr-FR' });
  const tabs = [withScripts(await context.newPage()), withScripts(await context.newPage())];
  for (const tab of tabs) {
    await tab.goto(wave.links[0]!);
    await question(tab, /rythme/)
      .getByRole('radio', { name: 'Tout à fait' })
      .check();
  }
  await send(tabs[0]!);
  await expect(heading(tabs[0]!, 'Merci')).toBeVisible();
  await send(tabs[1]!);
  await expect(heading(tabs[1]!, 'Une réponse est déjà arrivée')).toBeFocused();
  await expect(tabs[1]!.getByText('Ce que vous venez d’envoyer n’a pas été gardé')).toBeVisible();
  expect(await close(app, wave)).toEqual({ answers: 1, people: 1, comments: [] });
});

test('a link that was used, has expired or never was opens one and the same page', async ({
  browser,
  request,
  app
}) => {
  const wave = await launch(app, 'Liens');
  const over = await launch(app, 'Terminée');
  const late = await pageOf(browser);
  await late.goto(over.links[1]!);
  await question(late, /rythme/)
    .getByRole('radio', { name: 'Tout à fait' })
    .check();
  await close(app, over);
  const page = await pageOf(browser);
  await page.goto(wave.links[0]!);
  await page.getByRole('button', { name: 'Je ne veux pas répondre' }).click();
  await expect(heading(page, 'C’est noté')).toBeVisible();

  const pages = new Set<string>();
  for (const link of [
    wave.links[0]!,
    over.links[0]!,
    `${app.url}/answer/${'x'.repeat(43)}`,
    `${app.url}/answer/x`
  ]) {
    const response = await page.goto(link);
    expect(response?.status()).toBe(404);
    pages.add(await page.getByRole('main').innerText());
  }
  expect(pages.size).toBe(1);
  expect([...pages][0]).toContain('Ce lien n’ouvre pas de questionnaire');

  await send(late);
  await expect(heading(late, 'Ce lien n’ouvre pas de questionnaire')).toBeFocused();
  await expect(late.getByText('n’a pas été gardé')).toBeVisible();

  // Scanners of mails open links, some of them more than once.
  for (let time = 0; time < 3; time++) expect((await request.get(wave.links[1]!)).status()).toBe(200);
  await page.goto(wave.links[1]!);
  await expect(heading(page, 'Comment va votre travail ?')).toBeVisible();
});

test('an answer that does not get through stays in the form', async ({ page, app }) => {
  const wave = await launch(app, 'Coupure');
  await page.goto(wave.links[0]!);
  await question(page, /rythme/)
    .getByRole('radio', { name: 'Tout à fait' })
    .check();
  await page.route(wave.links[0]!, (route) => route.abort());
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Rien n’est perdu');
  await expect(question(page, /rythme/).getByRole('radio', { name: 'Tout à fait' })).toBeChecked();
  await page.unroute(wave.links[0]!);
  await send(page);
  await expect(heading(page, 'Merci')).toBeVisible();
  expect(await close(app, wave)).toEqual({ answers: 1, people: 1, comments: [] });
});

test('a link knows nothing of who is signed in, and its address stays on its page', async ({ page, app }) => {
  const wave = await launch(app, 'À part', 'nantes');
  await signIn(page, 'ines', app.url, null);
  const { data: ines } = await app.service.from('people').select('id').eq('email', CAST.ines.email).single();
  const { data: invited } = await app.service
    .rpc('wave_recipients', { wave: wave.id, occasion: 'everybody', at_most: 6 })
    .throwOnError();
  const link = wave.links[invited.findIndex(({ person_id }) => person_id !== ines!.id)]!;

  const elsewhere: string[] = [];
  const token = link.split('/').at(-1)!;
  page.on('request', (made) => {
    const told = [made.url() === link ? '' : made.url(), made.headers()['referer'] ?? ''];
    elsewhere.push(...told.filter((address) => address.includes(token)));
  });
  const response = await page.goto(link);
  const headers = response!.headers();
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['referrer-policy']).toBe('strict-origin');
  expect(headers['x-robots-tag']).toContain('noindex');
  expect(headers['set-cookie']).toBeUndefined();
  await expect(page.getByText(CAST.ines.name)).toBeHidden();
  await question(page, /rythme/)
    .getByRole('radio', { name: 'Tout à fait' })
    .check();
  await send(page);
  await expect(heading(page, 'Merci')).toBeVisible();
  expect(elsewhere).toEqual([]);

  await page.goto(`${app.url}/pulse/${wave.id}`);
  await expect(heading(page, 'Comment va votre travail ?')).toBeVisible();
});

test('signed in: one answers once, and is told why there is nothing to answer', async ({ page, app }) => {
  const wave = await launch(app, 'Connectée');
  const elsewhere = await launch(app, 'À Lyon', 'lyon');
  await signIn(page, 'ines', app.url, `/pulse/${elsewhere.id}`);
  await expect(heading(page, 'Ce questionnaire ne vous est pas adressé')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Connectée' })).toBeVisible();
  await page.goto(`${app.url}/pulse/${wave.id}`);
  await question(page, /respect/)
    .getByRole('radio', { name: 'Tout à fait' })
    .check();
  await send(page);
  await expect(heading(page, 'Merci')).toBeFocused();
  await page.reload();
  await expect(heading(page, 'Une réponse est déjà arrivée')).toBeVisible();
  expect(await close(app, wave)).toEqual({ answers: 1, people: 1, comments: [] });
  await page.goto(`${app.url}/pulse/${wave.id}`);
  await expect(heading(page, 'Ce questionnaire est clos')).toBeVisible();
  expect((await page.goto(`${app.url}/pulse/no-such-wave`))?.status()).toBe(404);
});

test('what fails is logged without the address of anybody’s link', async ({ request, app }) => {
  const wave = await launch(app, 'Journal');
  const refused = await request.post(wave.links[0]!, { data: 'not a form', headers: { origin: app.url } });
  expect(refused.ok()).toBe(false);
  await expect.poll(() => app.output()).toContain('POST /answer/[link]');
  expect(app.output()).not.toContain(wave.links[0]!.split('/').at(-1)!);
});

for (const [language, theme] of [
  ['fr', 'light'],
  ['en', 'dark']
] as const) {
  test(`every state by link is accessible, in ${language}, ${theme}`, async ({ browser, app }) => {
    const wave = await launch(app, `Accessible ${language} ${theme}`);
    const page = await pageOf(browser, { ...PHONE, reducedMotion: 'reduce' });
    const check = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.context().addCookies([
      { name: 'language', value: language, url: app.url },
      { name: 'theme', value: theme, url: app.url }
    ]);
    const words =
      language === 'fr'
        ? { decline: 'Je ne veux pas répondre', sure: 'Ne rien envoyer', mail: '[e-mail]' }
        : { decline: 'I do not want to answer', sure: 'Send nothing', mail: '[email]' };
    await page.goto(wave.links[0]!);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page.getByRole('radio').first().check();
    await page.getByRole('textbox').fill('marie@exemple.fr');
    await expect(page.getByRole('blockquote')).toHaveText(words.mail);
    await check();
    await page.getByRole('button', { name: words.decline }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await check();
    await page.getByRole('button', { name: words.sure }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await check();
    await page.goto(wave.links[0]!);
    await check();
  });
}
