import { addMonths } from './calendar';
import type { Question } from '../question';

/** A question as far as choosing it goes. */
export type Askable = Pick<Question, 'id' | 'battery' | 'lever' | 'position'> & {
  /** null while it may be asked. */
  retired_at: string | null;
};

/** A wave that was not called off, to people of whom some are asked again. */
export interface EarlierWave {
  questions: readonly string[];
  /** YYYY-MM-DD */
  opens_on: string;
}

/** What a plan asks. */
export interface Request {
  battery: 'levers' | 'digital';
  questions_per_wave: number;
  asks_recommendation: boolean;
  asks_perception: boolean;
}

/**
 * What is asked on top comes back after so many months at the earliest: the recommendation as the handbook has it; what
 * is believed of customers twice a year, since nobody learns sooner how wrong they were.
 */
export const MONTHS_BETWEEN = { recommendation: 3, perception: 6 };
type OnTop = keyof typeof MONTHS_BETWEEN;

/**
 * Which questions a wave asks, so that none comes back before every other has been asked. Of those that may come, levers
 * take turns; then what was asked the longest ago, then position. On top come the recommendation, when the plan asks it
 * and nobody was asked it for three months, and last what is believed of customers, likewise after six.
 *
 * @param history in any order
 * @param day YYYY-MM-DD, the day on which the wave opens
 * @returns ids of questions in the order in which they are asked; none when the library has none left to ask
 */
export function nextQuestions(
  library: readonly Askable[],
  history: readonly EarlierWave[],
  plan: Request,
  day: string
): string[] {
  const past = replay(history);
  const askable = library.filter(({ retired_at }) => retired_at === null);
  const from = (battery: Question['battery']) => askable.filter((each) => each.battery === battery);
  const chosen = rotate(from(plan.battery), past, plan.questions_per_wave);
  const onTop = (battery: OnTop) =>
    isDue(battery, library, past, day) ? rotate(from(battery), past, 1) : [];
  if (plan.asks_recommendation) chosen.push(...onTop('recommendation'));
  if (plan.asks_perception) chosen.push(...onTop('perception'));
  return chosen.map(({ id }) => id);
}

/** Where each question stands: in which turn it was asked, counted from 1, and on which day. */
type Past = ReadonlyMap<string, { turn: number; day: string }>;

/**
 * A turn is over when every question had it. What is asked takes the turn after its own, but not one that is over for
 * the others: a question that is new, or was retired for long, has not to catch up.
 */
function replay(history: readonly EarlierWave[]): Past {
  const past = new Map<string, { turn: number; day: string }>();
  let current = 0;
  for (const { questions, opens_on } of [...history].sort((a, b) => a.opens_on.localeCompare(b.opens_on))) {
    const turns = questions.map((id) => Math.max((past.get(id)?.turn ?? 0) + 1, current));
    questions.forEach((id, i) => past.set(id, { turn: turns[i] ?? 1, day: opens_on }));
    current = Math.max(current, ...turns);
  }
  return past;
}

function isDue(battery: OnTop, library: readonly Askable[], past: Past, day: string): boolean {
  return library.every((each) => {
    const last = each.battery === battery ? past.get(each.id) : undefined;
    return !last || addMonths(last.day, MONTHS_BETWEEN[battery]) <= day;
  });
}

function rotate(candidates: readonly Askable[], past: Past, count: number): Askable[] {
  const waiting = [...candidates];
  const chosen: Askable[] = [];
  const ofLever = (lever: string | null) => chosen.filter((each) => each.lever === lever).length;
  const compare = (a: Askable, b: Askable) =>
    (past.get(a.id)?.turn ?? 0) - (past.get(b.id)?.turn ?? 0) ||
    ofLever(a.lever) - ofLever(b.lever) ||
    (past.get(a.id)?.day ?? '').localeCompare(past.get(b.id)?.day ?? '') ||
    a.position - b.position ||
    a.id.localeCompare(b.id);
  while (chosen.length < count && waiting.length > 0) {
    const next = waiting.reduce((first, each) => (compare(each, first) < 0 ? each : first));
    waiting.splice(waiting.indexOf(next), 1);
    chosen.push(next);
  }
  return chosen;
}
