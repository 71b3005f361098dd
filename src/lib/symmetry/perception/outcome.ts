import type { Measure } from '$lib/pulse/results/measure';
import type { Estimate } from '$lib/statistics/estimate';
import { monthOf, monthsBetween, spanOf, type Span } from '../month';

/** What the whole company guessed in a quarter that is over, and the score that customers gave in it; 0 to 100 each. */
export interface Outcome {
  quarter: Span;
  guess: Estimate;
  score: Estimate;
}

/** A guess of longer ago is no news. */
const QUARTERS_TOLD = 3;

/**
 * The last guess of the whole company in a quarter that is over: before, leaders still guess its score.
 *
 * @param measures of any team's report, the oldest first
 * @param today YYYY-MM-DD
 */
export function lastGuess(
  measures: readonly Measure[],
  isCompany: boolean,
  today: string
): Omit<Outcome, 'score'> | null {
  const running = spanOf(monthOf(today), 'quarter');
  const guesses = measures.flatMap(({ question, wave, score, company }) => {
    const guess = isCompany ? score : company;
    const quarter = spanOf(monthOf(wave.day), 'quarter');
    return question.scale === 'guess' && guess && quarter.since < running.since ? [{ quarter, guess }] : [];
  });
  const last = guesses.at(-1);
  return last && monthsBetween(last.quarter.since, running.since) <= 3 * QUARTERS_TOLD ? last : null;
}
