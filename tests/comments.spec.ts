import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createClient } from '@supabase/supabase-js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import WebSocket from 'ws';
import { CAST, DEMO_PASSWORD } from '../src/lib/demo/company';
import { close } from '../src/lib/pulse/closing.server';
import type { Database } from '../src/lib/server/database.types';
import { throughDoor } from '../src/lib/server/embedded/door';
import type { Secrets } from '../src/lib/server/embedded/engine';
import type { Client } from '../src/lib/server/supabase';
import { alone, elsewhere, expect, signIn, type RunningApp } from './support/app';

const HOUR = 3600 * 1000;

const test = alone().extend<object, { waves: { read: string; long: string } }>({
  waves: [
    async ({ app }, use) => {
      const long = await publish(app, 'Longue vague', 20 * 24, {
        nantes: Array.from({ length: 10 }, (_, i) => `Nantes, mot numéro ${i}.`),
        bordeaux: Array.from({ length: 10 }, (_, i) => `Bordeaux, mot numéro ${i}.`),
        lyon: Array.from({ length: 10 }, (_, i) => `Lyon, mot numéro ${i}.`),
        marseille: Array.from({ length: 10 }, (_, i) => `Marseille, mot numéro ${i}.`),
        'e-commerce': Array.from({ length: 10 }, (_, i) => `E-commerce, mot numéro ${i}.`)
      });
      const read = await publish(app, 'Vague à lire', 2 * 24, {
        nantes: [
          'Boussole : on sait enfin où on va.',
          'Tamis : seule au rayon tapis depuis mars, je trie tout.',
          'Chaudron : deux en caisse le samedi, c’est intenable.',
          'Lanterne : les plannings arrivent à temps.',
          'Sablier : la ressaisie du matin use.',
          'Éventail : la salle de pause change tout.',
          'Grelot : demandez donc aux vendeurs.'
        ],
        strasbourg: ['Soufflet : le chauffage de la réserve est en panne.'],
        'relation-client': ['Cornemuse : le plateau est trop bruyant.']
      });
      await use({ read, long });
    },
    { scope: 'worker', timeout: 60_000 }
  ]
});

/** A wave of the past that everybody answered, and that said these words; returns its id. */
async function publish(
  { service }: RunningApp,
  name: string,
  hoursAgo: number,
  said: Record<string, string[]>
): Promise<string> {
  const closed = Date.now() - hoursAgo * HOUR;
  const at = (hoursBefore: number) => new Date(closed - hoursBefore * HOUR).toISOString();
  const { data: wave } = await service
    .from('waves')
    .insert({ name, opens_at: at(48), closes_at: at(0) })
    .select('id')
    .single()
    .throwOnError();
  const { data: questions } = await service
    .from('questions')
    .select('id')
    .in('slug', ['rhythm', 'respect'])
    .throwOnError();
  await service
    .from('wave_questions')
    .insert(questions.map(({ id }, position) => ({ wave_id: wave.id, question_id: id, position })))
    .throwOnError();
  await service.rpc('launch_wave', { wave: wave.id, at: at(48) }).throwOnError();
  const { data: people } = await service
    .from('people')
    .select('id, teams!people_team_id_fkey(slug)')
    .is('left_on', null)
    .lte('joined_on', at(48 + 31 * 24))
    .throwOnError();
  const left = structuredClone(said);
  const batch = people.map(({ id, teams }) => ({
    person_id: id,
    answers: Object.fromEntries(questions.map((question) => [question.id, 4])),
    comment: left[teams?.slug ?? '']?.shift() ?? null
  }));
  await service.rpc('store_answers', { wave: wave.id, batch, at: at(24) }).throwOnError();
  await close(service, wave.id, new Date(closed + HOUR));
  return wave.id;
}

const clients = new Map<string, Promise<Client>>();

/** What a character is given by the API itself, whatever the pages show; they sign in once. */
function apiAs({ dataDir }: RunningApp, who: keyof typeof CAST): Promise<Client> {
  const key = `${dataDir} ${who}`;
  const client = clients.get(key) ?? signInToApi(dataDir, who);
  clients.set(key, client);
  return client;
}

async function signInToApi(dataDir: string, who: keyof typeof CAST): Promise<Client> {
  const secrets = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8')) as Secrets;
  const client = createClient<Database>('http://embedded.supabase', secrets.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: throughDoor(dataDir) },
    realtime: { transport: WebSocket as never }
  });
  const { error } = await client.auth.signInWithPassword({
    email: CAST[who].email,
    password: DEMO_PASSWORD
  });
  if (error) throw error;
  return client;
}

