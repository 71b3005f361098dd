import { expect, openPage, signIn, test } from './support/app';

for (const javaScriptEnabled of [false, true]) {
  test(`Claire guesses customers’ score, and again, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    app
  }) => {
    const page = await openPage(browser, { javaScriptEnabled, locale: 'fr-FR' });
    await signIn(page, 'claire', app.url, '/symmetry?period=12m');
    const form = page
      .locator('form')
      .filter({ has: page.getByRole('heading', { name: /Votre estimation pour/ }) });
    const guess = form.getByRole('group', { name: /quelle note nos clients nous donneront/ });
    const [first, then] = javaScriptEnabled ? ['8', '9'] : ['7', '6'];

    await guess.getByRole('radio', { name: first, exact: true }).check();
    await form.getByRole('button').click();
    await expect(form.getByRole('status')).toContainText(`Vous avez répondu ${first}.`);
    expect(new URL(page.url()).searchParams.get('period')).toBe('12m');
    await guess.getByRole('radio', { name: then, exact: true }).check();
    await form.getByRole('button', { name: 'Changer mon estimation' }).click();
    await expect(form.getByRole('status')).toContainText(`Vous avez répondu ${then}.`);

    await page.goto(`${app.url}/symmetry`);
    await expect(guess.getByRole('radio', { name: then, exact: true })).toBeChecked();
    await page.context().close();
  });
}

test('a guess that is none is refused in words, and nobody outside of leadership guesses', async ({
  page,
  app
}) => {
  await signIn(page, 'claire', app.url, '/symmetry');
  const quarter = await page.locator('input[name=quarter]').inputValue();
  const before = await page
    .getByRole('status')
    .filter({ hasText: /^Vous avez répondu|^Ouvert/ })
    .textContent();
  const send = (form: Record<string, string>) =>
    page.request.post(`${app.url}/symmetry?/guess`, {
      form,
      headers: { origin: app.url, accept: 'text/html' }
    });
  // The page streams, so its status is 200 whatever became of the form.
  for (const [form, words] of [
    [{ quarter, value: '11' }, 'Choisissez un nombre entier de 0 à 10.'],
    [{ quarter }, 'Choisissez un nombre entier de 0 à 10.'],
    [{ quarter: '2020-01', value: '7' }, 'Un autre trimestre a commencé']
  ] as const)
    expect(await (await send(form)).text()).toContain(words);
  await page.reload();
  expect(
    await page
      .getByRole('status')
      .filter({ hasText: /^Vous avez répondu|^Ouvert/ })
      .textContent()
  ).toBe(before);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(/\/login$/);
  await signIn(page, 'ines', app.url, null);
  expect((await send({ quarter, value: '7' })).status()).toBe(403);
});
