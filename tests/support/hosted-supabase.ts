import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { provisionEmbedded, hashPassword } from '../../src/lib/server/users';
import { migrate, readMigrations } from '../../src/lib/server/embedded/migrations';
import type { Embedded } from '../../src/lib/server/embedded/embedded';
import { openNativeEngine, SECRETS } from './native-engine';

/**
 * Stands in for a Supabase project: its API over HTTP, on native Postgres, in a process of its own. It has no Realtime.
 * Run by the tests; prints one JSON line with its address and keys, and ends when its standard input closes.
 */
const { engine } = await openNativeEngine();
await migrate(
  engine,
  await readMigrations(fileURLToPath(new URL('../../supabase/migrations', import.meta.url)))
);

const server = createServer((incoming, outgoing) => {
  void (async () => {
    const body = await readAll(incoming);
    const url = new URL(incoming.url ?? '/', 'http://stand-in');
    const answer =
      url.pathname === '/auth/v1/admin/users' ? await createUser(body) : await pass(incoming, url, body);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  })().catch((error: Error) => outgoing.writeHead(500).end(error.message));
});

function pass(incoming: IncomingMessage, url: URL, body: Buffer): Promise<Response> {
  const init = { method: incoming.method ?? 'GET', headers: incoming.headers as Record<string, string> };
  return engine.fetch(new Request(url, body.length > 0 ? { ...init, body: new Uint8Array(body) } : init));
}

/** The one call of Auth's admin API that the application makes; the engine has no admin API. */
async function createUser(body: Buffer): Promise<Response> {
  const { email, password } = JSON.parse(body.toString()) as { email: string; password: string };
  const id = await provisionEmbedded(engine as unknown as Embedded, email, await hashPassword(password));
  return Response.json({ id, email, aud: 'authenticated', role: 'authenticated' });
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const { publishableKey, secretKey } = SECRETS;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}`, publishableKey, secretKey }));
});

process.stdin.on('close', () => {
  server.close();
  server.closeAllConnections();
  void engine.close().then(() => process.exit(0));
});
process.stdin.resume();
