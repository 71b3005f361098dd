import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { expect, openPage, signIn, test, type RunningApp } from './support/app';

/** Spaces of every width are one space. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');
const sentence = (page: Page) => page.getByRole('heading', { level: 1 });
const figure = (page: Page, name: string | RegExp): Locator => page.getByRole('figure', { name });
const FEW = 'Trop peu de réponses';

/** The last published wave, what it asked on the levers, and the cells it published. */
async function lastWave({ service }: RunningApp) {
  const { data: waves } = await service
    .from('waves')
    .select('id, name, closes_at')
    .eq('status', 'published')
    .order('closes_at', { ascending: false })
    .limit(1)
    .throwOnError();
  const wave = waves[0]!;
  const [teams, asked, questions, cells] = await Promise.all([
    service.from('teams').select('id, slug, name').throwOnError(),
    service.from('wave_questions').select('question_id').eq('wave_id', wave.id).throwOnError(),
    service.from('questions').select('id, text_fr, lever').throwOnError(),
    service
      .from('cells')
      .select('team_id, question_id, n, distribution')
      .eq('wave_id', wave.id)
      .throwOnError()
  ]);
  const ids = new Set(asked.data.map(({ question_id }) => question_id));
  return {
    wave,
    teams: teams.data,
    questions: questions.data.filter(({ id, lever }) => ids.has(id) && lever !== null),
    cellOf: (slug: string, question: string) => {
      const team = teams.data.find((each) => each.slug === slug)?.id;
      return cells.data.find(({ team_id, question_id }) => team_id === team && question_id === question);
    }
  };
}

/** A team that lies in some cell of its own, and a question whose cell of that team was withheld. */
async function withheld(app: RunningApp) {
  const { teams, questions, cellOf } = await lastWave(app);
  for (const { slug } of teams) {
    const question = questions.find(({ id }) => !cellOf(slug, id));
    if (question && slug !== 'bellerive') return { slug, question };
  }
  throw new Error('The demo company has no withheld cell.');
}

/** What the server hands a page over, as SvelteKit writes it: values in a row that refer to each other by place. */
async function dataOf(page: Page, address: string): Promise<unknown> {
  const [path, query = ''] = address.split('?');
  const response = await page.request.get(`${path}/__data.json?${query}`);
  const { nodes } = (await response.json()) as { nodes: ({ data: unknown[] } | null)[] };
  const values = nodes.at(-1)?.data ?? [];
  const read = (place: number): unknown => {
    const value = place < 0 ? undefined : values[place];
    if (Array.isArray(value)) return value.map(read);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, at]) => [key, read(at as number)]));
  };
  return read(0);
}

