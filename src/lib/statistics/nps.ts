import { Z95, type Estimate } from './estimate';

/** Answers from 0 to 10: promoters gave 9 or 10, detractors 0 to 6; n counts the passives too. */
export interface Recommendations {
  promoters: number;
  detractors: number;
  n: number;
}

/**
 * The Net Promoter Score, exact, in [-100, 100], with its 95 % interval; null when nobody answered.
 *
 * Never an average of scores: add up the counts of the groups first. The interval is the adjusted Wald one (three
 * answers added, three quarters of one to the promoters and to the detractors each), after Agresti and Coull,
 * American Statistician 52 (1998), and Sauro and Lewis, Quantifying the User Experience (2016); the score is the raw one.
 *
 * @throws RangeError when promoters and detractors are more than n
 */
export function nps({ promoters, detractors, n }: Recommendations): Estimate | null {
  if (!(promoters >= 0 && detractors >= 0 && promoters + detractors <= n)) {
    throw new RangeError(`${promoters} promoters and ${detractors} detractors of ${n} answers`);
  }
  if (n === 0) return null;
  const p = (promoters + 0.75) / (n + 3);
  const d = (detractors + 0.75) / (n + 3);
  const margin = Z95 * Math.sqrt((p + d - (p - d) ** 2) / (n + 3));
  const value = (100 * (promoters - detractors)) / n;
  // Unanimous answers lie outside of their adjusted interval, which would look like a mistake.
  const low = Math.min(value, Math.max(-100, 100 * (p - d - margin)));
  const high = Math.max(value, Math.min(100, 100 * (p - d + margin)));
  return { value, low, high, n };
}
