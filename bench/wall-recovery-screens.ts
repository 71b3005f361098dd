// Screens without pixels that come back as the player does: its own line and its own store of cards, many of them in
// one process of their own, driven by the messages of its parent.
import { Connection } from '../src/lib/wall/player/connection';
import { Material } from '../src/lib/wall/player/material';

export type Order =
  { kind: 'open'; url: string; count: number } | { kind: 'await'; ids: string[]; patience: number };
export type Report =
  { kind: 'opened' } | { kind: 'recovered'; times: number[]; missing: number; twice: number };

// What the player's line asks of a browser, besides fetch.
Object.assign(globalThis, {
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  document: {
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    visibilityState: 'visible'
  }
});

class Screen {
  isLive = false;
  /** When each verbatim was put in, in milliseconds since 1970. */
  readonly had = new Map<string, number>();
  twice = 0;
  readonly #material = new Material();

  constructor(url: string) {
    const line = new Connection(`${url}/wall/stream`, {
      cursor: () => this.#material.cursor,
      status: (status) => {
        this.isLive = status.kind === 'live';
        changed();
      },
      hear: (event) => {
        if (event.event === 'snapshot') {
          this.#material.take(event.data);
          for (const { id } of event.data.cards) this.#note(id);
        }
        if (event.event === 'live') this.#material.advance(event.data.cursor);
        if (event.event !== 'change') return;
        const outcome = this.#material.apply(event.data, null, null);
        this.#material.advance(event.id);
        if (outcome !== 'added' || !('card' in event.data)) return;
        if (this.had.has(event.data.card.id)) this.twice += 1;
        this.#note(event.data.card.id);
      }
    });
    void line.open();
  }

  #note(id: string): void {
    if (this.had.has(id)) return;
    this.had.set(id, performance.timeOrigin + performance.now());
    changed();
  }
}

const screens: Screen[] = [];
let changed = () => undefined as void;

process.on('message', (order: Order) => void obey(order));
process.on('disconnect', () => process.exit(0));

async function obey(order: Order): Promise<void> {
  if (order.kind === 'open') {
    for (let i = 0; i < order.count; i += 1) screens.push(new Screen(order.url));
    await until(() => screens.every(({ isLive }) => isLive), Infinity);
    return tell({ kind: 'opened' });
  }
  const isComplete = ({ had }: Screen) => order.ids.every((id) => had.has(id));
  await until(() => screens.every(isComplete), order.patience);
  const complete = screens.filter(isComplete);
  tell({
    kind: 'recovered',
    times: complete.map(({ had }) => Math.max(...order.ids.map((id) => had.get(id) ?? NaN))),
    missing: screens.length - complete.length,
    twice: screens.reduce((sum, { twice }) => sum + twice, 0)
  });
}

/** Settles once the condition holds, looked at whenever something changed, or after so many milliseconds. */
function until(condition: () => boolean, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = patience === Infinity ? undefined : setTimeout(resolve, patience);
    changed = () => {
      if (!condition()) return;
      clearTimeout(timer);
      changed = () => undefined;
      resolve();
    };
    changed();
  });
}

function tell(report: Report): void {
  process.send?.(report);
}
