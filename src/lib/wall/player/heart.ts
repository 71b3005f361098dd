import type { Beat } from '$lib/screens/screen';
import { cardsIn } from '../scene';
import { engineOf } from './engine';
import type { Picture } from './cover';
import type { Player } from './player';

const BEAT_EVERY = 30_000;
/** What just happened is noticed and told within this, with what else happens meanwhile. Milliseconds. */
const SOON = 1_000;
/** An answer that does not come by then does not come. */
const PATIENCE = 10_000;

/** What the server may answer to a beat. */
export interface Answers {
  revoked(): void;
  unknown(): void;
}

/**
 * Tells the server how a screen is: what was really painted last, and not what should have been, so that one whose
 * painter froze is seen. Never two beats at once; one that fails is forgotten, the next says more.
 */
export class Heart {
  #painted: Beat['painted'] = null;
  #next: ReturnType<typeof setTimeout> | undefined;
  #told: Beat['state'] | null = null;
  #isBeating = false;
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly player: Player,
    private readonly build: string,
    private readonly answers: Answers
  ) {}

  start(): void {
    this.#looking = setInterval(() => this.#look(), SOON);
    this.#after(SOON);
  }

  stop(): void {
    clearInterval(this.#looking);
    clearTimeout(this.#next);
    this.#looking = undefined;
  }

  /** A picture is on the screen: its painter has said so. */
  painted(picture: Picture): void {
    const isFirst = this.#painted === null;
    const [id = null] = 'shown' in picture ? cardsIn(picture) : [];
    this.#painted = { scene: picture.kind, id, at: new Date(this.player.now).toISOString() };
    if (isFirst) this.#after(SOON);
  }

  #look(): void {
    if (this.#told !== null && stateOf(this.player) !== this.#told) void this.#beat();
  }

  #after(ms: number): void {
    clearTimeout(this.#next);
    if (this.#looking !== undefined) this.#next = setTimeout(() => void this.#beat(), ms);
  }

  async #beat(): Promise<void> {
    this.#after(BEAT_EVERY * (0.9 + Math.random() / 5));
    const { state } = this.player;
    if (this.#isBeating || !state || state.id === null) return;
    this.#isBeating = true;
    const beat = this.#now();
    this.#told = beat.state;
    const status = await post(beat);
    this.#isBeating = false;
    if (status === 410) this.answers.revoked();
    if (status === 401) this.answers.unknown();
  }

  #now(): Beat {
    const { memory } = performance as { memory?: { usedJSHeapSize: number } };
    return {
      build: this.build,
      painted: this.#painted,
      state: stateOf(this.player),
      viewport: { width: innerWidth, height: innerHeight, ratio: devicePixelRatio },
      engine: engineOf(navigator.userAgent),
      clockOffset: Math.round(this.player.hearing.clockOffset),
      heap: memory ? memory.usedJSHeapSize : null,
      uptime: Math.round(performance.now())
    };
  }
}

/** What lies over the playlist says more than the line, and the line more than a pause. */
export function stateOf({
  picture,
  status,
  paused
}: Pick<Player, 'picture' | 'status' | 'paused'>): Beat['state'] {
  if (picture.kind === 'notice') return 'message';
  if (picture.kind === 'lease-over' || picture.kind === 'quiet' || picture.kind === 'curtain')
    return picture.kind;
  if (status.kind !== 'live') return status.kind === 'offline' ? 'offline' : 'catching-up';
  return paused ? 'paused' : 'live';
}

/** @returns the status of the answer; 0 when there was none */
async function post(beat: Beat): Promise<number> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(beat);
    const { signal } = abort;
    return (await fetch('/wall/beat', { method: 'POST', headers, body, signal, cache: 'no-store' })).status;
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
  }
}
