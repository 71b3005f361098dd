import { randomUUID } from 'node:crypto';
import type { Supabase } from '$lib/server/supabase';
import { engineInForce } from '$lib/tagging/in-force.server';
import { runImport } from './import.server';
import type { Mapping } from './mapping';
import { openTable } from './table';
import { forgetUpload, receiveUpload, uploadPath } from './uploads.server';

/** Imports this process is running, so that they can be cancelled. */
const running = new Map<string, AbortController>();

/**
 * Takes a file in and opens it; nothing is imported yet.
 *
 * @returns the import's id
 * @throws UploadRefused or NotATable, and nothing is kept
 */
export async function upload(supabase: Supabase, request: Request, personId: string): Promise<string> {
  const id = randomUUID();
  const { dataDir } = supabase.config;
  const { fileName, bytes } = await receiveUpload(request, dataDir, id);
  try {
    await openTable(uploadPath(dataDir, id));
    const name = fileName.slice(-255);
    await supabase.service
      .from('imports')
      .insert({ id, file_name: name, bytes, created_by: personId })
      .throwOnError();
    return id;
  } catch (error) {
    await forgetUpload(dataDir, id);
    throw error;
  }
}

/** Opens the file of an import that has not started; null when this server does not have it (any more). */
export async function openUpload(supabase: Supabase, importId: string) {
  return openTable(uploadPath(supabase.config.dataDir, importId)).catch(() => null);
}

/**
 * Starts an import in the background. The page follows it through its account in the database.
 *
 * @param sourceName an existing source, or a new one made with `approvesItself`
 */
export async function start(
  supabase: Supabase,
  importId: string,
  mapping: Mapping,
  sourceName: string,
  approvesItself: boolean
): Promise<void> {
  const { service, config } = supabase;
  const source = await ensureSource(supabase, sourceName, approvesItself);
  const { data: claimed } = await service
    .from('imports')
    .update({
      status: 'running',
      source_id: source.id,
      mapping: mapping as never,
      heard_of_at: new Date().toISOString()
    })
    .eq('id', importId)
    .eq('status', 'uploaded')
    .select('id')
    .throwOnError();
  if (claimed.length === 0) return;

  const controller = new AbortController();
  running.set(importId, controller);
  const table = await openTable(uploadPath(config.dataDir, importId));
  const options = {
    importId,
    table,
    mapping,
    approvesItself: source.approves_itself,
    tagger: await engineInForce(service),
    signal: controller.signal
  };
  void runImport(service, options)
    .catch((error: Error) => console.error(`Import ${importId}: ${error.message}`))
    .finally(async () => {
      running.delete(importId);
      await forgetUpload(config.dataDir, importId);
    });
}

/** Stops an import after its current batch; what it stored stays and is in its account. */
export async function cancel(supabase: Supabase, importId: string): Promise<void> {
  running.get(importId)?.abort();
  await supabase.service
    .from('imports')
    .update({ status: 'cancelled', finished_at: new Date().toISOString() })
    .eq('id', importId)
    .in('status', ['uploaded', 'running'])
    .throwOnError();
  await forgetUpload(supabase.config.dataDir, importId);
}

/** The source of that name, made when there is none. */
export async function ensureSource(supabase: Supabase, name: string, approvesItself: boolean) {
  const { service } = supabase;
  await service
    .from('sources')
    .upsert(
      { name, kind: 'import', approves_itself: approvesItself },
      { onConflict: 'name', ignoreDuplicates: true }
    )
    .throwOnError();
  const { data } = await service
    .from('sources')
    .select('id, name, approves_itself')
    .eq('name', name)
    .single()
    .throwOnError();
  return data;
}
