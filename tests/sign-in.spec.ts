import AxeBuilder from '@axe-core/playwright';
import { CAST, DEMO_PASSWORD } from '../src/lib/demo/company';
import { expect, signInByHand, test } from './support/app';

const HOMES = {
  claire: /\/symmetry$/,
  youssef: /\/dashboard$/,
  helene: /\/verbatims\?status=held$/,
  thomas: /\/imports$/,
  ines: /\/verbatims$/
} as const;

/** Where each character may go, and where 403 awaits them. */
const PLACES: Record<keyof typeof HOMES, { can: string[]; cannot: string[] }> = {
  claire: { can: ['/symmetry', '/dashboard', '/verbatims', '/wall'], cannot: ['/imports'] },
  youssef: { can: ['/dashboard', '/verbatims', '/wall'], cannot: ['/imports'] },
  helene: { can: ['/verbatims', '/imports', '/wall'], cannot: ['/dashboard', '/symmetry'] },
  thomas: { can: ['/dashboard', '/verbatims', '/imports', '/wall'], cannot: [] },
  ines: { can: ['/verbatims', '/wall'], cannot: ['/dashboard', '/imports'] }
};

for (const who of Object.keys(HOMES) as (keyof typeof HOMES)[]) {
  test(`${CAST[who].name} lands on their own home, and meets 403 in words where they may not go`, async ({
    page,
    app
  }) => {
    await signInByHand(page, who, app.url);
    await expect(page).toHaveURL(HOMES[who]);
    for (const place of PLACES[who].can) {
      expect((await page.goto(app.url + place))?.status(), place).toBe(200);
    }
    for (const place of PLACES[who].cannot) {
      expect((await page.goto(app.url + place))?.status(), place).toBe(403);
      await expect(page.getByText('Votre rôle ne donne pas accès à cette page')).toBeVisible();
    }
  });
}

test('a stranger is sent to sign in, and comes back to the page they asked for', async ({ page, app }) => {
  await page.goto(`${app.url}/verbatims?q=lampe`);
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByLabel('Adresse e-mail').fill(CAST.claire.email);
  await page.getByLabel('Mot de passe').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page).toHaveURL(`${app.url}/verbatims?q=lampe`);
});

test('an address to come back to never leads elsewhere', async ({ page, app }) => {
  await page.goto(`${app.url}/login?next=${encodeURIComponent('//elsewhere.example/')}`);
  await page.getByLabel('Adresse e-mail').fill(CAST.claire.email);
  await page.getByLabel('Mot de passe').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page).toHaveURL(`${app.url}/symmetry`);
});

test('an unknown account, a wrong password and somebody who has left get the same answer', async ({
  page,
  app
}) => {
  const answers = [];
  for (const [email, password] of [
    ['nobody@bellerive.example', DEMO_PASSWORD],
    [CAST.claire.email, 'not the password'],
    [CAST.paul.email, DEMO_PASSWORD]
  ] as const) {
    await page.goto(`${app.url}/login`);
    await page.getByLabel('Adresse e-mail').fill(email);
    await page.getByLabel('Mot de passe').fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    answers.push(await page.getByRole('alert').textContent());
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('ne convient pas');
});

test('ten failures close an account for a while, whatever the eleventh password', async ({
  playwright,
  app
}) => {
  const from = await playwright.request.newContext({
    baseURL: app.url,
    extraHTTPHeaders: { origin: app.url, accept: 'text/html' }
  });
  await app.service.from('sign_in_failures').delete().gte('id', 0);
  for (let attempt = 1; attempt <= 10; attempt++) {
    const refused = await from.post('/login', {
      form: { email: CAST.lea.email, password: `guess ${attempt}` }
    });
    expect(refused.status()).toBe(400);
  }
  const right = await from.post('/login', { form: { email: CAST.lea.email, password: DEMO_PASSWORD } });
  expect(right.status()).toBe(429);
  expect(await right.text()).toContain('Trop d’essais');
  await app.service.from('sign_in_failures').delete().gte('id', 0);
  await from.dispose();
});

test('signing out ends the session', async ({ page, app }) => {
  await signInByHand(page, 'claire', app.url);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(/\/login$/);
  await page.goto(`${app.url}/dashboard`);
  await expect(page).toHaveURL(/\/login/);
});

test('the session’s cookies are out of reach of scripts', async ({ page, app }) => {
  await signInByHand(page, 'claire', app.url);
  const cookies = (await page.context().cookies()).filter(({ name }) => name.startsWith('sb-'));
  expect(cookies.length).toBeGreaterThan(0);
  expect(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax')).toBe(true);
});

test('language and theme are chosen on the page and stay', async ({ page, app }) => {
  await page.goto(`${app.url}/login`);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: /dark theme/i }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

for (const [language, theme] of [
  ['fr', 'light'],
  ['en', 'dark']
] as const) {
  test(`the way in, and a page that is not there, are accessible, in ${language}, ${theme}`, async ({
    page,
    app
  }) => {
    await page.context().addCookies([
      { name: 'language', value: language, url: app.url },
      { name: 'theme', value: theme, url: app.url }
    ]);
    await page.goto(`${app.url}/login`);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto(`${app.url}/no-such-page`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
