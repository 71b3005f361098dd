import { NINE } from './fold';

/** Whether a letter stands three times or more in a row. */
export function isDrawn(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from + 2; i < to; i++)
    if (bytes[i] === bytes[i - 1] && bytes[i] === bytes[i - 2] && bytes[i]! > NINE) return true;
  return false;
}

/** Leaves `times` of each letter that stands three times or more; returns where the word then ends. */
export function squeeze(bytes: Uint8Array, from: number, to: number, times: number): number {
  let end = from;
  for (let i = from; i < to;) {
    let next = i + 1;
    while (next < to && bytes[next] === bytes[i]) next++;
    const kept = next - i > 2 && bytes[i]! > NINE ? times : next - i;
    for (let k = 0; k < kept; k++) bytes[end++] = bytes[i]!;
    i = next;
  }
  return end;
}