/** How many sheets it takes on paper. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('Claire reads how the company is, and how sure that is, on a laptop’s first screen', async ({
  signedIn
}) => {
  const page = await signedIn('claire');
  const menu = page.getByRole('navigation', { name: 'Navigation principale' });
  await menu.getByRole('link', { name: 'Équipe', exact: true }).click();
  await expect(page).toHaveURL('/team');
  await expect(sentence(page)).toHaveText(/^Maison Bellerive/);
  const figures = page.getByRole('region', { name: 'Chiffres clés' });
  expect(plain(await figures.textContent())).toMatch(
    /EX, tous leviers \d+ sur 100 entre \d+ et \d+ · n = \d+/
  );
  expect(plain(await figures.textContent())).toMatch(/Participation \d+ % arrondie à 5 %/);
  expect(plain(await figures.textContent())).toMatch(/CX, .+ \d+ sur 100/);
  for (const seen of [sentence(page), figures, figure(page, 'Les leviers').locator('canvas')]) {
    const box = await seen.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(768);
  }
});

test('a team has the figures that were published, each with its n', async ({ signedIn, app }) => {
  const { questions, cellOf } = await lastWave(app);
  const page = await signedIn('claire', '/team?team=relation-client');
  const answers = figure(page, 'Ce que l’équipe a répondu');
  await answers.getByText('Tableau').click();
  expect(questions.length).toBeGreaterThan(0);
  for (const { id, text_fr } of questions) {
    const cell = cellOf('relation-client', id);
    const row = answers.getByRole('row', { name: text_fr });
    await expect(row.getByRole('cell').nth(3)).toHaveText(cell ? String(cell.n) : '–');
    await expect(row.getByRole('cell').nth(1)).toHaveText(cell ? /^\d+$/ : FEW);
  }
});

test('a withheld figure is said in words and drawn, and is nowhere in what the page is given', async ({
  signedIn,
  app
}) => {
  const { slug, question } = await withheld(app);
  const page = await signedIn('claire', `/team?team=${slug}`);
  const answers = figure(page, 'Ce que l’équipe a répondu');
  await answers.getByText('Tableau').click();
  const row = answers.getByRole('row', { name: question.text_fr });
  await expect(row.getByRole('cell').nth(1)).toHaveText(FEW);
  expect((await row.getByRole('cell').allTextContents()).slice(2)).toEqual(Array(7).fill('–'));

  const { report } = (await dataOf(page, `/team?team=${slug}`)) as {
    report: { measures: unknown[]; answers: Record<string, unknown>[] };
  };
  const measure = report.answers.find(({ question: of }) => (of as { id: string }).id === question.id);
  expect(measure).toMatchObject({ score: null, answers: null });
  expect(Object.keys(measure ?? {}).sort()).toEqual(['answers', 'company', 'question', 'score', 'wave']);
  expect(report.measures).toEqual([]);

  const file = await page.request.get(`/team/figures.csv?team=${slug}`);
  const rows = parse(await file.text(), { delimiter: ';', columns: true, bom: true }) as Record<
    string,
    string
  >[];
  const { wave } = await lastWave(app);
  const line = rows.find((each) => each.Vague === wave.name && each.Question === question.text_fr);
  expect(line).toMatchObject({ n: '', Score: '', 'Borne basse à 95 %': '', 'Borne haute à 95 %': '' });
});

test('Youssef sees the West and below, and can NOT open Strasbourg or the company', async ({ signedIn }) => {
  const page = await signedIn('youssef', '/team');
  await expect(sentence(page)).toHaveText(/^L’équipe Ouest/);
  const choices = page.getByRole('combobox', { name: 'Équipe' }).getByRole('option');
  expect((await choices.allTextContents()).map((name) => name.trim())).toEqual([
    'Ouest',
    'Bordeaux',
    'Nantes',
    'Rennes'
  ]);
  await page.getByRole('combobox', { name: 'Équipe' }).selectOption({ label: '\u2003Nantes' });
  await expect(page).toHaveURL('/team?team=nantes');
  await expect(sentence(page)).toHaveText(/^L’équipe Nantes/);

  for (const slug of ['strasbourg', 'bellerive']) {
    expect((await page.request.get(`/team/figures.csv?team=${slug}`)).status()).toBe(403);
    expect((await page.goto(`/team?team=${slug}`))?.status()).toBe(403);
    await expect(page.getByText('une équipe qui n’est pas la vôtre')).toBeVisible();
  }
  expect((await page.goto('/team?team=atlantis'))?.status()).toBe(404);
  await expect(page.getByText('Cette équipe n’existe pas')).toBeVisible();
});

/** The customers of a team and those below it in the months that a page compares, by what the database adds up. */
async function customersOf({ service }: RunningApp, slugs: string[]): Promise<number> {
  const { data: teams } = await service.from('teams').select('id, slug').in('slug', slugs).throwOnError();
  const month = (back: number) => {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + back, 1)).toISOString().slice(0, 10);
  };
  const { data } = await service
    .rpc('symmetry_months', { since: month(-6), until: month(-1), in_teams: teams.map(({ id }) => id) })
    .throwOnError();
  const { cx } = data as { cx: Record<string, [string, ...number[]][]> };
  const ratings = Object.values(cx).flatMap((months) => months.map((sums) => sums[4] ?? 0));
  return ratings.reduce((sum, rated) => sum + rated, 0);
}

