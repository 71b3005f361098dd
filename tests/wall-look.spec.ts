import type { Page } from '@playwright/test';
import type { Fact } from '../src/lib/pulse/results/facts';
import type { WallEvent } from '../src/lib/wall/events';
import { expect, test } from './support/app';
import { cardOf, opening, openPlayer, tell } from './support/wall-player';

const LONG = cardOf(
  'Nous attendions cette table depuis trois mois et elle est arrivée un mardi matin, montée sans un mot de travers. '.repeat(
    5
  )
);
const WORD = cardOf(`Mot ${'x'.repeat(120)}`);

/** How far text goes over the sides of the window, and below its foot, in CSS pixels; negative where it does not. */
function overflow(page: Page): Promise<{ aside: number; below: number }> {
  return page.evaluate(() => {
    const boxes = [
      ...document.querySelectorAll('.scene:not(.leaves), footer, .name, .freshness time')
    ].flatMap((element) => {
      const text = document.createRange();
      text.selectNodeContents(element);
      return [...text.getClientRects()].filter(({ width }) => width > 1);
    });
    const rights = boxes.map(({ right }) => right - innerWidth);
    const lefts = boxes.map(({ left }) => -left);
    return {
      aside: Math.max(document.documentElement.scrollWidth - innerWidth, ...rights, ...lefts),
      below: Math.max(...boxes.map(({ bottom }) => bottom - innerHeight))
    };
  });
}

