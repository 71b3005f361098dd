import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Fact } from '../src/lib/pulse/results/facts';
import type { Card } from '../src/lib/wall/card';
import type { WallEvent } from '../src/lib/wall/events';
import type { Figure } from '../src/lib/wall/figures';
import { expect, test } from './support/app';
import { read } from './support/legibility';
import { cardOf, opening, openPlayer, tell } from './support/wall-player';

const SCREENS = [43, 55, 65].flatMap((diagonal) => [3, 5, 8].map((distance) => ({ diagonal, distance })));
const SHAPES = {
  lying: { width: 1920, height: 1080 },
  upright: { width: 1080, height: 1920 }
};

const PARAGRAPH =
  'Nous avions commandé une table en chêne et la livraison a été repoussée deux fois, sans un mot. Le transporteur nous a fait attendre tout un samedi ! Votre conseillère a pris l’affaire en main dès notre appel : elle a trouvé un créneau, prévenu l’atelier et rappelé le soir même. La table est superbe et le montage, soigné. Dommage qu’il ait fallu insister autant pour en arriver là ; nous reviendrons volontiers pour les chaises, à condition d’être prévenus cette fois. Bref : bravo à l’atelier, moins au quai.';
const ANSWER =
  'Les pièces détachées partent désormais le jour même de l’atelier, et chaque client est rappelé sous 24 h.';

const CORPUS = {
  'a short one': cardOf('Parfait, merci !'),
  '500 characters': cardOf(PARAGRAPH),
  '2,000 characters': cardOf(Array(4).fill(PARAGRAPH).join(' ')),
  emoji: cardOf('Livraison 🚚 le jour dit, montage soigné 👍🏽, toute la famille 👨‍👩‍👧‍👦 est ravie ❤️ 🇫🇷'),
  Arabic: cardOf('الخدمة ممتازة والتوصيل كان سريعًا، شكرًا لكم على كل شيء. سنعود مرة أخرى بكل سرور!', {
    language: 'ar'
  }),
  Chinese: cardOf('服务很好，但是送货晚了三天。客服态度不错，希望下次能准时送达，谢谢。', { language: 'zh' }),
  'a word of 120 characters': cardOf(`Mot ${'x'.repeat(120)} fin.`),
  'a negative with its answer': cardOf(PARAGRAPH.slice(0, 240), { sentiment: 'negative', answer: ANSWER }),
  'a long name': cardOf('Rien à redire.', {
    sentiment: 'negative',
    team: 'Service après-vente et pièces détachées Grand Ouest',
    owner: 'Service après-vente et pièces détachées Grand Ouest'
  })
};

const today = new Date().toISOString().slice(0, 10);
const DAYS: [string, string] = [today, today];
const score = { value: 68, low: 64, high: 72, n: 1154 };
const FIGURES: Figure[] = [
  { id: 'cx', side: 'customers', team: null, days: DAYS, kind: 'cx', score, measure: 'ratings' },
  { id: 'answered', side: 'customers', team: null, days: DAYS, kind: 'answered', share: score },
  { id: 'ex', side: 'employees', team: null, days: DAYS, kind: 'ex', score },
  {
    id: 'participation',
    side: 'employees',
    team: 'Nantes',
    days: DAYS,
    kind: 'participation',
    percent: 70
  }
];
const FACT: Fact = {
  id: 'question',
  kind: 'question',
  days: DAYS,
  text_fr: 'Je peux décider seul de ce qu’il faut faire pour qu’un client reparte satisfait.',
  text_en: 'I can decide by myself what it takes for a customer to leave satisfied.',
  score,
  agree: score
};
const SHORT = ['Un accueil parfait.', 'Canapé superbe, merci !', 'Livré le jour dit.'].map((text) =>
  cardOf(text)
);

const SCENES: Record<string, { cards: Card[]; more: WallEvent[] }> = {
  mosaic: { cards: SHORT, more: [] },
  mirror: {
    cards: [cardOf(PARAGRAPH.slice(0, 160))],
    more: [{ event: 'voices', data: [{ team: null, teams: [], facts: [FACT] }] }]
  },
  numbers: { cards: SHORT, more: [{ event: 'figures', data: FIGURES }] },
  message: { cards: SHORT, more: [] }
};
const TEXT = { fr: 'Vendredi à 16 h, l’atelier de Nantes présente la nouvelle charnière. Venez !', en: '' };

/** On which page of how many the wall is. */
async function pagesOf(page: Page): Promise<number> {
  const [said] = await page.locator('.turns:visible').allTextContents();
  return said ? Number(said.split('/')[1]) : 1;
}

