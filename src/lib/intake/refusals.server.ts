import type { Client } from '$lib/server/supabase';

/** A line of a file that was not imported, and the code of why. */
export interface RefusedLine {
  line: number;
  reason: string;
}

const PAGE = 1000;

/** Every refused line of an import, in the order of the file, a page at a time. The last page may be empty. */
export async function* refusedLines(client: Client, importId: string): AsyncGenerator<RefusedLine[]> {
  for (let after = 0; ;) {
    const { data } = await client
      .from('import_refusals')
      .select('line, reason')
      .eq('import_id', importId)
      .gt('line', after)
      .order('line')
      .limit(PAGE)
      .throwOnError();
    yield data;
    if (data.length < PAGE) return;
    after = data[data.length - 1]!.line;
  }
}
