import { rm } from 'node:fs/promises';
import { startApp } from './app';

/** Loads the demo company once; every application of the run begins with a copy of it. */
export default async function prepareDemo(): Promise<() => Promise<void>> {
  const app = await startApp();
  await app.stop();
  process.env.DEMO_DATA = app.dataDir;
  return () => rm(app.dataDir, { recursive: true, force: true });
}
