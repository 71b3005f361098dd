import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HANDED_OVER, handOver, takeOver } from './handover';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** The address of a server that answers everything like this. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    handOver(response);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a connection that the application takes over', () => {
  it('goes on after the answer has ended, with the head that was answered', async () => {
    const url = await serve((_request, response) => {
      const name = takeOver((connection) => {
        connection.write('first, ');
        setImmediate(() => connection.end('last'));
      });
      response.setHeader(HANDED_OVER, name).setHeader('set-cookie', 'a=1').writeHead(200).end();
    });
    const answer = await fetch(url);
    expect(answer.headers.get('set-cookie')).toBe('a=1');
    expect(answer.headers.has(HANDED_OVER)).toBe(false);
    expect(await answer.text()).toBe('first, last');
  });

  it('ends as ever where nobody takes it', async () => {
    const url = await serve((_request, response) => void response.writeHead(404).end('not here'));
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([404, 'not here']);
  });

  it('is not given to whoever names it a second time', async () => {
    let taken = 0;
    const name = takeOver((connection) => {
      taken += 1;
      connection.end();
    });
    const url = await serve((_request, response) => {
      response.setHeader(HANDED_OVER, name).writeHead(200).end();
    });
    await fetch(url);
    const again = await fetch(url);
    expect(await again.text()).toBe('');
    expect(taken).toBe(1);
  });
});
