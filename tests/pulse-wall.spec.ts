import AxeBuilder from '@axe-core/playwright';
import { COMMENTS } from '../src/lib/demo/comments';
import type { Fact } from '../src/lib/pulse/results/facts';
import { decoder } from '../src/lib/wall/events';
import type { Voice } from '../src/lib/wall/voices';
import { expect, test, type RunningApp } from './support/app';
import { fact, openWall, quotation, turnToFact } from './support/wall';

/** What the server sends a screen that opens. */
async function openingOf(app: RunningApp): Promise<{ sent: string; voices: Voice[] }> {
  const stop = new AbortController();
  const response = await fetch(`${app.url}/wall/stream`, { signal: stop.signal });
  const decode = decoder();
  const text = new TextDecoder();
  let sent = '';
  let voices: Voice[] = [];
  for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
    const piece = text.decode(bytes, { stream: true });
    sent += piece;
    const events = decode(piece);
    for (const event of events) if (event.event === 'voices') voices = event.data;
    if (events.some(({ event }) => event === 'live')) break;
  }
  stop.abort();
  return { sent, voices };
}

async function companyOf(app: RunningApp): Promise<string> {
  const { data } = await app.service.from('teams').select('id').is('parent_id', null).single().throwOnError();
  return data.id;
}

test.describe('the two voices of the wall', () => {
  test('let the pulse speak beside a verbatim now and then, and say how sure it is', async ({ page }) => {
    await openWall(page);
    await expect(quotation(page)).toBeVisible();
    for (let i = 0; i < 4; i += 1) await turnToFact(page);
    await expect(fact(page)).toContainText('en tenant compte du hasard');
    await expect(fact(page)).toContainText(/Pouls publié (en|entre) \p{L}+/u);
    await expect(quotation(page)).toHaveCount(1);
    await page.keyboard.press('ArrowRight');
    await expect(fact(page)).toHaveCount(0);
    await page.keyboard.press('ArrowLeft');
    await expect(fact(page)).toBeVisible();
  });

  test('send a screen no figure of a team, no comment and nothing that was withheld', async ({ app }) => {
    const company = await companyOf(app);
    const { sent, voices } = await openingOf(app);
    expect(sent).toContain('text_fr');
    expect(voices.map(({ team }) => team)).toEqual([null]);
    expect(COMMENTS.filter(({ text }) => sent.includes(text))).toEqual([]);
    const { data: cells } = await app.service.from('cells').select('*').eq('team_id', company).throwOnError();
    const facts = voices.flatMap((voice) => voice.facts);
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
    const company = await companyOf(app);
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
