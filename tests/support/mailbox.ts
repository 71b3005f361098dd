import { SMTPServer } from 'smtp-server';

/** A message as it arrived, with its sender and recipient of the envelope. */
interface Received {
  to: string;
  from: string;
  raw: string;
}

/** A mail server that keeps what it gets. */
export interface Mailbox {
  /** smtp://… */
  url: string;
  received: Received[];
  /** Addresses that are refused. */
  refused: Set<string>;
  close(): Promise<void>;
}

export function openMailbox(): Promise<Mailbox> {
  const received: Received[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) =>
      done(refused.has(address) ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          to: rcptTo[0]?.address ?? '',
          from: mailFrom ? mailFrom.address : '',
          raw: Buffer.concat(chunks).toString()
        });
        done();
      });
    }
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port'));
      resolve({
        url: `smtp://127.0.0.1:${address.port}`,
        received,
        refused,
        close: () => new Promise((closed) => server.close(() => closed()))
      });
    });
  });
}

/** The parts of a message that are text, decoded. */
export function readable(raw: string): string {
  return raw
    .split(/\r?\n--[^\r\n]+\r?\n/)
    .map((part) => {
      const [head = '', ...body] = part.split(/\r?\n\r?\n/);
      const text = body.join('\n\n');
      if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString();
      return /quoted-printable/i.test(head) ? unquoted(text) : text;
    })
    .join('\n');
}

function unquoted(text: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
