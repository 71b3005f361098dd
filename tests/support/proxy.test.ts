import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { layCable, type Cable } from './proxy';

const BODY = 'x'.repeat(20_000);

describe('the cable', () => {
  let server: Server;
  let cable: Cable;
  const streams = new Set<(text: string) => void>();

  beforeEach(async () => {
    server = createServer((request, response) => {
      if (request.url !== '/stream') return void response.end(BODY);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const write = (text: string) => response.write(text);
      write('open\n\n');
      streams.add(write);
      response.on('close', () => streams.delete(write));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cable = await layCable(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });

  afterEach(async () => {
    streams.clear();
    await cable.dispose();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const get = async () => {
    const response = await fetch(`${cable.url}/`, { headers: { connection: 'close' } });
    return { status: response.status, body: await response.text() };
  };
  const failure = () =>
    get().then(
      () => null,
      (error: { cause?: { code?: string } }) => error.cause?.code
    );
  const stream = async () => {
    const response = await fetch(`${cable.url}/stream`);
    const reader = response.body!.getReader();
    await reader.read();
    return reader;
  };
  const say = (text: string) => streams.forEach((write) => write(text));

  test('passes everything on', async () => {
    expect(await get()).toEqual({ status: 200, body: BODY });
    expect(cable.connections()).toBe(1);
  });

  test('refuses when it is pulled, cuts who is connected, and works again on the same address', async () => {
    const reader = await stream();
    await cable.pull();
    await expect(reader.read()).rejects.toThrow();
    expect(await failure()).toBe('ECONNREFUSED');
    await cable.plug();
    expect(await get()).toEqual({ status: 200, body: BODY });
  });

  test('resets', async () => {
    const reader = await stream();
    await cable.set('reset');
    await expect(reader.read()).rejects.toThrow();
    expect(await failure()).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
  });

  test('answers 503, and cuts who is connected', async () => {
    const reader = await stream();
    await cable.set('503');
    await expect(reader.read()).rejects.toThrow();
    expect(await get()).toEqual({ status: 503, body: '' });
  });

  test('swallows everything as a black hole; who fell into it never hears again', async () => {
    const reader = await stream();
    await cable.set('blackhole');
    const near = await dial(cable.url);
    near.write('GET / HTTP/1.1\r\nHost: there\r\nConnection: close\r\n\r\n');
    say('into the hole\n\n');
    let heard = 0;
    near.on('data', () => (heard += 1)).on('close', () => (heard += 1));
    const next = reader.read();

    await cable.plug();
    expect((await get()).status).toBe(200);
    say('after the hole\n\n');
    const latecomer = await stream();
    expect(
      await Promise.race([next.then(() => 'heard'), latecomer.read().catch(() => null), pause(100)])
    ).toBe('silence');
    expect(heard).toBe(0);
    near.destroy();
    await reader.cancel();
    await latecomer.cancel();
  });

  test('passes on so many bytes a second, late, on a connection that is open too', async () => {
    const reader = await stream();
    await cable.set({ kind: 'slow', bytesPerSecond: 50_000, delay: 100 });
    let from = performance.now();
    say('late\n\n');
    await reader.read();
    expect(performance.now() - from).toBeGreaterThan(95);
    from = performance.now();
    expect((await get()).body).toBe(BODY);
    expect(performance.now() - from).toBeGreaterThan(400);
    await reader.cancel();
  });
});

function dial(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket));
    socket.on('error', reject);
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(() => resolve('silence'), ms));