for (const [shape, size] of Object.entries(SHAPES)) {
  test(`every verbatim is read with ease, and the rest still, from where people sit: ${shape}`, async ({
    page
  }) => {
    await page.setViewportSize(size);
    await openPlayer(page);
    const faults: string[] = [];
    let quotations = 0;
    for (const screen of SCREENS) {
      for (const [name, card] of Object.entries(CORPUS)) {
        // Another verbatim takes its place at once, because it is gone.
        await tell(page, ...opening([card], screen));
        const pages = await pagesOf(page);
        for (let at = 1; at <= pages; at += 1) {
          const { quoted, faults: found } = await read(page, screen.distance, screen.diagonal);
          if (quoted !== null) quotations += 1;
          for (const fault of found)
            faults.push(`${screen.diagonal}" at ${screen.distance} m, ${name}, ${at}/${pages}: ${fault}`);
          if (at < pages) await page.keyboard.press('ArrowRight');
        }
      }
    }
    expect(quotations).toBeGreaterThanOrEqual(SCREENS.length * Object.keys(CORPUS).length);
    expect(faults).toEqual([]);
  });

  test(`the other scenes are read from there, too: ${shape}`, async ({ page }) => {
    await page.setViewportSize(size);
    await openPlayer(page);
    const faults: string[] = [];
    for (const screen of SCREENS) {
      for (const [scene, { cards, more }] of Object.entries(SCENES)) {
        const playlist = [{ scene: scene as 'mosaic', times: 1, seconds: 120, text: TEXT }];
        await tell(page, ...opening([], screen), ...opening(cards, { ...screen, playlist }, more));
        await expect(page.locator('.wall')).toHaveAttribute('data-picture', scene);
        for (let at = 1; at <= 4; at += 1) {
          const { faults: found } = await read(page, screen.distance, screen.diagonal);
          for (const fault of found)
            faults.push(`${screen.diagonal}" at ${screen.distance} m, ${scene}, ${at}: ${fault}`);
          await page.keyboard.press('ArrowRight');
        }
      }
    }
    expect(faults).toEqual([]);
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`every scene has a contrast of seven to one and no accessibility fault, ${theme}`, async ({
    page
  }) => {
    await page.setViewportSize(SHAPES.lying);
    await openPlayer(page);
    for (const scene of ['spotlight', ...Object.keys(SCENES)]) {
      const { cards, more } = SCENES[scene] ?? { cards: [CORPUS['a negative with its answer']], more: [] };
      const playlist = [{ scene: scene as 'mosaic', times: 1, seconds: 120, text: TEXT }];
      await tell(page, ...opening([], { theme }), ...opening(cards, { theme, playlist }, more));
      await expect(page.locator('.wall')).toHaveAttribute('data-picture', scene);
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
      expect(found, scene).toEqual([]);
    }
  });
}

test('no sign is left to the fonts of the device, and none moves what is on the screen when its font arrives', async ({
  page
}) => {
  await page.setViewportSize(SHAPES.lying);
  await openPlayer(page);
  await page.evaluate(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, {
          shifts: (window as never as { shifts: number }).shifts + (entry as never as { value: number }).value
        });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  const foreign: string[] = [];
  for (const [script, text] of Object.entries(SCRIPTS)) {
    await tell(page, ...opening([cardOf(text, { language: 'unknown' })]));
    await expect(page.locator('blockquote')).toContainText(text.slice(0, 4));
    const { root } = await cdp.send('DOM.getDocument');
    const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'blockquote' });
    const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.length, script).toBeGreaterThan(0);
    for (const { familyName, isCustomFont, glyphCount } of fonts)
      if (!isCustomFont) foreign.push(`${script}: ${glyphCount} in ${familyName}`);
  }
  expect(foreign).toEqual([]);
  expect(await page.evaluate(() => (window as never as { shifts: number }).shifts)).toBe(0);
});

test('fonts of other scripts wait until the screen rests, unless they are on it', async ({ page }) => {
  const asked: string[] = [];
  page.on(
    'request',
    (request) => /other-scripts|hebrew|greek/.test(request.url()) && asked.push(request.url())
  );
  await openPlayer(page);
  const playlist = [{ scene: 'message' as const, times: 1, seconds: 120, text: TEXT }];
  const shownAt = Date.now();
  await tell(page, ...opening([cardOf(SCRIPTS.Hebrew)], { playlist }));
  await expect(page.locator('.wall')).toHaveAttribute('data-picture', 'message');
  await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(0);
  expect(Date.now() - shownAt).toBeGreaterThan(9_000);
  await expect.poll(() => asked.join()).toContain('hebrew');

  expect(asked.join()).not.toContain('greek');
  await tell(page, ...opening([cardOf(SCRIPTS.Greek)]));
  expect(asked.join()).toContain('greek');
});

const SCRIPTS = {
  French: 'ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ àâäçéèêëîïôöùûüÿæœ « ’ » – — … 12,50 € n° 3 10 °C × ½ ² !',
  European: 'Größe ñandú año łódź žluťoučký şeker ığdır naïveté Øre Ångström ¿Qué? ¡Sí!',
  'arrows and signs': '← → ↑ ↓ ✓ ★ © ® ™ • % ‰ & @ # + = < > ~ ^ | \\ / [ ] { }',
  emoji: '😀 😡 👍 👍🏽 🙏🏿 ❤️ ☹️ ⭐ ✅ ❌ 🎉 🚚 📦 🛋️ ☎️ 1️⃣ 🔥 💯 🤷‍♀️ 👨‍👩‍👧‍👦 🏳️‍🌈 🇫🇷 🇬🇧 🇩🇿',
  Arabic: 'الخدمة ممتازة والتوصيل كان سريعًا، شكرًا لكم! ١٢٣ ؟',
  Hebrew: 'שירות מצוין, המשלוח הגיע בזמן. תודה רבה!',
  Cyrillic: 'Отличный сервис, всё доставили вовремя. Дякую! Ѓорѓи Љубав',
  Greek: 'Εξαιρετική εξυπηρέτηση, ευχαριστώ πολύ! Ώρα ΐ ΰ',
  Chinese: '服务很好，但是送货晚了三天。謝謝你們的幫助！',
  Japanese: 'とても丁寧な対応でした。ありがとうございます！カタカナ、漢字。',
  Vietnamese: 'Dịch vụ rất tốt, cảm ơn các bạn đã giúp đỡ!'
};
