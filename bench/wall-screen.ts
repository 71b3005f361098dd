import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { ensureChromium } from '../src/cli/browser.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];
export const TV = { viewport: { width: 1920, height: 1080 }, locale: 'fr-FR', timezoneId: 'Europe/Paris' };
/** A cheap stick behind a TV is about that much slower than what we measure on. */
export const SLOWER = 6;

/**
 * Runs in the page, as text because what the compiler adds to functions is missing there. Notes when each verbatim was
 * first painted, be it in the picture or in the announcement above it, and when it was last: after the frame in which
 * it is there, its fonts as well, and at least half opaque, since what fades in is not there at once.
 */
const WATCH_THE_PIXELS = `
  const painted = new Map();
  const gone = new Map();
  let visible = new Set();
  let first = null;
  let shift = 0;
  const isVisible = (element) => {
    if (getComputedStyle(element).visibility !== 'visible') return false;
    for (let each = element; each; each = each.parentElement) {
      if (Number(getComputedStyle(each).opacity) < 0.5) return false;
    }
    return true;
  };
  const look = () => {
    // What is there already is looked at more closely only while it leaves: watching must not slow what is watched.
    const stays = (element) => visible.has(element.dataset.verbatim) && !element.closest('.leaves, .unread');
    const found = [...document.querySelectorAll('[data-verbatim]')].filter(
      (element) => stays(element) || isVisible(element)
    );
    const seen = new Set(found.map((element) => element.dataset.verbatim));
    const came = [...seen].filter((id) => !visible.has(id));
    const left = [...visible].filter((id) => !seen.has(id));
    visible = seen;
    if (came.length + left.length > 0) {
      const afterTheFrame = new MessageChannel();
      afterTheFrame.port1.onmessage = () => {
        const now = performance.timeOrigin + performance.now();
        if (first === null && came.length > 0) first = performance.now();
        for (const id of came) if (!painted.has(id)) painted.set(id, now);
        for (const id of left) gone.set(id, now);
      };
      afterTheFrame.port2.postMessage(null);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shift += value)))
    .observe({ type: 'layout-shift', buffered: true });
  window.paintedAt = (id) => painted.get(id) ?? null;
  window.goneAt = (id) => (painted.has(id) && !visible.has(id) && gone.get(id)) || null;
  window.firstPaint = () => first;
  window.layoutShift = () => shift;
`;

/** What is not on the screen, or off it, after this many milliseconds is lost. */
const PATIENCE = 20_000;

type Asked = Record<string, (id: string) => number | null>;

/** One real screen that is watched. */
export interface Screen {
  page: Page;
  session: CDPSession;
  /** When a verbatim was first on the screen, or first off it again, in milliseconds since 1970. */
  paintedAt(id: string): Promise<number>;
  goneAt(id: string): Promise<number>;
  /** When the first verbatim was on the screen, in milliseconds since the page was asked for. */
  firstPaint(): Promise<number>;
  layoutShift(): Promise<number>;
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: FLAGS });
}

/** A browser whose storage stays in a folder when it is closed. */
export async function launchFrom(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: await ensureChromium(),
    args: FLAGS,
    ...TV
  });
}

/** A new page that is watched from its first byte on, in a browser slowed down by a factor. */
export async function watchScreen(context: BrowserContext, slower = 1): Promise<Screen> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript({ content: WATCH_THE_PIXELS });
  // Not as text: the wall's policy lets nothing evaluate any.
  const wait = async (name: string, id = '') => {
    const found = await page.waitForFunction(
      ([asked, of]) => (window as unknown as Asked)[asked]?.(of),
      [name, id] as const,
      {
        timeout: PATIENCE
      }
    );
    return (await found.jsonValue()) as number;
  };
  return {
    page,
    session,
    paintedAt: (id) => wait('paintedAt', id),
    goneAt: (id) => wait('goneAt', id),
    firstPaint: () => wait('firstPaint'),
    layoutShift: () => page.evaluate(() => (window as unknown as Asked).layoutShift?.('') ?? NaN)
  };
}

/** Settles once the screen says that it is live. */
export function live({ page }: Pick<Screen, 'page'>): Promise<void> {
  return page
    .getByRole('status')
    .getByText(/en direct|live/)
    .waitFor();
}
