import type { Page } from '@playwright/test';
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
