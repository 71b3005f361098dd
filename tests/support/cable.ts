import { connect, createServer, type Socket } from 'node:net';

/** A cable between a browser and the application, which can be pulled out: what "offline" is on a real screen. */
export interface Cable {
  url: string;
  /** Cuts every connection and refuses new ones. */
  pull(): void;
  plug(): void;
  dispose(): Promise<void>;
}

export function layCable(to: string): Promise<Cable> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let plugged = true;

  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => undefined).on('close', () => sockets.delete(near));
    if (!plugged) return void near.destroy();
    const far = connect(Number(port), hostname);
    sockets.add(far);
    far.on('error', () => near.destroy()).on('close', () => (sockets.delete(far), near.destroy()));
    near.on('close', () => far.destroy());
    near.pipe(far).pipe(near);
  });
  const cut = () => sockets.forEach((socket) => socket.destroy());

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (!address || typeof address === 'string') return reject(new Error('no port'));
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        pull: () => {
          plugged = false;
          cut();
        },
        plug: () => (plugged = true),
        dispose: () => {
          cut();
          return new Promise((closed) => server.close(() => closed()));
        }
      });
    });
  });
}
