import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elsewhere, type RunningApp } from '../tests/support/app';
import { layCable } from '../tests/support/proxy';
import { quantile, tenths } from './quantile';
import type { BrowserContext } from 'playwright';
import { launchBrowser, launchFrom, live, SLOWER, watchScreen } from './wall-screen';

const BOOTS = 3;
/** How long a screen has run before the power goes, in milliseconds: time enough to keep what it shows. */
const RUNNING = 5_000;

/**
 * Seconds from asking for the wall to its first verbatim, on a paired screen whose browser was just started, is six
 * times slower and has nobody to ask: the server is not there. Null when it stays empty.
 */
export async function measureColdBoot(app: RunningApp) {
  const folder = await mkdtemp(join(tmpdir(), 'cold-boot-'));
  const cable = await layCable(app.url);
  try {
    const before = await launchFrom(folder);
    await pair(before, app);
    const screen = await watchScreen(before);
    await screen.page.goto(`${cable.url}/wall`);
    await live(screen);
    await screen.firstPaint();
    await new Promise((resolve) => setTimeout(resolve, RUNNING));
    await before.close();
    await cable.pull();

    const times: number[] = [];
    for (let i = 0; i < BOOTS; i += 1) {
      const after = await launchFrom(folder);
      const booted = await watchScreen(after, SLOWER);
      const time = await booted.page
        .goto(`${cable.url}/wall`, { waitUntil: 'commit' })
        .then(() => booted.firstPaint())
        .catch(() => null);
      await after.close();
      if (time === null) return { cold_boot_offline_s: null };
      times.push(time / 1000);
    }
    return { cold_boot_offline_s: tenths(quantile(times, 0.5)) };
  } finally {
    await cable.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Cookies do not tell ports apart: the screen is known through the cable too. */
async function pair({ request }: BrowserContext, app: RunningApp): Promise<void> {
  const ask = async () =>
    (await (await request.post(`${app.url}/wall/pairing`)).json()) as { code?: string; paired?: true };
  const { code = '' } = await ask();
  const office = await launchBrowser();
  try {
    const thomas = await elsewhere(office, app, 'thomas', { locale: 'fr-FR' });
    await thomas.goto(`/screens/pair?code=${code}`);
    await thomas.getByLabel('Nom de l’écran').fill('Écran de mesure');
    await thomas.getByRole('button', { name: 'Associer cet écran' }).click();
    await thomas.getByRole('heading', { name: 'Écran de mesure est associé' }).waitFor();
  } finally {
    await office.close();
  }
  if (!(await ask()).paired) throw new Error('The screen could not be paired.');
}