/** The texts a character may read of a wave, and where they stand. */
async function readable(app: RunningApp, who: keyof typeof CAST, wave: string) {
  const client = await apiAs(app, who);
  const { data } = await client.from('comments').select('text, status').eq('wave_id', wave).throwOnError();
  return data;
}

/** Hélène opens the comments of a wave. */
async function read(page: Page, app: RunningApp, wave: string): Promise<void> {
  await signIn(page, 'helene', app.url, `/comments?wave=${wave}`);
}

const cards = (page: Page) => page.getByRole('article');
const card = (page: Page, text: string) => cards(page).filter({ hasText: text });
const told = (page: Page) => page.getByRole('main').getByRole('status').last();
const idsOn = (page: Page) => cards(page).evaluateAll((all) => all.map(({ id }) => id));
const waiting = async (page: Page) =>
  Number.parseInt(await page.getByRole('heading', { level: 1 }).innerText());

test.describe('a moderator', () => {
  test('reads what teams wrote, by cell, without a date, an author or a sentiment', async ({
    page,
    app,
    waves
  }) => {
    await read(page, app, waves.read);
    const nantes = page.getByRole('region', { name: /^Nantes/ });
    await expect(nantes.getByRole('article')).toHaveCount(7);
    await expect(nantes.getByRole('heading')).toContainText('au moins 10 personnes');
    await expect(cards(page)).toHaveCount(8);
    await expect(page.locator('main time')).toHaveCount(0);
    await expect(page.getByRole('main')).not.toContainText(/positif|négatif/i);
  });

  test('does not see those of their own team, which another moderator does', async ({ page, app, waves }) => {
    await read(page, app, waves.read);
    await expect(card(page, 'Soufflet')).toHaveCount(1);
    await expect(card(page, 'Cornemuse')).toHaveCount(0);
    await expect(page.getByRole('complementary')).toContainText('Ceux de votre équipe, Relation client');
    expect((await readable(app, 'helene', waves.read)).map(({ text }) => text).join()).not.toContain(
      'Cornemuse'
    );

    const role = (role: 'manager' | 'moderator') =>
      app.service.from('people').update({ role }).eq('email', CAST.lea.email).throwOnError();
    await role('moderator');
    const others = await readable(app, 'lea', waves.read);
    await role('manager');
    expect(others.map(({ text }) => text).join()).toContain('Cornemuse');
  });

  test('releases one, which its managers then read, and takes it back', async ({ page, app, waves }) => {
    await read(page, app, waves.read);
    const before = await waiting(page);
    await card(page, 'Boussole').getByRole('button', { name: 'Transmettre', exact: true }).click();
    await expect(told(page)).toContainText('Transmis');
    await expect(card(page, 'Boussole')).toHaveCount(0);
    expect(await waiting(page)).toBe(before - 1);
    const mine = { text: 'Boussole : on sait enfin où on va.', status: 'released' };
    expect(await readable(app, 'youssef', waves.read)).toContainEqual(mine);
    expect(await readable(app, 'claire', waves.read)).toContainEqual(mine);
    expect(await readable(app, 'lea', waves.read)).not.toContainEqual(mine);
    expect(await readable(app, 'ines', waves.read)).toEqual([]);

    await page.getByRole('button', { name: 'Annuler' }).click();
    await expect(told(page)).toContainText('Retenu');
    expect(await readable(app, 'youssef', waves.read)).not.toContainEqual(mine);
  });

  test('takes out what would give the author away, with what is found told as they type', async ({
    page,
    app,
    waves
  }) => {
    await read(page, app, waves.read);
    const tamis = card(page, 'Tamis');
    await tamis.getByText('Modifier').click();
    const area = tamis.getByRole('textbox', { name: 'Ce qui sera lu' });
    await expect(area).toBeFocused();
    await expect(tamis.getByRole('button', { name: 'Transmettre', exact: true })).toBeHidden();
    await area.fill('Tamis : voyez Mme Dupont, 06 12 34 56 78.');
    await expect(tamis.getByRole('status')).toContainText('un nom et un numéro de téléphone');
    await area.fill('Tamis : je trie tout.');
    await expect(tamis.getByRole('status')).toContainText('Rien d’autre n’est repéré');
    await tamis.getByRole('button', { name: 'Transmettre cette version' }).click();
    await expect(told(page)).toContainText('Transmis dans votre version');
    const texts = (await readable(app, 'youssef', waves.read)).map(({ text }) => text);
    expect(texts).toContain('Tamis : je trie tout.');
    expect(texts.join()).not.toContain('seule au rayon');
  });

  test('cannot release an empty edit, which would be the original', async ({ page, app, waves }) => {
    await read(page, app, waves.read);
    const id = (await card(page, 'Sablier').getAttribute('id'))?.replace('c-', '') ?? '';
    const answer = await page.request.post('/comments?/release', {
      form: { id, edited: ' \n ' },
      headers: { origin: app.url, accept: 'text/html' }
    });
    expect(answer.status()).toBe(400);
    expect(await answer.text()).toContain('Il ne reste rien à transmettre');
    expect((await readable(app, 'youssef', waves.read)).map(({ text }) => text).join()).not.toContain(
      'Sablier'
    );
  });

  test('does it all with the keyboard, and undoing never releases what nobody read', async ({
    page,
    app,
    waves
  }) => {
    await read(page, app, waves.read);
    await expect(async () => {
      await page.keyboard.press('?');
      await expect(page.getByText('commentaire suivant')).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.keyboard.press('?');
    await page.keyboard.press('j');
    await expect(cards(page).first()).toBeFocused();
    await page.keyboard.press('j');
    await expect(cards(page).nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await expect(cards(page).first()).toBeFocused();

    await card(page, 'Lanterne').focus();
    await page.keyboard.press('e');
    await expect(page.getByRole('textbox', { name: 'Ce qui sera lu' })).toBeFocused();
    await page.keyboard.type('aehju');
    await page.keyboard.press('Escape');
    await expect(card(page, 'Lanterne')).toBeFocused();

    await page.keyboard.press('h');
    await expect(told(page)).toContainText('Retenu');
    await expect(card(page, 'Lanterne')).toHaveCount(0);
    await page.keyboard.press('u');
    await expect(page).toHaveURL(/status=withheld/);
    await expect(card(page, 'Lanterne')).toBeFocused();
    const mine = { text: 'Lanterne : les plannings arrivent à temps.', status: 'released' };
    expect(await readable(app, 'youssef', waves.read)).not.toContainEqual(mine);

    await page.keyboard.press('a');
    await expect(told(page)).toContainText('Transmis');
    expect(await readable(app, 'youssef', waves.read)).toContainEqual(mine);
    await page.keyboard.press('u');
    await expect.poll(() => readable(app, 'youssef', waves.read)).not.toContainEqual(mine);
    await expect(card(page, 'Lanterne')).toHaveCount(1);
  });

  test('can turn the keys off', async ({ page, app, waves }) => {
    await read(page, app, waves.read);
    await page.getByText('Au clavier').click();
    await page.getByRole('checkbox', { name: 'Ces touches agissent' }).uncheck();
    await page.reload();
    await page.getByText('Au clavier').click();
    await expect(page.getByRole('checkbox', { name: 'Ces touches agissent' })).not.toBeChecked();
    await card(page, 'Éventail').focus();
    await page.keyboard.press('h');
    await expect(card(page, 'Éventail')).toBeFocused();
    await expect(told(page)).toBeEmpty();
  });

  test('needs no scripts', async ({ app, browser, waves }) => {
    const page = await elsewhere(browser, app, 'helene', {
      at: `/comments?wave=${waves.read}`,
      javaScriptEnabled: false
    });
    await expect(page.getByText('Au clavier')).toBeHidden();
    const chaudron = card(page, 'Chaudron');
    await chaudron.getByText('Modifier').click();
    await chaudron.getByRole('textbox').fill('Chaudron : le samedi est intenable.');
    await chaudron.getByRole('button', { name: 'Transmettre cette version' }).click();
    await expect(told(page)).toContainText('Transmis dans votre version');
    const mine = { text: 'Chaudron : le samedi est intenable.', status: 'released' };
    expect(await readable(app, 'youssef', waves.read)).toContainEqual(mine);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await expect(told(page)).toContainText('Retenu');
    expect(await readable(app, 'youssef', waves.read)).not.toContainEqual(mine);

    await page.getByRole('link', { name: /^Retenus/ }).click();
    await card(page, 'Chaudron').getByRole('button', { name: 'Transmettre', exact: true }).click();
    await expect(told(page)).toContainText('Transmis');
    await page.getByRole('link', { name: /^Transmis/ }).click();
    await card(page, 'Chaudron').getByRole('button', { name: 'Retenir' }).click();
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(await readable(app, 'youssef', waves.read)).toContainEqual(mine);
    await page.context().close();
  });

  test('is told when a comment is gone', async ({ page, app }) => {
    await signIn(page, 'helene', app.url, null);
    const answer = await page.request.post('/comments?/release', {
      form: { id: '00000000-0000-4000-8000-000000000000' },
      headers: { origin: app.url, accept: 'text/html' }
    });
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain('n’existe plus');
  });

  test('reads every comment of a long wave once, page by page, there and back', async ({
    page,
    app,
    waves
  }) => {
    await read(page, app, waves.long);
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
    while (await turn('Suivants'));
    expect(pages.map((ids) => ids.length)).toEqual([20, 20, 10]);
    expect(new Set(pages.flat()).size).toBe(50);
    for (const earlier of pages.slice(0, -1).reverse()) {
      expect(await turn('Précédents')).toBe(true);
      await expect.poll(() => idsOn(page)).toEqual(earlier);
    }
    await expect(page.getByRole('link', { name: 'Précédents' })).toHaveCount(0);
  });

  test('gets the list for an address that makes no sense', async ({ page, app, waves }) => {
    await read(page, app, waves.long);
    const plain = await idsOn(page);
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const address of ['after=garbage', 'status=secret', `before=${nobody}_${nobody}`, 'from=%00']) {
      const answer = await page.goto(`/comments?wave=${waves.long}&${address}`);
      expect(answer?.status(), address).toBe(200);
      expect(await idsOn(page), address).toEqual(plain);
    }
  });
});

test('a manager never reads what waits, nor what another region wrote', async ({ page, app, waves }) => {
  await read(page, app, waves.read);
  await card(page, 'Soufflet').getByRole('button', { name: 'Transmettre', exact: true }).click();
  await expect(told(page)).toContainText('Transmis');
  const soufflet = { text: 'Soufflet : le chauffage de la réserve est en panne.', status: 'released' };
  expect(await readable(app, 'claire', waves.read)).toContainEqual(soufflet);
  const youssef = await readable(app, 'youssef', waves.read);
  expect(youssef).not.toContainEqual(soufflet);
  expect(youssef.filter(({ status }) => status !== 'released')).toEqual([]);
});

for (const who of ['thomas', 'claire', 'youssef', 'ines'] as const) {
  test(`${CAST[who].name}, who is no moderator, gets 403 and changes nothing`, async ({
    page,
    app,
    waves
  }) => {
    await signIn(page, who, app.url, null);
    const answer = await page.goto('/comments');
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { name: 'Accès refusé' })).toBeVisible();
    const helene = await apiAs(app, 'helene');
    const { data: some } = await helene
      .from('comments')
      .select('id, status')
      .eq('wave_id', waves.long)
      .limit(1)
      .single()
      .throwOnError();
    for (const act of ['release', 'withhold']) {
      const forged = await page.request.post(`/comments?/${act}`, {
        form: { id: some.id },
        headers: { origin: app.url }
      });
      expect(forged.status(), act).toBe(403);
    }
    const theirs = await apiAs(app, who);
    expect((await theirs.rpc('release_comment', { comment: some.id })).error?.code).toBe('PT403');
    const { data: after } = await helene.from('comments').select('status').eq('id', some.id).single();
    expect(after?.status).toBe(some.status);
  });
}

test('fits a phone', async ({ page, app, waves }) => {
  await signIn(page, 'helene', app.url, null);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/comments?wave=${waves.long}`);
  await expect(cards(page).first()).toBeInViewport();
  await cards(page).first().getByText('Modifier').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

for (const [locale, colorScheme, edit, withhold] of [
  ['fr-FR', 'light', 'Modifier', 'Retenir'],
  ['en-GB', 'dark', 'Edit', 'Withhold']
] as const) {
  test(`can be read by everyone, in ${locale}, ${colorScheme}`, async ({ app, browser, waves }) => {
    const page = await elsewhere(browser, app, 'helene', {
      at: `/comments?wave=${waves.long}`,
      locale,
      colorScheme
    });
    const first = cards(page).first();
    await first.getByText(edit, { exact: true }).click();
    await first.getByRole('textbox').fill('Mme Dupont, 06 12 34 56 78.');
    await expect(first.getByRole('status')).toContainText(/téléphone|phone/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.locator('#keys summary').click();
    await cards(page).nth(1).getByRole('button', { name: withhold }).click();
    await expect(told(page)).not.toBeEmpty();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto('/comments?status=released');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.context().close();
  });
}
