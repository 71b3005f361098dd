/**
 * Moves labels apart that would overlap, each as little as its neighbours allow.
 *
 * @param wanted where each label would like its middle, in any order
 * @param distance the least between two middles
 * @returns where they go, in the order of `wanted`, from `low` to `high` as long as there is room
 */
export function spread(wanted: number[], distance: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed: number[] = [];
  let least = low + distance / 2;
  for (const i of order) {
    placed[i] = Math.max(wanted[i] ?? 0, least);
    least = (placed[i] ?? 0) + distance;
  }
  let most = high - distance / 2;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i] ?? 0, most);
    most = (placed[i] ?? 0) - distance;
  }
  return placed;
}