test.describe('the look of the wall', () => {
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
    [1080, 1920],
    [390, 844]
  ] as const) {
    test(`fits on a screen of ${width} by ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openPlayer(page);
      for (const card of [LONG, WORD]) {
        await tell(page, ...opening([card]));
        const { aside, below } = await overflow(page);
        expect(aside).toBeLessThanOrEqual(0);
        // A telephone scrolls.
        if (width > 640) expect(below).toBeLessThanOrEqual(0);
      }
    });
  }

  for (const orientation of ['left', 'right', 'half'] as const) {
    test(`fits on a screen that hangs turned, and does not know it: ${orientation}`, async ({ page }) => {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await openPlayer(page);
      await tell(page, ...opening([LONG], { orientation, distance: 8 }));
      const pages = Number((await page.locator('.turns').textContent())?.split('/')[1]);
      expect(pages).toBeGreaterThan(1);
      for (let at = 1; at <= pages; at += 1) {
        const { aside, below } = await overflow(page);
        expect(aside).toBeLessThanOrEqual(0);
        expect(below).toBeLessThanOrEqual(0);
        const [scene, room] = await page.evaluate(() =>
          ['.scene', 'main'].map((each) => (document.querySelector(each) as HTMLElement).offsetHeight)
        );
        expect(scene).toBeLessThanOrEqual((room as number) + 1);
        await page.keyboard.press('ArrowRight');
      }
    });
  }

  test('is all on one scrolling page on a telephone, answer included', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openPlayer(page);
    const answer = 'Chaque client est rappelé sous 24 h.';
    await tell(page, ...opening([cardOf(LONG.text, { sentiment: 'negative', answer })]));
    await expect(page.getByRole('blockquote')).toContainText(LONG.text.trim().slice(-60));
    await expect(page.getByText(answer)).toBeVisible();
    await expect(page.locator('.turns')).toBeHidden();
  });
});

const DAY = new Date().toISOString().slice(0, 10);
const STATEMENT = 'Je peux décider seul de ce qu’il faut faire pour qu’un client reparte satisfait.';
const score = { value: 68, low: 64, high: 72, n: 1154 };
const FACT: Fact = {
  id: 'question',
  kind: 'question',
  days: [DAY, DAY],
  text_fr: STATEMENT,
  text_en: STATEMENT,
  score,
  agree: score
};
const VOICES: WallEvent = { event: 'voices', data: [{ team: null, teams: [], facts: [FACT] }] };
const MIRROR = [{ scene: 'mirror', times: 1, seconds: 120 } as const];
const ANSWERED = cardOf(
  'La pièce de rechange a mis trois semaines à arriver, sans aucune nouvelle entre-temps.',
  {
    sentiment: 'neutral',
    answer:
      'Les pièces détachées partent désormais le jour même de l’atelier, et chaque client est rappelé sous 24 h.'
  }
);

/** What stands over something else on the wall, or over its edge, and by how many CSS pixels; empty where nothing does. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const box = (part: string) => (document.querySelector(part) as HTMLElement).getBoundingClientRect();
    const [header, main, scene, footer] = [
      box('header'),
      box('main'),
      box('.scene:not(.leaves)'),
      box('footer')
    ];
    const rights = [...document.querySelectorAll('header > *, header p > *, footer *')].map(
      (part) => part.getBoundingClientRect().right
    );
    const isAside = getComputedStyle(document.querySelector('header') as HTMLElement).position === 'absolute';
    const by = {
      'the side': Math.max(...rights) - innerWidth,
      'the header over the picture': isAside ? 0 : header.bottom - main.top,
      'the picture over the header': main.top - scene.top,
      'the picture over the share': scene.bottom - main.bottom,
      'the foot': footer.bottom - 0.95 * innerHeight
    };
    return Object.entries(by)
      .filter(([, pixels]) => pixels > 1)
      .map(([what, pixels]) => `${what}: ${pixels}`);
  });
}

for (const { width, height, diagonal, distance } of [
  { width: 1920, height: 1080, diagonal: 55, distance: 20 },
  { width: 1920, height: 1080, diagonal: 43, distance: 8 },
  { width: 1366, height: 768, diagonal: 55, distance: 5 },
  { width: 1080, height: 1920, diagonal: 43, distance: 8 }
]) {
  test(`nothing stands over anything, whatever the header says: ${width} by ${height}, ${diagonal}" at ${distance} m`, async ({
    page
  }) => {
    await page.setViewportSize({ width, height });
    await openPlayer(page);
    const settings = { diagonal, distance };
    await tell(page, ...opening([LONG], settings));
    expect(await overlaps(page)).toEqual([]);
    const news = cardOf('Un accueil parfait, et un conseil que nous n’attendions pas.', { team: 'Bordeaux' });
    const id = new Date().toISOString();
    await tell(page, { event: 'change', id, data: { card: news } } as WallEvent);
    await expect(page.locator('.news p')).toBeVisible();
    expect(await overlaps(page)).toEqual([]);
    await page.keyboard.press('Space');
    await expect(page.locator('.paused')).toBeVisible();
    expect(await overlaps(page)).toEqual([]);
    // With room for a line of the text at least.
    expect((await page.locator('.body').textContent())?.length).toBeGreaterThan(8);
    await tell(page, ...opening([ANSWERED], { ...settings, playlist: MIRROR }, [VOICES]));
    expect(await overlaps(page)).toEqual([]);
  });
}

test('from very far a statement has pages of its own and is never cut', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openPlayer(page);
  await tell(page, ...opening([], { distance: 20, playlist: MIRROR }, [VOICES]));
  await expect(page.locator('.told')).toBeVisible();
  await expect(page.locator('.about')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.about')).toContainText(STATEMENT);
  expect(await overlaps(page)).toEqual([]);
});

test('a dot stands between two things and never at the end or the beginning of a line', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPlayer(page);
  const team = 'Service après-vente Grand Ouest';
  await tell(page, ...opening([cardOf('Rien à redire.', { team })]));
  const lines = await page.locator('.context').evaluate((list) => {
    const em = parseFloat(getComputedStyle(list).fontSize);
    const seen = list.getBoundingClientRect().left + 1.15 * em;
    const items = [...list.children].filter((item) => !(item as HTMLElement).hidden);
    return items.map((item, at) => {
      const { left, top } = item.getBoundingClientRect();
      const before = items[at - 1]?.getBoundingClientRect();
      const isFirst = !before || before.top < top - 2;
      const dot = left + 0.45 * em;
      return { isFirst, isSeen: dot + 0.3 * em > seen };
    });
  });
  expect(lines.filter(({ isFirst }) => isFirst).length).toBeGreaterThan(1);
  for (const { isFirst, isSeen } of lines) expect(isSeen).toBe(!isFirst);
  await expect(page.locator('.context')).toHaveCSS('clip-path', /inset/);
});

