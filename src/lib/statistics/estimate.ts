/** A figure with its 95 % interval and the number of observations behind it. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
  n: number;
}

/** The two-sided 95 % point of the normal distribution. */
export const Z95 = 1.959963984540054;

/** A difference is called a change only when its interval leaves zero out. */
export function excludesZero({ low, high }: Pick<Estimate, 'low' | 'high'>): boolean {
  return low > 0 || high < 0;
}
