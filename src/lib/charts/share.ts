/** A share and its 95 % interval, in [0, 1], of n observations. */
export interface Share {
  value: number;
  low: number;
  high: number;
  n: number;
}
