/** One published figure of a wave: a team and all below it, one question. A row of the table `cells`. */
export interface Cell {
  wave_id: string;
  team_id: string;
  question_id: string;
  /** How many answered, 5 at least. */
  n: number;
  /** agreement and guess: the sum of the answers; recommendation: promoters minus detractors. */
  total: number;
  /** How many gave each answer, from the lowest; null where fewer people than the second threshold stand behind it. */
  distribution: number[] | null;
}
