/** Takes the straight line in time out of a series, in place; NaN where unknown. Fewer than two values stay as they are. */
export function takeOutLine(series: Float64Array): void {
  let known = 0;
  let times = 0;
  let values = 0;
  let squares = 0;
  let products = 0;
  for (let at = 0; at < series.length; at += 1) {
    const value = series[at]!;
    if (Number.isNaN(value)) continue;
    known += 1;
    times += at;
    values += value;
    squares += at * at;
    products += at * value;
  }
  const spread = squares - (times * times) / known;
  if (!(spread > 0)) return;
  const slope = (products - (times * values) / known) / spread;
  const start = (values - slope * times) / known;
  for (let at = 0; at < series.length; at += 1) series[at] = series[at]! - start - slope * at;
}
