import { rm } from 'node:fs/promises';
import { startApp } from './app';
import { keepSessions } from './sessions';

/**
 * Starts from nothing once as the demo company, whose people sign in, and once as nobody's; every application of the
 * run begins with a copy of either.
 */
export default async function prepareDemo(): Promise<() => Promise<void>> {
  const [demo, empty] = await Promise.all([startApp(), startApp({ empty: true })]);
  await keepSessions(demo.url, demo.dataDir);
  await Promise.all([demo.stop(), empty.stop()]);
  process.env.DEMO_DATA = demo.dataDir;
  process.env.EMPTY_DATA = empty.dataDir;
  return async () => {
    for (const { dataDir } of [demo, empty]) await rm(dataDir, { recursive: true, force: true });
  };
}
