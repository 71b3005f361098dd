import { compareInstants } from './card';

/** A verbatim that changed; `approved` false means: take it off the screen. */
export interface Changed {
  id: string;
  revision: number;
  changed_at: string;
  approved: boolean;
}

/** A transaction may show its rows this long after they were written, behind rows that are known already. */
const OVERLAP = 60_000;
/** An import writes thousands of rows a second: the overlap is then shortened to this many changes. */
const MOST_KNOWN = 20_000;

/** Where to begin so that rows which became visible late are found: a minute before the cursor. */
export function beforehand(cursor: string): string {
  return new Date(Math.max(0, Date.parse(cursor) - OVERLAP)).toISOString();
}

export function later(a: string, b: string): string {
  return compareInstants(a, b) < 0 ? b : a;
}

/** How far a feed has come, and what it knows of the last minute, so that it can ask again and tell only what is new. */
export class Recent {
  #known = new Map<string, Changed>();
  #forgotten = '';

  constructor(public cursor: string) {}

  /** Where a sweep for rows that became visible late begins. */
  get since(): string {
    const since = beforehand(this.cursor);
    return this.#forgotten && compareInstants(this.#forgotten, since) > 0 ? this.#forgotten : since;
  }

  isNew({ id, revision }: Changed): boolean {
    const known = this.#known.get(id);
    return known === undefined || known.revision < revision;
  }

  /** These have been told. */
  note(changes: Changed[]): void {
    for (const change of changes) {
      this.cursor = later(this.cursor, change.changed_at);
      this.#known.delete(change.id);
      this.#known.set(change.id, change);
    }
    const tooOld = beforehand(this.cursor);
    for (const [id, { changed_at }] of this.#known) {
      const crowded = this.#known.size > MOST_KNOWN;
      if (!crowded && compareInstants(changed_at, tooOld) > 0) return;
      if (crowded) this.#forgotten = this.#forgotten ? later(this.#forgotten, changed_at) : changed_at;
      this.#known.delete(id);
    }
  }
}

/** Whether this is an instant that a feed may begin after. */
export function isCursor(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
}
