import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OLD_ENGINES } from '../../tests/engines/install';
import { smoke, type Outcome } from '../../tests/engines/smoke';
import { startApp } from '../../tests/support/app';

const USAGE = 'npm run test:engines [-- <Chromium>...]   70, 79 and 88 unless some of them are named';

/** The smoke test of the wall on engines as old as those of TVs. Its last line counts what passed. */
export async function run(args: string[]): Promise<number> {
  const wanted = OLD_ENGINES.filter(({ chromium }) => args.length === 0 || args.includes(String(chromium)));
  if (wanted.length === 0 || wanted.length < args.length) {
    console.error(USAGE);
    return 2;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error('These engines are programs for Linux on x64.');
    return 2;
  }
  const folder = join(tmpdir(), 'vis-a-vis-engines');
  await mkdir(folder, { recursive: true });
  const app = await startApp();
  const outcomes: Outcome[] = [];
  try {
    for (const engine of wanted) {
      const found = await smoke(engine, app, folder).catch((error: Error) => [
        { title: `Chromium ${engine.chromium} runs`, failure: error.message }
      ]);
      for (const { title, failure } of found)
        console.log(failure ? `✗ ${title}\n  ${failure}` : `✓ ${title}`);
      outcomes.push(...found);
    }
  } finally {
    await app.dispose();
  }
  const failed = outcomes.filter(({ failure }) => failure).length;
  console.log(`Pictures: ${folder}`);
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
