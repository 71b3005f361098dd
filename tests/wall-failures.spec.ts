import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from './support/app';
import { layCable, type Cable } from './support/proxy';
import { jumpClock, setClockWrong, WRONG_CLOCKS } from './support/rig';
import { approve, hide, line, neverReloaded, openWall, TV, whole } from './support/wall';

test.describe.configure({ timeout: 120_000 });

const OFFLINE = /^hors ligne depuis \d\d:\d\d$/;
const MINUTE = 60_000;

/** What can happen to a line, and how long a screen may take to notice, in milliseconds. */
const OUTAGES: [name: string, noticed: number, begin: (cable: Cable) => Promise<void>][] = [
  ['refuses', 10_000, (cable) => cable.set('refuse')],
  ['cuts every connection', 10_000, (cable) => cable.set('reset')],
  ['answers with an error', 10_000, (cable) => cable.set('503')],
  ['swallows everything without a word', 35_000, (cable) => cable.set('blackhole')]
];

/**
 * Turns to the next pictures, past the pages of the one on show.
 *
 * @returns the verbatims in them and in the one on show before, in order
 */
async function turnOver(page: Page, times: number): Promise<string[]> {
  const ids = await shown(page);
  const main = page.getByRole('main');
  for (let i = 0; i < times; i += 1) {
    await main.evaluate((element) => element.lastElementChild?.setAttribute('data-turned', ''));
    for (let pages = 0; pages < 12; pages += 1) {
      await page.keyboard.press('ArrowRight');
      if (await main.evaluate((element) => !element.lastElementChild?.hasAttribute('data-turned'))) break;
    }
    ids.push(...(await shown(page)));
  }
  return ids;
}

/** The verbatims in the picture on show. */
const shown = (page: Page) =>
  page.getByRole('main').evaluate(({ lastElementChild: picture }) => {
    const all = [picture, ...(picture?.querySelectorAll('[data-verbatim]') ?? [])];
    return all.map((each) => each?.getAttribute('data-verbatim') ?? '').filter(Boolean);
  });

/** What is on the screen has to be worth looking at, whatever happened. */
async function hasPicture(page: Page): Promise<void> {
  await expect(page.getByRole('main').getByRole('figure').first()).toBeVisible();
}

const approveSeveral = (app: RunningApp, ...texts: string[]) =>
  Promise.all(texts.map((text) => approve(app, `${text} ${crypto.randomUUID()}`)));

test.describe('a line that', () => {
  for (const [name, noticed, begin] of OUTAGES) {
    test(`${name}: the picture stays, the screen says so and comes back with what it missed`, async ({
      app,
      page
    }) => {
      const cable = await layCable(app.url);
      await openWall(page, `${cable.url}/wall`);
      await whole(page);
      const [before = ''] = await approveSeveral(app, 'Avant la panne');
      await turnOver(page, 1);

      await begin(cable);
      await expect(line(page)).toHaveText(OFFLINE, { timeout: noticed });
      await hasPicture(page);
      const missed = await approveSeveral(app, 'Pendant la panne, un', 'Pendant la panne, deux');
      await hide(app, before);

      await cable.plug();
      await expect(line(page)).toHaveText('en direct', { timeout: 15_000 });
      const after = await turnOver(page, 25);
      expect(after).toEqual(expect.arrayContaining(missed));
      expect(after).not.toContain(before);
      expect(new Set(after).size).toBe(after.length);
      await neverReloaded(page);
      await cable.dispose();
    });
  }

  test('fails for a moment: nothing is lost, and nobody reloads anything', async ({ app, page }) => {
    const cable = await layCable(app.url);
    await openWall(page, `${cable.url}/wall`);
    await cable.set('503');
    const [missed = ''] = await approveSeveral(app, 'Pendant un instant');
    await cable.plug();
    await expect.poll(() => turnOver(page, 1), { timeout: 20_000 }).toContain(missed);
    await expect(line(page)).toHaveText('en direct');
    await neverReloaded(page);
    await cable.dispose();
  });

  test('is slow shows the wall, and stays live', async ({ app, page }) => {
    const cable = await layCable(app.url);
    await cable.set({ kind: 'slow', bytesPerSecond: 25_000, delay: 300 });
    await page.setViewportSize(TV);
    await page.goto(`${cable.url}/wall`, { timeout: 60_000 });
    await expect(line(page)).toHaveText('en direct', { timeout: 40_000 });
    await hasPicture(page);
    await cable.set({ kind: 'slow', bytesPerSecond: 2_000, delay: 1_000 });
    const [slow = ''] = await approveSeveral(app, 'Arrivé lentement');
    await expect.poll(() => turnOver(page, 1), { timeout: 30_000 }).toContain(slow);
    await expect(line(page)).toHaveText('en direct');
    await cable.dispose();
  });
});

test('a server that was away for a while: the picture stays, and it all goes on by itself', async ({
  app,
  page
}) => {
  await openWall(page);
  await whole(page);
  await app.stop();
  await expect(line(page)).toHaveText(OFFLINE);
  await hasPicture(page);
  await turnOver(page, 3);
  await hasPicture(page);
  await app.start();
  const [first = ''] = await approveSeveral(app, 'Après le retour');
  await expect(line(page)).toHaveText('en direct', { timeout: 15_000 });
  const after = await turnOver(page, 25);
  expect(after).toContain(first);
  expect(new Set(after).size).toBe(after.length);
  await neverReloaded(page);
});

test.describe('a device whose clock', () => {
  const clock = (page: Page) => page.getByRole('banner').getByRole('time');
  /** The minute it is where the company is, and the one after it. */
  const rightTimes = () =>
    [0, MINUTE].map((later) =>
      new Intl.DateTimeFormat('fr-FR', {
        timeZone: 'Europe/Paris',
        hour: '2-digit',
        minute: '2-digit'
      }).format(Date.now() + later)
    );
  const isRight = (page: Page, timeout: number) =>
    expect
      .poll(async () => rightTimes().includes((await clock(page).textContent()) ?? ''), { timeout })
      .toBe(true);

  for (const [name, ahead] of Object.entries(WRONG_CLOCKS)) {
    test(`is ${name} shows the right time, the wall and what is new`, async ({ app, page }) => {
      const faults: Error[] = [];
      page.on('pageerror', (fault) => faults.push(fault));
      await setClockWrong(page, ahead);
      await openWall(page);
      await hasPicture(page);
      await isRight(page, 15_000);
      const [news = ''] = await approveSeveral(app, 'À l’heure');
      await expect.poll(() => turnOver(page, 1), { timeout: 20_000 }).toContain(news);
      await expect(
        page
          .getByRole('main')
          .getByText(/^il y a moins d’une minute$|^à l’instant$|^maintenant$/)
          .first()
      ).toBeVisible();
      expect(faults).toEqual([]);
    });
  }

  test('jumps while it runs goes on with the wall, and is right again by itself', async ({ app, page }) => {
    await setClockWrong(page, 0);
    await openWall(page);
    for (const jump of [10 * 24 * 60 * MINUTE, -20 * 24 * 60 * MINUTE]) {
      await jumpClock(page, jump);
      const [news = ''] = await approveSeveral(app, 'Après le saut');
      await expect.poll(() => turnOver(page, 1), { timeout: 20_000 }).toContain(news);
      await hasPicture(page);
      await isRight(page, 15_000);
      await expect(line(page)).toHaveText('en direct');
    }
    await neverReloaded(page);
  });
});
