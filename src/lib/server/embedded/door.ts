import { chmod, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { join, resolve } from 'node:path';

/**
 * A way into the embedded database for commands of the same user while a server has it open: a socket file in the
 * data directory, which nobody else can enter. It speaks what supabase-js speaks and asks for the same keys.
 */
function doorOf(directory: string): string {
  const path = resolve(directory);
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\vis-a-vis${path.replace(/[^\w]/g, '-')}`
    : join(path, 'door');
}

/**
 * Opens the door. Where the path is too long for a socket (about 100 characters) there is none, and commands ask to
 * stop the server first.
 *
 * @returns how to close it
 */
export async function openDoor(directory: string, answer: typeof fetch): Promise<() => Promise<void>> {
  const path = doorOf(directory);
  if (process.platform !== 'win32') await rm(path, { force: true });
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await readAll(incoming);
      const response = await answer(`http://embedded.supabase${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers: incoming.headers as Record<string, string>,
        ...(body.length > 0 ? { body: new Uint8Array(body) } : {})
      });
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    })().catch((error: Error) => outgoing.writeHead(502).end(error.message));
  });
  if (!(await listen(server, path))) return async () => undefined;
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return () =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
}

/** A transport for supabase-js through the door of a server that is running on this directory. */
export function throughDoor(directory: string): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const body = Buffer.from(await request.arrayBuffer());
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        {
          socketPath: doorOf(directory),
          // A connection that is kept is one that the server may just be closing.
          agent: false,
          path: pathname + search,
          method: request.method,
          headers: Object.fromEntries(request.headers)
        },
        (incoming) => {
          readAll(incoming).then((bytes) => {
            const status = incoming.statusCode ?? 502;
            const headers = incoming.headers as Record<string, string>;
            resolve(
              new Response(status === 204 || status === 304 ? null : new Uint8Array(bytes), {
                status,
                headers
              })
            );
          }, reject);
        }
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  };
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(path, () => resolve(true));
  });
}
