import type { RunningApp } from '../tests/support/app';
import { breatheAndCount, passTime, readHolding, type Holding } from '../tests/support/rig';
import { tenths } from './quantile';
import { launchBrowser, live, TV } from './wall-screen';

const ROTATIONS = 10_000;
const SAMPLES = 10;
/** Rotations before the first sample, most of a day: what grows up to a bound gets there first. */
const WARM = 5_000;
/** Milliseconds of the page's time that pass between two looks at how far it is. */
const STRIDE = 20 * 60_000;

/**
 * What a rotation leaves behind, over ten thousand of them, a day and a half of the page's time that passes in
 * seconds: the slope of the heap over ten samples, each after a collection, and the elements and listeners at the end
 * against the beginning.
 */
export async function measureMemory(app: RunningApp) {
  const browser = await launchBrowser();
  try {
    // Not one that is watched: what watches would be measured with it.
    const context = await browser.newContext({ ...TV, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await breatheAndCount(page);
    await page.goto(`${app.url}/wall`);
    await live({ page });
    const turned = () => page.evaluate(() => (window as unknown as { rotations: number }).rotations);
    const turnTo = async (count: number) => {
      while ((await turned()) < count) await passTime(session, STRIDE);
    };
    // Fonts, formats, compiled code and what the engine learns about it come once.
    await turnTo(WARM);
    const samples: (Holding & { rotations: number })[] = [];
    const from = await turned();
    for (let i = 0; i <= SAMPLES; i += 1) {
      await turnTo(from + (ROTATIONS / SAMPLES) * i);
      samples.push({ rotations: await turned(), ...(await readHolding(session)) });
    }
    const [first, last] = [samples[0], samples.at(-1)];
    if (!first || !last) throw new Error('no samples');
    return {
      heap_bytes_per_rotation: tenths(slope(samples.map(({ rotations, heap }) => [rotations, heap]))),
      rotations: last.rotations - first.rotations,
      heap_mb: tenths(last.heap / 1e6),
      heap_samples_kb: samples.map(({ heap }) => Math.round(heap / 1000)),
      nodes_added: last.nodes - first.nodes,
      listeners_added: last.listeners - first.listeners
    };
  } finally {
    await browser.close();
  }
}

/** Of the straight line through the points that is nearest to all, by least squares. */
function slope(points: [number, number][]): number {
  const mean = (index: 0 | 1) => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const shared = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return shared / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
