import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Build = 'old' | 'new';

/** Two builds of one application behind one address, as while a new one is rolled out. */
export interface Builds {
  url: string;
  /** The name of the new build, as the player and its stream say it. */
  newBuild: string;
  /** Which build answers a request; a function is asked at each, with how many there were before. */
  serve(choice: Build | ((request: number) => Build)): void;
  /** What is wrong with the script of the new build: it throws at once, or is not there. Null when it works. */
  spoil(how: 'throws' | 'missing' | null): void;
  /** What was asked for, in order. */
  asked: { path: string; build: Build; status: number }[];
  /** Cuts every connection, as a server does that is taken away. */
  cut(): void;
  dispose(): Promise<void>;
}

/** Files whose name tells their content: those of one build are not there in the other. */
const FILES = '/_app/immutable/wall/';
const NEW_FILES = `${FILES}new-`;
const TEXT = /^(text\/|application\/(javascript|json|manifest))/;

/**
 * Serves the running application as the old build and, under another name and with other files, as the new one.
 *
 * @param to its address; its wall says in `data-build` which build it is
 */
export async function serveTwoBuilds(to: string): Promise<Builds> {
  const page = await (await fetch(`${to}/wall`)).text();
  const oldBuild = /data-build="([^"]+)"/.exec(page)?.[1];
  if (!oldBuild) throw new Error('The wall does not say which build it is.');
  const newBuild = [...oldBuild].reverse().join('');
  if (newBuild === oldBuild)
    throw new Error(`${oldBuild} reads the same from both ends: a new name is needed.`);
  const asNew = (text: string) => text.split(oldBuild).join(newBuild).split(FILES).join(NEW_FILES);

  let choose: (request: number) => Build = () => 'old';
  let spoilt: 'throws' | 'missing' | null = null;
  const asked: Builds['asked'] = [];

  const answer = (incoming: IncomingMessage, response: ServerResponse) => {
    const build = choose(asked.length);
    const path = incoming.url ?? '/';
    const entry = { path, build, status: 404 };
    asked.push(entry);
    const isFileOf: Build | null = path.startsWith(NEW_FILES) ? 'new' : path.startsWith(FILES) ? 'old' : null;
    if (isFileOf !== null && isFileOf !== build) return void response.writeHead(404).end();
    const isSpoilt = isFileOf === 'new' && path.endsWith('.js');
    if (isSpoilt && spoilt === 'missing') return void response.writeHead(404).end();

    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    if (build === 'new') delete headers['if-none-match'];
    const passed = request(
      `${to}${path.replace(NEW_FILES, FILES)}`,
      { method: incoming.method, headers },
      (from) => {
        entry.status = from.statusCode ?? 502;
        const rewrites = build === 'new' && TEXT.test(from.headers['content-type'] ?? '');
        const sent = { ...from.headers };
        if (rewrites) delete sent['content-length'];
        response.writeHead(entry.status, sent);
        if (!rewrites) return void from.pipe(response);
        if (isSpoilt && spoilt === 'throws')
          response.write(`throw new Error('This build does not boot.');\n`);
        from.setEncoding('utf8');
        // A stream goes on for hours; whatever names the build stands in one piece of it.
        if (/event-stream/.test(from.headers['content-type'] ?? ''))
          return void from
            .on('data', (piece: string) => response.write(asNew(piece)))
            .on('end', () => response.end());
        let text = '';
        from.on('data', (piece: string) => (text += piece)).on('end', () => response.end(asNew(text)));
      }
    );
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    incoming.pipe(passed);
  };

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    newBuild,
    serve: (choice) => void (choose = typeof choice === 'function' ? choice : () => choice),
    spoil: (how) => void (spoilt = how),
    asked,
    cut: () => server.closeAllConnections(),
    dispose: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