test('Youssef sees both sides of the West in whole months, Léa those of Strasbourg alone', async ({
  browser,
  signedIn,
  app
}) => {
  const lea = await openPage(browser, { baseURL: app.url, locale: 'fr-FR' });
  await signIn(lea, 'lea', app.url, null);
  const youssef = await signedIn('youssef', null);
  for (const [page, teams, others] of [
    [youssef, ['ouest', 'nantes', 'rennes', 'bordeaux'], 'strasbourg'],
    [lea, ['strasbourg'], 'nantes']
  ] as const) {
    await page.goto('/team');
    const sides = page.getByRole('region', { name: 'Clients et équipe face à face' });
    const told = plain(await sides.textContent());
    expect(told).toMatch(/EX · .+ \d+ sur 100 entre \d+ et \d+ · n = \d+/);
    expect(told).toMatch(/Symétrie \d+ sur 100 entre \d+ et \d+/);
    expect(told).toMatch(/Écart CX − EX [+−]?[\d,]+ points?/);
    expect(told).toMatch(
      /(Bien des deux côtés|tient pour|Les clients passent|À relever|Indéterminé).*Seuils/
    );
    expect(told).toContain(`n = ${await customersOf(app, [...teams])}`);
    const curve = sides.getByRole('figure', { name: 'Les deux côtés, trimestre par trimestre' });
    await curve.getByText('Tableau').click();
    expect(await curve.getByRole('row').count()).toBeGreaterThan(4);
    expect(JSON.stringify(await dataOf(page, '/team'))).not.toContain(others);
  }
  await lea.close();
});

test('both sides of an earlier wave end with it, and say of which months they are', async ({
  signedIn,
  app
}) => {
  const { data: waves } = await app.service
    .from('waves')
    .select('id, closes_at')
    .eq('status', 'published')
    .order('closes_at')
    .throwOnError();
  const page = await signedIn('claire', null);
  const heading = page.getByRole('heading', { name: 'Clients et équipe face à face' });
  const monthOf = (moment: Date) =>
    new Intl.DateTimeFormat('fr-FR', { month: 'short', year: 'numeric', timeZone: 'Europe/Paris' }).format(
      moment
    );
  const now = new Date();
  await page.goto('/team');
  await expect(heading).toContainText(monthOf(new Date(now.getFullYear(), now.getMonth() - 1, 15)));
  await page.goto(`/team?wave=${waves[0]!.id}`);
  await expect(heading).toContainText(monthOf(new Date(waves[0]!.closes_at)));
});

test('an earlier wave stands as it stood', async ({ signedIn, app }) => {
  const page = await signedIn('claire', null);
  const { data: waves } = await app.service
    .from('waves')
    .select('id, name')
    .eq('status', 'published')
    .order('closes_at')
    .throwOnError();
  const first = waves[0]!;
  await page.goto('/team');
  await page.getByRole('combobox', { name: 'Vague' }).selectOption(first.id);
  await expect(page).toHaveURL(`/team?wave=${first.id}`);
  await expect(sentence(page)).toHaveText(/sur 100, premières mesures/);
  await expect(page.getByText(`${first.name}, close le`)).toBeVisible();
  await page.goto('/team?wave=never');
  await expect(page.getByRole('combobox', { name: 'Vague' })).toHaveValue(waves.at(-1)!.id);
});

test('all figures are one file, each chart a table and a picture', async ({ signedIn, app }) => {
  const page = await signedIn('youssef', '/team?team=nantes');
  const [all] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tous les chiffres (CSV)' }).click()
  ]);
  expect(all.suggestedFilename()).toMatch(/^chiffres-du-pouls_nantes_\d{4}-\d{2}-\d{2}\.csv$/);
  const rows = parse(await readFile(await all.path(), 'utf8'), {
    delimiter: ';',
    columns: true,
    bom: true
  }) as Record<string, string>[];
  const { data: team } = await app.service
    .from('teams')
    .select('id')
    .eq('slug', 'nantes')
    .single()
    .throwOnError();
  const { data: cells } = await app.service.from('cells').select('n').eq('team_id', team.id).throwOnError();
  const measured = rows.filter(({ Question, n }) => Question !== '' && n !== '');
  expect(measured.map(({ n }) => Number(n)).sort()).toEqual(cells.map(({ n }) => n).sort());
  expect(rows.some(({ Question, n }) => Question !== '' && n === '')).toBe(true);

  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Les leviers.*CSV/ }).click()
  ]);
  expect((await readFile(await csv.path(), 'utf8')).split('\r\n')[0]).toMatch(
    /^\ufeffLevier;Score sur 100;Borne basse à 95 %;Borne haute à 95 %;n;Changement;Entreprise;/
  );
  for (const name of [
    /Les leviers.*PNG/,
    /De vague en vague.*PNG/,
    /Ce que l’équipe a répondu.*PNG/,
    /Recomm.*PNG/
  ]) {
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click()
    ]);
    const bytes = await readFile(await png.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(2400);
    // A slide, or more where what is written above leaves the drawing too little.
    expect(bytes.readUInt32BE(20)).toBeGreaterThanOrEqual(1260);
  }
});

