// Lets the application go on writing on a connection after the framework has answered. A stream of the framework's own
// costs up to 90 kB a screen and four times the processor of a plain write. Plain JavaScript: the server that runs the
// built application, the development server and the application itself all use it, each with a copy of its own.

/** Names what the application will do with the connection; it never reaches a visitor. */
export const HANDED_OVER = 'x-vis-a-vis-handed-over';

/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {(connection: ServerResponse) => void} Take */

const SHARED = Symbol.for('vis-a-vis handed over');
const shared = /** @type {{ [SHARED]?: Map<string, Take> }} */ (globalThis);

/**
 * For the application: whoever answers with the header `HANDED_OVER` and this name, and no body, is given the
 * connection once the head of the answer is written.
 *
 * @param {Take} take
 * @returns {string}
 * @throws when the server that runs the application hands nothing over
 */
export function takeOver(take) {
  const waiting = shared[SHARED];
  if (!waiting)
    throw new Error('Start the application with npm start, or npm run dev: no other server can stream.');
  const name = crypto.randomUUID();
  waiting.set(name, take);
  return name;
}

/**
 * For the server: where the answer asks for it, its end is not the end.
 *
 * @param {ServerResponse} response before anything answers it
 */
export function handOver(response) {
  const waiting = (shared[SHARED] ??= new Map());
  const { writeHead, end } = response;
  response.writeHead = (/** @type {any[]} */ ...head) => {
    const name = String(response.getHeader(HANDED_OVER) ?? '');
    const take = waiting.get(name);
    waiting.delete(name);
    response.removeHeader(HANDED_OVER);
    response.writeHead = writeHead;
    if (take) {
      // Whatever comes until the connection ends, in one write each: in chunks every message would take four.
      response.removeHeader('transfer-encoding');
      response.end = () => {
        response.end = end;
        take(response);
        return response;
      };
    }
    return writeHead.apply(response, /** @type {any} */ (head));
  };
}
