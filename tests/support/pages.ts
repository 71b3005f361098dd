import type { Browser, Page } from '@playwright/test';
import { CAST, DEMO_PASSWORD } from '../../src/lib/demo/company';
import type { RunningApp } from './app';
import { SESSION, sessionOf, type Who } from './sessions';

/**
 * Every page that is opened counts as open once its scripts run: who clicks before gets what the page does without
 * them, which is another journey. The router takes over the restoring of the scroll position when it begins.
 */
export function withScripts(page: Page): Page {
  const open = page.goto.bind(page);
  page.goto = async (...args) => {
    const response = await open(...args);
    await page.waitForFunction(
      () => !document.querySelector('link[rel=modulepreload]') || history.scrollRestoration === 'manual'
    );
    return response;
  };
  return page;
}

/** Signs a character in through the page, as a person would. */
export async function signInByHand(page: Page, who: Who, url: string): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByRole('textbox', { name: /e-mail/i }).fill(CAST[who].email);
  await page.getByLabel(/mot de passe|password/i).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: /se connecter|sign in/i }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/login'));
}

/**
 * A character is signed in: with the session that was kept for them when the demo company was loaded, or through the
 * page where none was, outside of journeys.
 *
 * @param url of an application that began with the demo company
 * @param at where to begin, by default at their home; null opens no page
 */
export async function signIn(page: Page, who: Who, url: string, at: string | null = '/'): Promise<void> {
  const session = await sessionOf(who);
  if (session) {
    await page.context().clearCookies({ name: SESSION });
    await page.context().addCookies(session.map((cookie) => ({ ...cookie, url })));
  } else await signInByHand(page, who, url);
  if (at !== null) await page.goto(url + at);
}

/** A page in a browser of its own, that counts as open as those of journeys do. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {}
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  return options.javaScriptEnabled === false ? page : withScripts(page);
}

/** Somebody is signed in on a computer of their own; see `signIn` for `at`. */
export async function elsewhere(
  browser: Browser,
  app: RunningApp,
  who: Who,
  { at, ...options }: Parameters<Browser['newContext']>[0] & { at?: string | null } = {}
): Promise<Page> {
  const page = await openPage(browser, { baseURL: app.url, ...options });
  await signIn(page, who, app.url, at);
  return page;
}
