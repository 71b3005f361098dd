import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * What a line between a screen and its server can do:
 * - `pass`: works;
 * - `blackhole`: takes everything and passes on nothing, as behind a router that lost its way; whoever was connected
 *   stays connected and hears nothing any more, even when the line works again;
 * - `reset`: cuts every connection and each new one as soon as it is made;
 * - `refuse`: cuts every connection and nobody listens, as with a server that is down;
 * - `503`: cuts every connection and answers each request with an error, as a proxy whose server is away;
 * - `slow`: passes on so many bytes a second, each piece this many milliseconds late.
 */
export type Mode =
  'pass' | 'blackhole' | 'reset' | 'refuse' | '503' | { kind: 'slow'; bytesPerSecond: number; delay: number };

/** A cable between a browser and the application: the only "offline" that a browser takes for what it is. */
export interface Cable {
  url: string;
  /** Changes what the line does, at once and for those who are connected too. */
  set(mode: Mode): Promise<void>;
  /** `refuse` */
  pull(): Promise<void>;
  /** `pass` */
  plug(): Promise<void>;
  /** How many connections were made so far. */
  connections(): number;
  /** How many bytes the application has sent so far. */
  bytes(): number;
  dispose(): Promise<void>;
}

/** A slow line passes on what it has this often, in milliseconds. */
const TICK = 50;
const UNAVAILABLE = 'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** @param to the address of the application, `http://127.0.0.1:3000` */
export async function layCable(to: string): Promise<Cable> {
  const { hostname, port: farPort } = new URL(to);
  const lines = new Set<Line>();
  let mode: Mode = 'pass';
  let made = 0;
  let ended = 0;

  const server = createServer({ allowHalfOpen: true }, (near) => {
    made += 1;
    if (mode === 'reset') return void near.on('error', () => undefined).resetAndDestroy();
    const line = new Line(near, mode === '503' ? null : connect(Number(farPort), hostname), () => mode);
    if (mode === 'blackhole') line.silence();
    lines.add(line);
    line.onEnd(() => {
      lines.delete(line);
      ended += line.bytes;
    });
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', () => resolve());
    });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const line of lines) line.cut();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  const set = async (next: Mode) => {
    mode = next;
    if (next === 'blackhole') for (const line of lines) line.silence();
    if (next === 'reset' || next === '503') for (const line of lines) line.cut();
    if (next === 'refuse' && server.listening) await close();
    if (next !== 'refuse' && !server.listening) await listen(port);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    set,
    pull: () => set('refuse'),
    plug: () => set('pass'),
    connections: () => made,
    bytes: () => [...lines].reduce((sum, { bytes }) => sum + bytes, ended),
    dispose: () => (server.listening ? close() : Promise.resolve())
  };
}

/** One connection of a browser and its continuation to the application. */
class Line {
  #silent = false;

  constructor(
    private readonly near: Socket,
    private readonly far: Socket | null,
    private readonly mode: () => Mode
  ) {
    near.on('error', () => undefined);
    if (!far) {
      near.once('data', () => near.end(UNAVAILABLE));
      return;
    }
    far.on('error', () => undefined);
    near.on('close', () => this.#silent || far.destroy());
    void this.#carry(near, far);
    void this.#carry(far, near);
  }

  /** From now on neither side hears anything of the other, not even that it left. */
  silence(): void {
    this.#silent = true;
  }

  get bytes(): number {
    return this.far ? this.far.bytesRead : 0;
  }

  /** Called when nothing of the connection is left. */
  onEnd(forget: () => void): void {
    (this.far ?? this.near).on('close', forget);
  }

  cut(): void {
    this.near.resetAndDestroy();
    this.far?.destroy();
  }

  async #carry(from: Socket, to: Socket): Promise<void> {
    try {
      for await (const piece of from as AsyncIterable<Buffer>) {
        if (!this.#silent) await this.#pass(piece, to);
      }
      if (!this.#silent) to.end();
    } catch {
      // What breaks on one side breaks on the other.
      if (!this.#silent) to.destroy();
    }
  }

  async #pass(piece: Buffer, to: Socket): Promise<void> {
    let mode = this.mode();
    if (typeof mode === 'object') await after(mode.delay);
    for (let at = 0; at < piece.length;) {
      mode = this.mode();
      if (this.#silent) return;
      const most = typeof mode === 'object' ? Math.ceil((mode.bytesPerSecond * TICK) / 1000) : Infinity;
      const part = piece.subarray(at, at + most);
      at += part.length;
      if (!to.write(part)) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
      if (typeof mode === 'object') await after(TICK);
    }
  }
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