test('the page is one sheet of paper, whatever the team', async ({ signedIn }) => {
  const page = await signedIn('claire', null);
  for (const slug of ['bellerive', 'nantes', 'dijon', 'siege']) {
    await page.goto(`/team?team=${slug}`);
    await expect(figure(page, 'Les leviers').locator('canvas')).toHaveAttribute('width', /\d+/);
    expect(await sheets(page), slug).toBe(1);
  }
});

test('Inès sees what her team said and what came of it, on the same rule, and no manager’s page', async ({
  browser,
  signedIn,
  app
}) => {
  const manager = await openPage(browser, { baseURL: app.url, locale: 'fr-FR' });
  await signIn(manager, 'youssef', app.url, '/team?team=nantes');
  await manager.getByText('Noter une action').click();
  await manager.getByLabel('Ce qui a été décidé').fill('Un banc dans la réserve');
  await manager.getByRole('button', { name: 'Noter', exact: true }).click();
  await expect(
    manager.getByRole('listitem').filter({ hasText: 'Un banc dans la réserve' }).first()
  ).toBeVisible();
  await manager.close();

  const page = await signedIn('ines', '/pulse');
  await expect(sentence(page)).toHaveText(/^L’équipe Nantes/);
  await expect(page.getByRole('link', { name: 'Répondre' })).toHaveAttribute(
    'href',
    /^\/pulse\/[0-9a-f-]{36}$/
  );
  await figure(page, 'Les leviers').getByText('Tableau').click();
  await expect(figure(page, 'Les leviers').getByRole('row', { name: 'Autonomie' })).toContainText(
    /\d+|Trop peu/
  );
  await expect(page.getByText('Un banc dans la réserve')).toBeVisible();
  await expect(page.getByRole('button', { name: /Noter|Retirer|Rouvrir/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Ce qui vous protège' })).toBeVisible();
  await expect(page.getByRole('link', { name: /page détaillée/ })).toHaveCount(0);
  expect((await page.goto('/team'))?.status()).toBe(403);
  expect((await page.request.get('/team/figures.csv?team=nantes')).status()).toBe(403);
});

test('without scripts the tables are the charts, and a button shows the team', async ({ browser, app }) => {
  const context = await browser.newContext({ baseURL: app.url, locale: 'fr-FR', javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'claire', app.url, '/team');
  await expect(page.getByRole('table', { name: 'Les leviers' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Équipe' }).selectOption({ label: '\u2003\u2003Nantes' });
  await page.getByRole('button', { name: 'Afficher' }).click();
  await expect(sentence(page)).toHaveText(/^L’équipe Nantes/);
  await context.close();
});

for (const [language, theme, words] of [
  ['fr', 'light', /^L’équipe Nantes/],
  ['en', 'dark', /^The Nantes team/]
] as const) {
  test(`the page of a team and the pulse speak ${language} and are accessible, ${theme}`, async ({
    signedIn,
    app
  }) => {
    const page = await signedIn('youssef', null);
    await page.context().addCookies([
      { name: 'language', value: language, url: app.url },
      { name: 'theme', value: theme, url: app.url }
    ]);
    for (const address of ['/team?team=nantes', '/pulse']) {
      await page.goto(address);
      if (address.startsWith('/team')) await expect(sentence(page)).toHaveText(words);
      for (const table of await page
        .getByText(/^(Tableau|Table|Comment lire ces chiffres|How to read these figures)$/)
        .all())
        await table.click();
      expect((await new AxeBuilder({ page }).analyze()).violations, address).toEqual([]);
    }
  });
}
