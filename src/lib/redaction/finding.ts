export type RedactionKind = 'email' | 'phone' | 'iban' | 'name';

/** A stretch [start, end) of the view that is personal data. */
export interface Finding {
  kind: RedactionKind;
  start: number;
  end: number;
  rule: string;
}

/** What a detector is sure of, and whether it left something only a person can judge. */
export interface Detected {
  found: Finding[];
  doubt: boolean;
}

/** Of two findings on the same characters the surer kind names them. */
const SUREST: RedactionKind[] = ['email', 'iban', 'phone', 'name'];

/** Sorted findings without overlap: those that share characters become one. */
export function merge(found: Finding[]): Finding[] {
  const merged: Finding[] = [];
  for (const next of found.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (!last || next.start >= last.end) {
      merged.push(next);
    } else {
      const { kind, rule } = SUREST.indexOf(next.kind) < SUREST.indexOf(last.kind) ? next : last;
      merged[merged.length - 1] = { kind, rule, start: last.start, end: Math.max(last.end, next.end) };
    }
  }
  return merged;
}
