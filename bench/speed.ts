import type { Contender } from './peers';
import { quantile } from './quantile';
import type { Known } from './rated';

export interface Speed {
  rounds: Round[];
  /** Milliseconds for one text of `LONG` bytes. */
  long: number;
}

/** Texts a second: as time passed, and as the processor worked, which a busy machine changes less. */
interface Round {
  byClock: number;
  byProcessor: number;
}

const ROUNDS = 3;
const LEAST_TEXTS = 5000;
const LONG = 100_000;
const LONG_READS = 5;

/**
 * How fast each reads the same texts, one after the other on one thread: warmed up by a pass over all of them, then in
 * turns, so that what else the machine does falls on all alike.
 *
 * @param texts fewer than five thousand are read several times over
 */
export async function measureSpeed(
  contenders: readonly Contender[],
  texts: readonly Known[]
): Promise<Map<string, Speed>> {
  const passes = Math.ceil(LEAST_TEXTS / texts.length);
  const rounds = new Map<string, Round[]>(contenders.map(({ key }) => [key, []]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const contender of contenders) {
      const timed = await timePasses(contender, texts, passes);
      if (round > 0) rounds.get(contender.key)!.push(timed);
    }
  const long = longText(texts);
  const speeds = new Map<string, Speed>();
  for (const contender of contenders)
    speeds.set(contender.key, { rounds: rounds.get(contender.key)!, long: await timeLong(contender, long) });
  return speeds;
}

export function medianOf(rounds: readonly Round[], by: keyof Round): number {
  return quantile(
    rounds.map((round) => round[by]),
    0.5
  );
}

/** Microseconds for each text by itself, once warmed up. */
export async function timeEach({ answer }: Contender, texts: readonly Known[]): Promise<number[]> {
  const taken: number[] = [];
  for (const { text, language } of texts) {
    const started = performance.now();
    await answer(text, language);
    taken.push(1000 * (performance.now() - started));
  }
  return taken;
}

async function timePasses(contender: Contender, texts: readonly Known[], passes: number): Promise<Round> {
  let clock = 0;
  let processor = 0;
  for (let pass = 0; pass < passes; pass++) {
    contender.forget?.();
    const started = performance.now();
    const worked = process.cpuUsage();
    for (const { text, language } of texts) {
      const answer = contender.answer(text, language);
      // Only who answers later is waited for.
      if (answer instanceof Promise) await answer;
    }
    clock += (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(worked);
    processor += (user + system) / 1_000_000;
  }
  const read = passes * texts.length;
  return { byClock: read / clock, byProcessor: read / processor };
}

/** The median of several reads. */
async function timeLong(contender: Contender, { text, language }: Known): Promise<number> {
  const taken: number[] = [];
  for (let read = 0; read < LONG_READS; read++) {
    contender.forget?.();
    const started = performance.now();
    await contender.answer(text, language);
    taken.push(performance.now() - started);
  }
  return quantile(taken, 0.5);
}

/** Texts of one language, joined until there are enough bytes of UTF-8. */
function longText(texts: readonly Known[]): Known {
  const first = texts[0]!;
  const some = texts
    .filter(({ language }) => language === first.language)
    .map(({ text }) => text)
    .join('\n');
  const bytes = Buffer.from(`${some}\n`.repeat(Math.ceil(LONG / Buffer.byteLength(`${some}\n`))));
  // A character that the end cuts in two becomes a replacement sign.
  return { ...first, text: bytes.subarray(0, LONG).toString('utf8') };
}
