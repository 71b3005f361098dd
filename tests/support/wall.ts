import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app';

export const TV = { width: 1920, height: 1080 };

/** The first verbatim on the screen. */
export const card = (page: Page) =>
  page.locator('main [data-verbatim]:not(.leaves, .leaves *, [hidden], [hidden] *)').first();
/** Those of all its pages. */
const cards = (page: Page) => page.locator('main [data-verbatim]:not(.leaves, .leaves *)');
export const quotation = (page: Page) => card(page).getByRole('blockquote');
/** What the pulse says, on the screen beside a card. */
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

/** Settles once the screen was told all it begins with, not the first few cards alone: only then it keeps them. */
export const whole = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => sessionStorage.getItem('wall') ?? localStorage.getItem('wall')), {
      timeout: 20_000
    })
    .not.toBeNull();

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

/** Turns until this many more verbatims were on the screen at least; returns their ids, in reading order. */
export async function turn(page: Page, times: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < times) {
    await turnPicture(page);
    ids.push(...(await shownOn(page)));
  }
  return ids;
}

/** Ids of the verbatims on the screen, in reading order. */
export function shownOn(page: Page): Promise<string[]> {
  return cards(page).evaluateAll((found) => found.map((each) => each.getAttribute('data-verbatim') ?? ''));
}

/** Turns until the pulse speaks. */
export async function turnToFact(page: Page): Promise<void> {
  do await turnPicture(page);
  while (!(await fact(page).isVisible()));
}

/** Past what is left of a picture's pages. */
async function turnPicture(page: Page): Promise<void> {
  const wall = page.locator('[data-count]');
  const before = await wall.getAttribute('data-count');
  for (let pages = 0; pages < 20 && (await wall.getAttribute('data-count')) === before; pages += 1)
    await page.keyboard.press('ArrowRight');
  await expect(wall).not.toHaveAttribute('data-count', before ?? '');
}
