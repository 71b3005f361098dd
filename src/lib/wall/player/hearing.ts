import type { WallEvent } from '../events';
import type { Status } from './connection';

/** For this long a screen that came back waits for what it missed before it turns to a card that may be gone. */
const LONGEST_HOLD = 10_000;
/** A device's clock may go back by this much without having been set back. Milliseconds. */
const DRIFT = 60_000;

/** How a screen hears the server: whether, since when, and what time it is there. */
export class Hearing {
  status: Status = { kind: 'shown' };
  /** Server's clock minus the device's, in milliseconds: a TV's own is often wrong. */
  clockOffset = 0;
  #heardAt = Date.now();
  #holdsUntil = 0;

  /** By the server's clock, in milliseconds since 1970. */
  get now(): number {
    return Date.now() + this.clockOffset;
  }

  /** Milliseconds since the server was last heard; a device whose clock went back cannot know, and says for ever. */
  get silentFor(): number {
    if (this.status.kind === 'live') return 0;
    const silent = Date.now() - this.#heardAt;
    return silent < -DRIFT ? Infinity : silent;
  }

  /** Whether missed changes are being told: meanwhile the picture stays, for the next might show what is gone. */
  get holds(): boolean {
    return Date.now() < this.#holdsUntil;
  }

  /** @param at by the device's clock */
  begin(at: number): void {
    this.#heardAt = at;
  }

  tell(status: Status): void {
    if (this.status.kind === 'live') this.#heardAt = Date.now();
    if (status.kind === 'offline') this.#heardAt = status.since;
    if (status.kind !== 'catching-up') this.#holdsUntil = 0;
    else if (this.status.kind !== 'catching-up') this.#holdsUntil = Date.now() + LONGEST_HOLD;
    this.status = status;
  }

  hear(event: WallEvent): void {
    this.#heardAt = Date.now();
    if (event.event === 'snapshot') this.#holdsUntil = 0;
    if (event.event === 'snapshot' || event.event === 'live')
      this.clockOffset = Date.parse(event.data.at) - Date.now();
  }
}
