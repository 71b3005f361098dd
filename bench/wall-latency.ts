import type { RunningApp } from '../tests/support/app';
import { Crowd } from './fanout-crowd';
import { quantile, tenths } from './quantile';
import { Approving } from './wall-verbatims';
import { launchBrowser, live, SLOWER, TV, watchScreen } from './wall-screen';

const SCREENS = 100;
const ROUNDS = 100;
/** Milliseconds between two, so that each has the screen to itself for a moment, as in life. */
const GAP = { least: 150, most: 350 };

/**
 * From the insert of an approved verbatim to its pixels on one real, slow screen among a hundred; and from its
 * withdrawal to the last screen that it left. The other 99 are streams without pixels: for them it has left when the
 * word has arrived.
 */
export async function measureLatency(app: RunningApp) {
  const approving = await Approving.on(app.service);
  const browser = await launchBrowser();
  const crowd = new Crowd();
  try {
    await crowd.open(`${app.url}/wall/stream`, SCREENS - 1, 'event: live');
    const screen = await watchScreen(await browser.newContext(TV), SLOWER);
    await screen.page.goto(`${app.url}/wall`);
    await live(screen);
    const appeared: number[] = [];
    const left: number[] = [];
    let lost = 0;
    for (let i = 0; i < ROUNDS; i += 1) {
      const id = crypto.randomUUID();
      const { sent } = await approving.approve(id);
      appeared.push((await screen.paintedAt(id)) - sent);
      await rest();
      let asked = 0;
      const { times, missing } = await crowd.hear(`"gone":"${id}"`, async () => {
        asked = await approving.withdraw(id);
      });
      left.push(Math.max(await screen.goneAt(id), ...times) - asked);
      lost += missing;
      await rest();
    }
    return {
      insert_to_pixels_p50_ms: tenths(quantile(appeared, 0.5)),
      insert_to_pixels_p95_ms: tenths(quantile(appeared, 0.95)),
      withdraw_p50_ms: tenths(quantile(left, 0.5)),
      withdraw_p99_ms: tenths(quantile(left, 0.99)),
      withdraw_lost: lost,
      n: appeared.length
    };
  } finally {
    await browser.close();
    await crowd.dispose();
  }
}

const rest = () =>
  new Promise((resolve) => setTimeout(resolve, GAP.least + Math.random() * (GAP.most - GAP.least)));
