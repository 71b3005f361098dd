import { createTransport } from 'nodemailer';

/** A message to one person. */
interface Message {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** What became of a message: `refused` is about this recipient alone, and says nothing of the next. */
export type Delivery = 'sent' | 'refused';

/** Mail that could not be sent to anybody: the server is away, or does not let us in. */
export class MailDown extends Error {}

export interface Mail {
  /** @throws MailDown */
  check(): Promise<void>;
  /** @throws MailDown */
  send(message: Message): Promise<Delivery>;
  close(): void;
}

/** How many messages are on their way at once; the others wait their turn. */
const AT_ONCE = 4;

/** No answer for so long counts as none, in milliseconds. */
const PATIENCE = 20_000;

/**
 * The one door to the mail server.
 *
 * @param smtp smtp://user:password@host:port or smtps://…, as nodemailer reads it
 */
export function openMail({ smtp, from }: { smtp: string; from: string }): Mail {
  const transport = createTransport(
    {
      url: smtp,
      pool: true,
      maxConnections: AT_ONCE,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE
    },
    // A machine wrote it: nobody's holiday notice need answer.
    { from, headers: { 'Auto-Submitted': 'auto-generated' } }
  );
  return {
    check: async () => {
      await transport.verify().catch((error: unknown) => {
        throw down(error);
      });
    },
    send: async (message) => {
      try {
        await transport.sendMail(message);
        return 'sent';
      } catch (error) {
        if (isAboutOne(error)) return 'refused';
        throw down(error);
      }
    },
    close: () => transport.close()
  };
}

/** Whether a message was refused for itself or its recipient; a sender that is refused will be every time. */
function isAboutOne(error: unknown): boolean {
  const { command } = error as { command?: string };
  return ['EENVELOPE', 'EMESSAGE'].includes(codeOf(error)) && command !== 'MAIL FROM';
}

/** The code alone: an error of the server may quote a name, an address or a part of the message. */
function down(error: unknown): MailDown {
  return new MailDown(`The mail server cannot be used (${codeOf(error)}).`);
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? 'no code');
}
