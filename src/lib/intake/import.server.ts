import type { Tagger } from '$lib/sentiment/engine';
import type { Client } from '$lib/server/supabase';
import { readDraft, type VerbatimDraft } from './draft';
import type { Mapping } from './mapping';
import { knowPlaces, type Places } from './places';
import { prepare, type PreparedVerbatim } from './prepare';
import type { RefusalReason, RefusedRow, TableRow } from './row';
import { checkTable, NotATable, type Table } from './table';

/** Where an import stands. Counts are of rows; `rowsTotal` is unknown until the file has been checked to its end. */
export interface Account {
  status: 'uploaded' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Why it failed: a NotATable code with its line (`unclosed_quote:12`), `interrupted`, or `storage`. */
  failure: string | null;
  rowsTotal: number | null;
  rowsRead: number;
  imported: number;
  duplicates: number;
  refused: number;
  held: number;
}

export interface ImportOptions {
  importId: string;
  table: Table;
  mapping: Mapping;
  /** Whether the source lets what is not held be approved at once. */
  approvesItself: boolean;
  /** Gives each text its sentiment. */
  tagger: Tagger;
  signal?: AbortSignal;
}

interface Refusal {
  line: number;
  reason: RefusalReason;
}

type Outcome = PreparedVerbatim | { line: number; refused: RefusalReason };

interface Batch {
  rows: PreparedVerbatim[];
  refusals: Refusal[];
  rowsRead: number;
}

/** A running import that gave no sign for this long, in seconds, was interrupted. */
export const SILENCE = 120;

/** Rows a batch stores in one transaction: large enough to be quick, small enough that screens are not kept waiting. */
const BATCH = 500;

/** Rows read between two breaths, so that a server importing a large file still answers everybody else. */
const BREATH = 25;

/**
 * Imports a table: reads it once to its end to be sure that it is whole, then reads it again in batches, each stored
 * together with its account. What was there already is counted as a duplicate; what cannot be read is refused with
 * its line and reason.
 *
 * A file that turns out not to be a table changes nothing. An import that is interrupted has stored exactly the rows
 * its account says; the same file again continues it.
 *
 * @returns the final account
 */
export async function runImport(service: Client, options: ImportOptions): Promise<Account> {
  const { importId, table, signal } = options;
  try {
    const { rows, refused } = await checkTable(table, undefined, signal);
    await update(service, importId, { status: 'running', rows_total: rows + refused });
    const finished = await storeRows(service, options);
    await update(service, importId, {
      status: finished ? 'done' : 'cancelled',
      finished_at: new Date().toISOString()
    });
  } catch (error) {
    const status = signal?.aborted ? 'cancelled' : 'failed';
    await update(service, importId, {
      status,
      failure: failureOf(error),
      finished_at: new Date().toISOString()
    });
    if (!(error instanceof NotATable) && !signal?.aborted) throw error;
  }
  return accountOf(service, importId);
}

/** The account of an import as the database has it. */
async function accountOf(service: Client, importId: string): Promise<Account> {
  const { data } = await service.from('imports').select('*').eq('id', importId).single().throwOnError();
  return {
    status: data.status as Account['status'],
    failure: data.failure,
    rowsTotal: data.rows_total,
    rowsRead: data.rows_read,
    imported: data.imported,
    duplicates: data.duplicates,
    refused: data.refused,
    held: data.held
  };
}

/** Everything that files may call this company's teams and journey steps. */
export async function loadPlaces(client: Client): Promise<Places> {
  const [teams, steps] = await Promise.all([
    client.from('teams').select('id, slug, name').throwOnError(),
    client.from('journey_steps').select('*').throwOnError()
  ]);
  return knowPlaces(teams.data, steps.data);
}

/** Today where the customers are, as YYYY-MM-DD. */
export function today(now = new Date()): string {
  return now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
}

/** @returns false when somebody cancelled it meanwhile */
async function storeRows(service: Client, options: ImportOptions): Promise<boolean> {
  const places = await loadPlaces(service);
  // The database stores one batch while the next is being read.
  let storing: Promise<string> = Promise.resolve('running');
  for await (const batch of batchesOf(options, places)) {
    if ((await storing) === 'cancelled' || options.signal?.aborted) return false;
    storing = store(service, options.importId, batch);
    storing.catch(() => undefined);
  }
  return (await storing) !== 'cancelled';
}

async function* batchesOf(
  { table, mapping, approvesItself, tagger, signal }: ImportOptions,
  places: Places
): AsyncIterable<Batch> {
  let batch: Batch = { rows: [], refusals: [], rowsRead: 0 };
  const day = today();
  for await (const row of table.rows(signal ? { signal } : undefined)) {
    batch.rowsRead++;
    const outcome = readRow(row, mapping, day, (draft) => prepare(draft, places, approvesItself, tagger));
    if ('refused' in outcome) batch.refusals.push({ line: outcome.line, reason: outcome.refused });
    else batch.rows.push(outcome);
    if (batch.rowsRead % BREATH === 0) await breathe();
    if (batch.rows.length + batch.refusals.length >= BATCH) {
      yield batch;
      batch = { rows: [], refusals: [], rowsRead: batch.rowsRead };
    }
  }
  yield batch;
}

function readRow(
  row: TableRow | RefusedRow,
  mapping: Mapping,
  day: string,
  prepared: (draft: VerbatimDraft) => Outcome
): Outcome {
  if ('refused' in row) return row;
  const draft = readDraft(row, mapping, day);
  return 'refused' in draft ? draft : prepared(draft);
}

async function store(service: Client, importId: string, batch: Batch): Promise<string> {
  const { data } = await service
    .rpc('store_import_batch', {
      import: importId,
      read_to: batch.rowsRead,
      batch: batch.rows as never,
      refusals: batch.refusals as never
    })
    .throwOnError();
  return data ?? 'cancelled';
}

async function update(service: Client, importId: string, changes: object): Promise<void> {
  await service
    .from('imports')
    .update(changes as never)
    .eq('id', importId)
    .throwOnError();
}

function failureOf(error: unknown): string {
  if (error instanceof NotATable)
    return error.line === undefined ? error.code : `${error.code}:${error.line}`;
  return 'storage';
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
