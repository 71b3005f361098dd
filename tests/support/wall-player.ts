import type { Page } from '@playwright/test';
import { DEFAULT_SETTINGS, type Settings } from '../../src/lib/screens/settings';
import type { Card, Sentiment } from '../../src/lib/wall/card';
import { encode, type WallEvent } from '../../src/lib/wall/events';

/** Opens the wall's player with a stream of the test's own: it shows what `tell` tells, and nothing of a server. */
export async function openPlayer(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const real = window.fetch.bind(window);
    const encoder = new TextEncoder();
    let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
    Object.assign(window, { tellWall: (text: string) => stream?.enqueue(encoder.encode(text)) });
    window.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      if (url.includes('/wall/beat')) return Promise.resolve(new Response('{}'));
      if (!url.includes('/wall/stream')) return real(input, init);
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) });
      return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
    };
  });
  await page.goto('/wall');
  await page.waitForFunction(() => 'tellWall' in window && document.querySelector('.wall:not(.unread)'));
}

/** Tells the player something; what it paints is painted, with its fonts, when this settles. */
export async function tell(page: Page, ...events: WallEvent[]): Promise<void> {
  await page.evaluate(async (text) => {
    (window as unknown as { tellWall(text: string): void }).tellWall(text);
    const frame = () => new Promise((painted) => requestAnimationFrame(painted));
    await frame();
    await document.fonts.ready;
    // The list of other fonts comes first, and none is loading meanwhile.
    while (document.querySelector('.unread')) await frame();
    await frame();
  }, encode(events));
}

/** All that a screen is told when it connects, with these cards for all there are. */
export function opening(
  cards: Card[],
  settings: Partial<Settings> = {},
  more: WallEvent[] = []
): WallEvent[] {
  const at = new Date().toISOString();
  return [
    {
      event: 'screen',
      data: {
        id: null,
        name: 'Accueil',
        settings: { ...DEFAULT_SETTINGS, theme: 'light', playlist: [ALONE], ...settings },
        teams: null,
        audience: '',
        build: '',
        leaseHours: 24,
        curtain: false,
        message: null,
        paused: false,
        reloadAt: null,
        identifyAt: null
      }
    },
    ...more,
    {
      event: 'snapshot',
      data: {
        cards,
        share: { period: 'week', counts: { positive: 214, neutral: 61, negative: 65 }, n: 340 },
        cursor: at,
        at
      }
    },
    { event: 'live', data: { cursor: at, at } }
  ];
}

/** Long enough for whatever a test does with it. */
const ALONE = { scene: 'spotlight', times: 1, seconds: 120 } as const;

let made = 0;

/** A card of today for a wall without a server. */
export function cardOf(text: string, given: Partial<Card> & { sentiment?: Sentiment } = {}): Card {
  made += 1;
  const now = new Date().toISOString();
  return {
    id: `card ${made}`,
    revision: 0,
    changed_at: now,
    text,
    language: 'fr',
    sentiment: 'positive',
    channel: 'google',
    day: now.slice(0, 10),
    said_on: null,
    received_at: now,
    answer: null,
    team_id: 'nantes',
    team: 'Nantes',
    owner: null,
    step_id: null,
    step_fr: 'Livraison',
    step_en: 'Delivery',
    ...given
  };
}
