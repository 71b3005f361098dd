import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app';

export const TV = { width: 1920, height: 1080 };

export const card = (page: Page) => page.getByRole('figure');
export const quotation = (page: Page) => card(page).getByRole('blockquote');
/** What the pulse says, on the screen in the place of a card. */
export const fact = (page: Page) => page.getByRole('figure', { name: 'Du côté des équipes' });
export const line = (page: Page) => page.getByRole('status');

/** Opens the wall and leaves a mark in the page, which a reload would wipe out. */
export async function openWall(page: Page, url = '/wall'): Promise<void> {
  await page.setViewportSize(TV);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(url);
  await expect(line(page)).toHaveText('en direct');
  await page.evaluate(() => (document.body.dataset.mark = 'never reloaded'));
}

export const neverReloaded = (page: Page) =>
  expect(page.locator('body')).toHaveAttribute('data-mark', 'never reloaded');

/** An approved verbatim of today; returns its id. */
export async function approve(
  app: RunningApp,
  text: string,
  given: { sentiment?: 'positive' | 'negative'; answer?: string } = {}
): Promise<string> {
  const { data: source } = await app.service.from('sources').select('id').limit(1).single().throwOnError();
  const { data } = await app.service
    .from('verbatims')
    .insert({
      source_id: source.id,
      external_id: text,
      raw_text: text,
      text,
      language: 'fr',
      status: 'approved',
      sentiment: given.sentiment ?? 'positive',
      score: 0,
      confidence: 1,
      answer: given.answer ?? null
    })
    .select('id')
    .single()
    .throwOnError();
  return data.id;
}

export async function hide(app: RunningApp, id: string): Promise<void> {
  await app.service.from('verbatims').update({ status: 'hidden' }).eq('id', id).throwOnError();
}

/** Turns to the next card this many times, past what the pulse says; returns the ids of the cards, in order. */
export async function turn(page: Page, times: number): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  while (ids.length < times) {
    const before = (await card(page).getAttribute('data-verbatim')) ?? '';
    await page.keyboard.press('ArrowRight');
    await expect(card(page)).not.toHaveAttribute('data-verbatim', before);
    if (!(await fact(page).isVisible())) ids.push(await card(page).getAttribute('data-verbatim'));
  }
  return ids;
}

/** Turns until the pulse speaks. */
export async function turnToFact(page: Page): Promise<void> {
  do await page.keyboard.press('ArrowRight');
  while (!(await fact(page).isVisible()));
}
