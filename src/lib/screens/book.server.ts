import type { Supabase } from '$lib/server/supabase';
import { hearPokes, type Pokes } from '$lib/wall/pokes.server';
import { Beats } from './beats.server';
import { messageOf, readStates, type Control, type ScreenRow } from './reading.server';
import type { ScreenState } from './screen';
import { DEFAULT_SETTINGS } from './settings';

/** Hears what a screen is told about itself from now on; null once it was taken away. */
export type Hear = (state: ScreenState | null) => void;

const FIRST_RETRY = 500;
const LAST_RETRY = 15_000;

/**
 * The state of every screen, kept in this process: read once, then what changed, at each poke and every 15 seconds.
 * Whoever has no screen of their own, a person who looks at the wall in a browser, has the id null.
 */
export class ScreenBook {
  /** What screens tell of themselves. */
  readonly beats: Beats;
  #rows = new Map<string, ScreenRow>();
  #ids = new Map<string, string>();
  #control: Control | null = null;
  #message: ScreenState['message'] = null;
  /** When it was read last. */
  #since: string | null = null;
  #listeners = new Map<string | null, Set<Hear>>();
  #pokes: Pokes | null = null;
  #looking: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #lookTimer: NodeJS.Timeout | undefined;
  #messageTimer: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  /** @param build the one that this server serves */
  constructor(
    private readonly supabase: Supabase,
    readonly build: string
  ) {
    this.beats = new Beats(supabase.service);
    this.#pokes = hearPokes(supabase, () => this.#lookAgain(), 'screens');
    this.#lookAgain();
  }

  /** Settles once the book was read. @throws when the database cannot be read now */
  async ready(): Promise<void> {
    if (!this.#control) await this.#look();
  }

  /**
   * Which screen carries a token.
   *
   * @param tokenHash as `hashOf` makes it
   * @returns null when none ever did
   * @throws when the database cannot be read and the token is not known from before
   */
  async of(tokenHash: string): Promise<{ id: string; revoked: boolean } | null> {
    await this.ready();
    // A TV that was paired a moment ago may be quicker than the poke.
    if (!this.#ids.has(tokenHash)) await this.#look();
    const row = this.#rows.get(this.#ids.get(tokenHash) ?? '');
    return row ? { id: row.id, revoked: row.revoked } : null;
  }

  /** What a screen is told about itself; null for one that was taken away or never was, and before `ready`. */
  state(id: string | null): ScreenState | null {
    const row = id === null ? NOBODY : this.#rows.get(id);
    if (!row || row.revoked || !this.#control) return null;
    return {
      id,
      name: row.name,
      settings: { ...DEFAULT_SETTINGS, ...row.settings },
      teams: row.teams,
      audience: '',
      build: this.build,
      leaseHours: this.#control.lease_hours,
      curtain: this.#control.curtain_since !== null,
      message: this.#message,
      paused: row.paused,
      reloadAt: row.reload_at,
      identifyAt: row.identify_at
    };
  }

  /** Tells of every change of a screen's state, which begins as `state` says. @returns how to stop */
  listen(id: string | null, hear: Hear): () => void {
    const hearers = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, hearers.add(hear));
    return () => {
      hearers.delete(hear);
      if (hearers.size === 0 && this.#listeners.get(id) === hearers) this.#listeners.delete(id);
    };
  }

  close(): void {
    this.#closed = true;
    this.#pokes?.stop();
    this.beats.close();
    this.#listeners.clear();
    clearTimeout(this.#lookTimer);
    clearTimeout(this.#messageTimer);
  }

  #lookAgain(): void {
    this.#look().catch(() => undefined);
  }

  /** Settles once everything that changed before the call is known. One look at a time. */
  #look(): Promise<void> {
    if (!this.#looking)
      return (this.#looking = this.#read().finally(() => {
        this.#looking = null;
      }));
    return (this.#next ??= this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.#look();
      }));
  }

  async #read(): Promise<void> {
    clearTimeout(this.#lookTimer);
    let next = 0;
    try {
      const { at, control, screens } = await readStates(this.supabase.service, this.#since);
      if (this.#closed) return;
      this.#since = at;
      this.#note(control, screens);
      if (this.#failures > 0) console.warn('The screens are read again.');
      this.#failures = 0;
      next = this.#pokes?.every() ?? 0;
    } catch (error) {
      if (this.#closed) return;
      next = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.#failures);
      if (this.#failures++ === 0)
        console.error(`The screens cannot be read, and are tried again: ${(error as Error).message}`);
      throw error;
    } finally {
      if (!this.#closed) this.#lookTimer = setTimeout(() => this.#lookAgain(), next);
    }
  }

  #note(control: Control, screens: ScreenRow[]): void {
    const changed = screens.filter((row) => JSON.stringify(this.#rows.get(row.id)) !== JSON.stringify(row));
    for (const row of changed) {
      this.#rows.set(row.id, row);
      if (row.token_hash) this.#ids.set(row.token_hash, row.id);
    }
    const everywhere = JSON.stringify(control) !== JSON.stringify(this.#control);
    this.#control = control;
    if (everywhere) this.#keepMessage(control);
    this.#tell(everywhere ? [...this.#listeners.keys()] : changed.map(({ id }) => id));
  }

  /** A message goes by itself when its time is over. */
  #keepMessage(control: Control): void {
    clearTimeout(this.#messageTimer);
    this.#message = messageOf(control, Date.now());
    if (!this.#message) return;
    const left = Date.parse(control.message_until ?? '') - Date.now();
    this.#messageTimer = setTimeout(() => {
      this.#message = null;
      this.#tell([...this.#listeners.keys()]);
    }, left);
  }

  #tell(ids: (string | null)[]): void {
    for (const id of ids) {
      const hearers = this.#listeners.get(id);
      if (!hearers) continue;
      const state = this.state(id);
      for (const hear of [...hearers]) hear(state);
    }
  }
}

const NOBODY = {
  name: '',
  settings: DEFAULT_SETTINGS,
  teams: null,
  revoked: false,
  paused: false,
  reload_at: null,
  identify_at: null
};
