import { requireRole } from '$lib/server/session';
import { refusedLines } from '$lib/intake/refusals.server';
import { REFUSALS } from '$lib/intake/words';
import type { RefusalReason } from '$lib/intake/row';
import { m } from '$lib/i18n/paraglide/messages';

/** Every refused line with its reason, as a file that French Excel opens: a byte order mark, semicolons, CRLF. */
export const GET = async (event) => {
  requireRole(event, 'moderator', 'admin');
  const pages = refusedLines(event.locals.supabase, event.params.id);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encode(`\uFEFF${m.imports_line()};${m.imports_reason()}\r\n`));
    },
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encode(value.map(({ line, reason }) => `${line};"${sentence(reason)}"\r\n`).join('')));
    }
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="refusals-${event.params.id}.csv"`
    }
  });
};

function sentence(reason: string): string {
  return (REFUSALS[reason as RefusalReason]?.() ?? reason).replaceAll('"', '""');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
