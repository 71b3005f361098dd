// Serves the built application over plain HTTP. Behind a proxy that ends TLS set TRUST_PROXY=true.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { handOver } from '../lib/server/handover.js';
import { root } from './prepare.js';

/** How long a shutdown may take before what is left is cut, in milliseconds. */
const PATIENCE = 2500;

const PROTOCOL = 'x-vis-a-vis-protocol';
const HOST = 'x-vis-a-vis-host';

/**
 * Starts the server and resolves once it listens.
 *
 * The application is not told its protocol by plain Node and would take itself for https, refusing every form of a
 * plain http page. So each request carries it in a header of ours, which no visitor can set.
 *
 * @param {{ host: string, port: number, trustProxy?: boolean }} options
 * @returns {Promise<{ url: string, stop: () => void }>}
 * @throws when the address is taken, or the data cannot be opened
 */
export async function serve({ host, port, trustProxy = false }) {
  process.env.PROTOCOL_HEADER = PROTOCOL;
  process.env.HOST_HEADER = HOST;
  if (trustProxy) process.env.ADDRESS_HEADER = 'x-forwarded-for';
  // Files are streamed to disk and limited there.
  process.env.BODY_SIZE_LIMIT = 'Infinity';

  const { handler } = await import(pathToFileURL(join(root, 'build/handler.js')).href);
  const server = createServer((request, response) => {
    const { headers } = request;
    const forwarded = (/** @type {string} */ name) =>
      trustProxy
        ? String(headers[name] ?? '')
            .replace(/,.*/, '')
            .trim()
        : '';
    headers[PROTOCOL] = forwarded('x-forwarded-proto') || 'http';
    headers[HOST] = forwarded('x-forwarded-host') || headers.host || `${host}:${port}`;
    if (trustProxy && !headers['x-forwarded-for'])
      headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
    handOver(response);
    handler(request, response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close();
    server.closeIdleConnections();
    /** @type {NodeJS.EventEmitter} */ (process).emit('sveltekit:shutdown');
    setTimeout(() => server.closeAllConnections(), PATIENCE / 2).unref();
    setTimeout(() => process.exit(0), PATIENCE).unref();
  };
  // A promise that failed with nobody waiting is a fault to mend, not a reason to darken every screen.
  process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const { port: actualPort } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://${shown}:${actualPort}`, stop };
}
