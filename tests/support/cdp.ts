import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';

/** Whoever takes commands of the DevTools protocol: a page of ours, or a session of Playwright. */
export interface Devtools {
  send(method: string, params?: object): Promise<unknown>;
}

/** A Chromium too old for Playwright, headless. */
export interface OldEngine {
  /** `Chromium 79` */
  name: string;
  open(viewport: { width: number; height: number }): Promise<OldPage>;
  close(): Promise<void>;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--remote-debugging-port=0',
  '--hide-scrollbars'
];
const STARTS_WITHIN = 20_000;

/** @param libraries folder of shared libraries the binary was packed with, which the system may not have */
export async function launchOldEngine(binary: string, libraries: string): Promise<OldEngine> {
  const profile = await mkdtemp(join(tmpdir(), 'old-engine-'));
  const child = spawn(binary, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LD_LIBRARY_PATH: libraries, TZ: 'Europe/Paris' }
  });
  const close = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => void rm(profile, { recursive: true, force: true }).then(resolve));
      child.kill('SIGKILL');
    });
  const origin = await addressOf(child).catch(async (error: Error) => {
    await close();
    throw error;
  });
  const about = (await (await fetch(`${origin}/json/version`)).json()) as { Browser: string };
  return {
    name: about.Browser.replace(/^\w+\/(\d+).*/, 'Chromium $1'),
    async open(viewport) {
      const created = await fetch(`${origin}/json/new?about:blank`, { method: 'PUT' });
      const { webSocketDebuggerUrl } = (await created.json()) as { webSocketDebuggerUrl: string };
      return OldPage.attach(webSocketDebuggerUrl, viewport);
    },
    close
  };
}

/** What it prints once it takes commands. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(
      () => reject(new Error(`The engine does not start:\n${printed}`)),
      STARTS_WITHIN
    );
    child
      .once('error', reject)
      .once('exit', (code) => reject(new Error(`It ended with ${code}:\n${printed}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /listening on ws:\/\/([^/]+)\//.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(`http://${address}`);
    });
  });
}

type Answer = { id: number; result?: unknown; error?: { message: string } };
type Notice = { method: string; params: Record<string, unknown> };

/** A page of an old engine, with as much as a smoke test needs. */
export class OldPage implements Devtools {
  /** Exceptions nobody caught, and errors on the console, in order. */
  readonly errors: string[] = [];
  #asked = 0;
  #waiting = new Map<number, (answer: Answer) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => this.#hear(JSON.parse(String(data)) as Answer | Notice));
  }

  static async attach(url: string, viewport: { width: number; height: number }): Promise<OldPage> {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const page = new OldPage(socket);
    await page.send('Page.enable');
    await page.send('Runtime.enable');
    await page.send('Network.enable');
    await page.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Language': 'fr-FR' } });
    await page.send('Emulation.setDeviceMetricsOverride', {
      ...viewport,
      deviceScaleFactor: 1,
      mobile: false
    });
    return page;
  }

  async send<Result>(method: string, params: object = {}): Promise<Result> {
    const id = (this.#asked += 1);
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  }

  async goto(url: string): Promise<void> {
    await this.send('Page.navigate', { url });
    await this.until(`document.readyState === 'complete' && location.href.indexOf('about:') !== 0`);
  }

  /** What an expression comes to, in JavaScript that the engine understands; a promise is waited for. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await this.send<{
      result: { value: Value };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /**
   * Waits until an expression is true.
   *
   * @param patience milliseconds
   * @throws with what it was at last
   */
  async until(expression: string, patience = 10_000): Promise<void> {
    const end = performance.now() + patience;
    for (;;) {
      const value = await this.evaluate(expression).catch((error: Error) => error.message);
      if (value === true) return;
      if (performance.now() > end)
        throw new Error(`Not in ${patience} ms: ${expression} (it is ${String(value)})`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async press(key: string, code: number): Promise<void> {
    const event = { key, code: key, windowsVirtualKeyCode: code, nativeVirtualKeyCode: code };
    await this.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  async screenshot(file: string): Promise<void> {
    const { data } = await this.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    await writeFile(file, Buffer.from(data, 'base64'));
  }

  #hear(message: Answer | Notice): void {
    if ('id' in message) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
      return;
    }
    const { method, params } = message;
    if (method === 'Runtime.exceptionThrown') {
      const { exceptionDetails } = params as {
        exceptionDetails: { text: string; exception?: { description?: string } };
      };
      this.errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    if (method === 'Runtime.consoleAPICalled' && params.type === 'error')
      this.errors.push((params.args as { value?: unknown }[]).map(({ value }) => String(value)).join(' '));
  }
}
