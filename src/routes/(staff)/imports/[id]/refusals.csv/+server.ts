import { requireRole } from '$lib/server/session';
import { REFUSALS } from '$lib/intake/words';
import type { RefusalReason } from '$lib/intake/row';
import { m } from '$lib/i18n/paraglide/messages';

const PAGE = 1000;

/** Every refused line with its reason, as a file that French Excel opens: a byte order mark, semicolons, CRLF. */
export const GET = async (event) => {
  requireRole(event, 'moderator', 'admin');
  const { supabase } = event.locals;
  const importId = event.params.id;
  let after = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encode(`\uFEFF${m.imports_line()};${m.imports_reason()}\r\n`));
    },
    async pull(controller) {
      const { data } = await supabase
        .from('import_refusals')
        .select('line, reason')
        .eq('import_id', importId)
        .gt('line', after)
        .order('line')
        .limit(PAGE)
        .throwOnError();
      controller.enqueue(encode(data.map(({ line, reason }) => `${line};"${sentence(reason)}"\r\n`).join('')));
      after = data[data.length - 1]?.line ?? after;
      if (data.length < PAGE) controller.close();
    }
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="refusals-${importId}.csv"`
    }
  });
};

function sentence(reason: string): string {
  return (REFUSALS[reason as RefusalReason]?.() ?? reason).replaceAll('"', '""');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