test('the share is said in words on one line where they fit, and in figures where they do not', async ({
  page
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openPlayer(page);
  const words = ['63 % positifs', '18 % neutres', '19 % négatifs'];
  const isOneLine = () =>
    page
      .locator('.share-figures')
      .evaluate((line) => line.clientHeight < 1.5 * parseFloat(getComputedStyle(line).fontSize));
  for (const playlist of [undefined, MIRROR]) {
    await tell(page, ...opening([LONG], playlist ? { playlist } : {}, [VOICES]));
    for (const said of words) await expect(page.locator('footer').getByText(said)).toBeVisible();
    await expect(page.locator('footer').getByText(/340/).first()).toBeVisible();
    expect(await isOneLine()).toBe(true);
  }
  await tell(page, ...opening([LONG], { distance: 20 }));
  await expect(page.locator('footer').getByText(words[1] as string)).toBeHidden();
  expect(await isOneLine()).toBe(true);
});

test('where there is no fading, the picture before is gone when the next is there', async ({ page }) => {
  await openPlayer(page);
  await tell(page, ...opening([]));
  await tell(page, ...opening([LONG]));
  expect(
    await page
      .locator('.scene')
      .evaluateAll((all) => all.filter((each) => each.getClientRects().length > 0).length)
  ).toBe(1);
});

test('a screen that speaks both languages says everything of one picture in one', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openPlayer(page);
  await tell(page, ...opening([LONG, cardOf('Parfait.')], { language: 'both' }));
  const seen = new Set<string>();
  for (let picture = 0; picture < 8 && seen.size < 2; picture += 1) {
    const language = (await page.locator('html').getAttribute('lang')) as 'fr' | 'en';
    seen.add(language);
    const [sentiment, share] = language === 'fr' ? ['Positif', 'neutres'] : ['Positive', 'neutral'];
    await expect(page.locator('.scene:not(.leaves) .context')).toContainText(sentiment as string);
    await expect(page.locator('footer')).toContainText(share as string);
    expect(await overlaps(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
  }
  expect([...seen].sort()).toEqual(['en', 'fr']);
});

test('the code of a new screen fits on a telephone, with its square', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/wall/stream*', (route) => route.fulfill({ status: 401 }));
  await page.route('**/wall/pairing', (route) =>
    route.fulfill({
      json: {
        code: 'WMWM-WMWM',
        expiresAt: '',
        address: 'https://vis-a-vis.maison-bellerive.example/pair',
        qr: { path: 'M0 0h1v1h-1z', size: 33 }
      }
    })
  );
  await page.goto('/wall');
  for (const part of ['.code', '.qr', '.address']) {
    const box = await page.locator(part).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 390)).toBeLessThanOrEqual(390);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

for (const theme of ['light', 'dark'] as const) {
  test(`a screen that is asked who it is says its whole name, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 1080, height: 1920 });
    await openPlayer(page);
    const events = opening([LONG], { theme });
    await tell(page, ...events);
    const [screen] = events;
    const name = 'Réception-administration, écran du fond';
    if (screen?.event !== 'screen') throw new Error('An opening begins with its screen.');
    await tell(page, { ...screen, data: { ...screen.data, name, identifyAt: new Date().toISOString() } });
    const sign = page.locator('.identify');
    await expect(sign).toHaveText(name);
    expect(await sign.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
}

test('a text in another direction is isolated, with its marks hung on the side where it begins', async ({
  page
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openPlayer(page);
  await tell(page, ...opening([cardOf('الخدمة ممتازة، شكرًا!', { language: 'ar' })]));
  const quotation = page.getByRole('blockquote');
  await expect(quotation).toHaveAttribute('dir', 'rtl');
  const [mark, body] = await quotation.evaluate((element) =>
    ['.open', '.body'].map(
      (each) => (element.querySelector(each) as HTMLElement).getBoundingClientRect().left
    )
  );
  expect(mark).toBeGreaterThan(body as number);
});
