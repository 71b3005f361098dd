// A crowd of screens without pixels: raw sockets in a process of their own, driven by the messages of its parent.
import { connect, type Socket } from 'node:net';
import type { Order, Report } from './fanout-crowd';

/** Connections that are being made at the same time; a server's queue of them is 511 long. */
const AT_ONCE = 100;

/** Keeps this much of each stream, in case a marker is cut in two. */
const TAIL = 48;

class Screen {
  #tail = '';
  marker: string | null = null;

  constructor(
    readonly socket: Socket,
    private readonly heard: () => void
  ) {}

  /** Settles when what says that the stream is open has arrived. */
  opened(ready: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.once('error', reject).once('close', () => reject(new Error('closed before it was open')));
      this.socket.on('data', (piece: Buffer) => {
        const text = this.#tail + piece.toString('latin1');
        this.#tail = text.slice(-TAIL);
        if (text.includes(ready)) resolve();
        if (this.marker === null || !text.includes(this.marker)) return;
        this.marker = null;
        this.heard();
      });
    });
  }
}

const screens: Screen[] = [];
let arrivals: number[] = [];

process.on('message', (order: Order) => {
  if (order.kind === 'open') void open(order);
  if (order.kind === 'watch') watch(order.marker);
  if (order.kind === 'tell')
    tell({ kind: 'arrivals', times: arrivals, missing: screens.length - arrivals.length });
  if (order.kind === 'close') for (const { socket } of screens.splice(0)) socket.destroy();
});
process.on('disconnect', () => process.exit(0));

async function open({ url, count, ready }: Extract<Order, { kind: 'open' }>): Promise<void> {
  const { hostname, port, pathname, search } = new URL(url);
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/event-stream\r\n\r\n`;
  let left = count;
  const openSome = async () => {
    while (left-- > 0) {
      const socket = connect(Number(port), hostname);
      const screen = new Screen(socket, hear);
      socket.write(request);
      await screen.opened(ready);
      screens.push(screen);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, openSome));
    tell({ kind: 'opened' });
  } catch (error) {
    tell({ kind: 'failed', reason: `${screens.length} of ${count} were open: ${(error as Error).message}` });
  }
}

function watch(marker: string): void {
  arrivals = [];
  for (const screen of screens) screen.marker = marker;
  tell({ kind: 'watching' });
}

/** The clock of the parent as well, to a fraction of a millisecond. */
function hear(): void {
  arrivals.push(performance.timeOrigin + performance.now());
  if (arrivals.length === screens.length) tell({ kind: 'complete' });
}

function tell(report: Report): void {
  process.send?.(report);
}
