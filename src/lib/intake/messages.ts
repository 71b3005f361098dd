import { m } from '$lib/i18n/paraglide/messages';
import { NotATable } from './table';
import { UploadRefused } from './uploads.server';

const FILE_MESSAGES: Record<string, () => string> = {
  empty: m.imports_file_empty,
  binary: m.imports_file_binary,
  one_column_no_header: m.imports_file_one_column,
  spreadsheet: m.imports_file_spreadsheet,
  missing: m.imports_file_missing,
  too_large: m.imports_file_too_large,
  no_file: m.imports_file_none,
  broken: m.imports_file_broken,
  interrupted: m.imports_interrupted,
  storage: m.imports_storage_failed
};

/** What a person is told about a file that was refused; other errors are not ours to explain, and go on. */
export function refusalOf(error: unknown): string {
  if (error instanceof NotATable)
    return failureMessage(error.line ? `${error.code}:${error.line}` : error.code);
  if (error instanceof UploadRefused) return failureMessage(error.code);
  throw error;
}

/** The sentence for an import's failure as its account has it: a code, and the line where there is one. */
export function failureMessage(failure: string): string {
  const [code = '', line = '?'] = failure.split(':');
  if (code === 'unclosed_quote') return m.imports_file_unclosed({ line });
  return (FILE_MESSAGES[code] ?? m.imports_storage_failed)();
}
