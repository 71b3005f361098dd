import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/app';
import { approve, card, hide, openWall, turn } from './support/wall';

test.describe('the look of the wall', () => {
  for (const theme of ['light', 'dark']) {
    test(`has no accessibility fault and a contrast of seven to one, ${theme}`, async ({
      page,
      context,
      app
    }) => {
      await context.addCookies([{ name: 'theme', value: theme, url: app.url }]);
      await openWall(page);
      for (const sentiment of ['Positif', 'Négatif']) {
        for (
          let i = 0;
          i < 10 && !(await card(page).getByText(sentiment, { exact: true }).isVisible());
          i += 1
        )
          await turn(page, 1);
        const { violations } = await new AxeBuilder({ page })
          .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual(
          []
        );
      }
    });
  }

  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
    [1080, 1920],
    [390, 844]
  ] as const) {
    test(`fits on a screen of ${width} by ${height}`, async ({ page, app }) => {
      const long =
        'Nous attendions cette table depuis trois mois et elle est arrivée un mardi matin, montée sans un mot de travers. '.repeat(
          5
        );
      const ids = [
        await approve(app, `${long}${width}`),
        await approve(app, `Mot ${'x'.repeat(120)} ${width}`)
      ];
      await openWall(page);
      await page.setViewportSize({ width, height });
      for (let i = 0; i < 12; i += 1) {
        await turn(page, 1);
        const found = await page.evaluate(() => {
          const text = document.createRange();
          text.selectNodeContents(document.querySelector('figure') as HTMLElement);
          const boxes = [...text.getClientRects()];
          return {
            wide: document.documentElement.scrollWidth - innerWidth,
            below:
              Math.max(...boxes.map(({ bottom }) => bottom)) -
              (document.querySelector('footer')?.getBoundingClientRect().top ?? 0),
            outside: Math.max(...boxes.map(({ right }) => right)) - innerWidth * 0.95
          };
        });
        expect(found.wide).toBeLessThanOrEqual(0);
        expect(found.below).toBeLessThanOrEqual(0);
        expect(found.outside).toBeLessThanOrEqual(1);
      }
      for (const id of ids) await hide(app, id);
    });
  }
});
