import AxeBuilder from '@axe-core/playwright';
import { COMMENTS } from '../src/lib/demo/comments';
import type { Fact } from '../src/lib/pulse/results/facts';
import type { Snapshot } from '../src/lib/wall/card';
import { decoder } from '../src/lib/wall/events';
import { expect, test, type RunningApp } from './support/app';
import { card, fact, openWall, quotation, turn, turnToFact } from './support/wall';

/** What the server sends a screen that opens. */
async function snapshotOf(app: RunningApp): Promise<{ sent: string; snapshot: Snapshot }> {
  const stop = new AbortController();
  const response = await fetch(`${app.url}/wall/stream`, { signal: stop.signal });
  const decode = decoder();
  const text = new TextDecoder();
  let sent = '';
  let snapshot: Snapshot | undefined;
  for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
    const piece = text.decode(bytes, { stream: true });
    sent += piece;
    const events = decode(piece);
    snapshot ??= events.find((event) => event.event === 'snapshot')?.data as Snapshot | undefined;
    if (events.some(({ event }) => event === 'live')) break;
  }
  stop.abort();
  return { sent, snapshot: snapshot as Snapshot };
}

async function companyOf(app: RunningApp): Promise<{ company: string; others: string[] }> {
  const { data: teams } = await app.service.from('teams').select('id, parent_id').throwOnError();
  const company = teams.find(({ parent_id }) => parent_id === null)!.id;
  return { company, others: teams.map(({ id }) => id).filter((id) => id !== company) };
}

test.describe('the two voices of the wall', () => {
  test('let the pulse speak between verbatims now and then, and say how sure it is', async ({ page }) => {
    await openWall(page);
    await expect(quotation(page)).toBeVisible();
    await turn(page, 6);
    await page.keyboard.press('ArrowRight');
    await expect(fact(page)).toBeVisible();
    await expect(quotation(page)).toHaveCount(0);
    for (let i = 0; i < 3; i += 1) await turnToFact(page);
    await expect(fact(page)).toContainText('en tenant compte du hasard');
    await expect(fact(page)).toContainText(/Pouls publié (en|entre) \p{L}+/u);
    await page.keyboard.press('ArrowRight');
    await expect(quotation(page)).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(fact(page)).toBeVisible();
  });

  test('send a screen no figure of a team, no comment and nothing that was withheld', async ({ app }) => {
    const { company, others } = await companyOf(app);
    const { sent, snapshot } = await snapshotOf(app);
    const page = await (await fetch(`${app.url}/wall`)).text();
    for (const payload of [sent, page]) {
      expect(payload).toContain('text_fr');
      expect(others.filter((id) => payload.includes(id))).toEqual([]);
      expect(COMMENTS.filter(({ text }) => payload.includes(text))).toEqual([]);
    }
    const { data: cells } = await app.service.from('cells').select('*').eq('team_id', company).throwOnError();
    const facts = snapshot.facts ?? [];
    const questions = facts.filter(
      (each): each is Extract<Fact, { kind: 'question' }> => each.kind === 'question'
    );
    expect(questions.length).toBeGreaterThan(3);
    for (const { id, score } of questions) {
      const cell = cells.find(({ question_id, wave_id }) => id === `question ${question_id} ${wave_id}`);
      expect(cell?.n).toBe(score.n);
      expect(25 * (cell!.total / cell!.n - 1)).toBeCloseTo(score.value);
    }
  });

  test('tell a screen that is open of a wave that is published', async ({ app, page }) => {
    test.setTimeout(120_000);
    await openWall(page);
    const { company } = await companyOf(app);
    const words = await publish(app, company);
    await expect
      .poll(
        async () => {
          await turnToFact(page);
          return fact(page).innerText();
        },
        { timeout: 60_000, intervals: [100] }
      )
      .toContain(words);
  });

  for (const theme of ['light', 'dark']) {
    test(`have no accessibility fault and a contrast of seven to one, ${theme}`, async ({
      page,
      context,
      app
    }) => {
      await context.addCookies([{ name: 'theme', value: theme, url: app.url }]);
      await openWall(page);
      for (let i = 0; i < 3; i += 1) {
        await turnToFact(page);
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
    test(`fit on a screen of ${width} by ${height}`, async ({ page }) => {
      await openWall(page);
      await page.setViewportSize({ width, height });
      for (let i = 0; i < 8; i += 1) {
        await turnToFact(page);
        const found = await fact(page).evaluate((figure) => {
          const text = document.createRange();
          text.selectNodeContents(figure);
          const boxes = [...text.getClientRects()];
          const sizes = [...figure.querySelectorAll('p')].map((each) =>
            parseFloat(getComputedStyle(each).fontSize)
          );
          return {
            wide: document.documentElement.scrollWidth - innerWidth,
            below:
              Math.max(...boxes.map(({ bottom }) => bottom)) -
              (document.querySelector('footer')?.getBoundingClientRect().top ?? 0),
            outside: Math.max(...boxes.map(({ right }) => right)) - innerWidth * 0.95,
            about: Math.max(...sizes) / Math.min(innerWidth, innerHeight)
          };
        });
        expect(found.wide).toBeLessThanOrEqual(0);
        expect(found.below).toBeLessThanOrEqual(0);
        expect(found.outside).toBeLessThanOrEqual(1);
        // What people read at five metres from a 55-inch screen.
        expect(found.about).toBeGreaterThanOrEqual(0.061);
      }
      await expect(card(page)).toHaveCount(1);
    });
  }
});

/** Publishes one more wave, of which the company alone is shown; returns the words of its question. */
async function publish(app: RunningApp, company: string): Promise<string> {
  const { service } = app;
  const { data: question } = await service
    .from('questions')
    .select('id, text_fr')
    .eq('slug', 'recovery')
    .single()
    .throwOnError();
  const closes_at = new Date(Date.now() + 3600_000).toISOString();
  const { data: wave } = await service
    .from('waves')
    .insert({ name: 'Un mot de plus', opens_at: new Date(Date.now() - 60_000).toISOString(), closes_at })
    .select('id')
    .single()
    .throwOnError();
  await service
    .from('wave_questions')
    .insert({ wave_id: wave.id, question_id: question.id, position: 0 })
    .throwOnError();
  await service.rpc('launch_wave', { wave: wave.id }).throwOnError();
  const { data: people } = await service
    .from('people')
    .select('id')
    .is('left_on', null)
    .limit(60)
    .throwOnError();
  const batch = people.map(({ id }, i) => ({ person_id: id, answers: { [question.id]: 1 + (i % 5) } }));
  await service.rpc('store_answers', { wave: wave.id, batch }).throwOnError();
  await service.rpc('close_wave', { wave: wave.id, at: closes_at }).throwOnError();
  const figures = [{ question_id: question.id, team_id: company }];
  const publication = {
    scores: figures,
    distributions: figures,
    participation: [company],
    comments: [],
    moods: []
  };
  await service.rpc('publish_wave', { wave: wave.id, publication }).throwOnError();
  return question.text_fr;
}
